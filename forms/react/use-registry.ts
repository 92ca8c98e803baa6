import { getDefaultRegistry } from '@rjsf/core';
import { createSchemaUtils, type Registry, type ValidatorType } from '@rjsf/utils';
import { useMemo } from 'react';
import { FieldFrame } from './FieldFrame.tsx';
import type { FormPlan } from './form-plan.ts';
import { GroupLayout } from './GroupLayout.tsx';
import { LeafField } from './LeafField.tsx';
import { RowsField } from './RowsField.tsx';
import { SteadyField } from './SteadyField.tsx';

/** rjsf asks its validator about branches; the plan has none. */
const NO_BRANCHES: ValidatorType = {
  isValid: () => true,
  rawValidation: () => ({}),
  validateFormData: () => ({ errors: [], errorSchema: {} }),
};

/** rjsf's parts with ours in their places. */
export function useRegistry(plan: FormPlan, formId: string): Registry {
  return useMemo(() => {
    const standard = getDefaultRegistry();
    return {
      ...standard,
      fields: { ...standard.fields, SchemaField: SteadyField, Leaf: LeafField, Rows: RowsField },
      templates: { ...standard.templates, FieldTemplate: FieldFrame, ObjectFieldTemplate: GroupLayout },
      rootSchema: plan.schema,
      schemaUtils: createSchemaUtils(NO_BRANCHES, plan.schema),
      formContext: {},
      globalFormOptions: {
        idPrefix: formId,
        idSeparator: '_',
        experimental_componentUpdateStrategy: 'shallow',
      },
    } as Registry;
  }, [plan, formId]);
}
