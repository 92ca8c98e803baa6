/** A required group that nobody touched is there, but empty: then its own required fields are missed, not it. */
import type { RJSFSchema } from '@rjsf/utils';
import type { JsonObject } from '../types.ts';
import type { Control, FormPlan } from './form-plan.ts';

export function withRequiredGroups(plan: FormPlan, data: unknown): unknown {
  return fill(plan.schema, plan.uiSchema, data);
}

function fill(schema: RJSFSchema, uiSchema: JsonObject | undefined, data: unknown): unknown {
  if (schema.type !== 'object' || typeof data !== 'object' || data === null || Array.isArray(data))
    return data;
  const additions: JsonObject = {};
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const child = uiSchema?.[name] as JsonObject | undefined;
    const control = (child?.['ui:options'] as { control?: Control } | undefined)?.control;
    if (control?.type !== 'group') continue;
    const value = Object.hasOwn(data, name) ? (data as JsonObject)[name] : undefined;
    if (value === undefined && !control.required) continue;
    const filled = fill(property as RJSFSchema, child, value ?? {});
    if (filled !== value) additions[name] = filled;
  }
  return Object.keys(additions).length > 0 ? { ...data, ...additions } : data;
}
