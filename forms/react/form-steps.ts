/** Which step of a form a field stands in. */
import type { UiSchema } from '@rjsf/utils';
import { pointerTokens } from '../pointer.ts';
import type { Control, FormPlan, PlannedGroup } from './form-plan.ts';

const groupHolds = (group: PlannedGroup, field: string): boolean =>
  group.fields.includes(field) || (group.sections ?? []).some((section) => groupHolds(section, field));

/** The step a field stands in; -1 without steps. What belongs to no step is on the last. */
export function stepOf(steps: readonly PlannedGroup[], pointer: string): number {
  const [field = ''] = pointerTokens(pointer);
  const found = steps.findIndex((step) => groupHolds(step, field));
  return found < 0 ? steps.length - 1 : found;
}

/** The root's layout reduced to one step. */
export function onlyStep(plan: FormPlan, step: number): UiSchema {
  const { steps, groups = [] } = plan.control;
  const shown = steps?.[step];
  if (!steps || !shown) return plan.uiSchema;
  const rest =
    step === steps.length - 1 ? groups.filter((group) => !group.title && group.fields.length > 0) : [];
  const control: Control = { ...plan.control, groups: [{ ...shown, title: undefined }, ...rest] };
  return { ...plan.uiSchema, 'ui:options': { control } as never };
}
