/**
 * rjsf's SchemaField, drawn again only when its own value, schema or look changed. rjsf hands every
 * property new callbacks for renaming keys at each change; forms here never rename keys.
 */
import { getDefaultRegistry } from '@rjsf/core';
import type { FieldProps } from '@rjsf/utils';
import { type ComponentType, memo } from 'react';

const WATCHED = [
  'schema',
  'uiSchema',
  'formData',
  'fieldPathId',
  'registry',
  'onChange',
  'disabled',
  'required',
  'name',
] as const satisfies (keyof FieldProps)[];

export const SteadyField = memo(
  getDefaultRegistry().fields.SchemaField as ComponentType<FieldProps>,
  (before, after) => WATCHED.every((name) => Object.is(before[name], after[name])),
);
