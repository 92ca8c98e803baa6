/** FEEL functions that Camunda adds and models drawn for it use; the rest of FEEL is feelin's own. */
export const camundaFunctions: Record<string, (...args: never[]) => unknown> = {
  'is defined': (value: unknown) => value !== null && value !== undefined,
  'get or else': (value: unknown, other: unknown) => value ?? other,
  'is empty': (list: unknown) => Array.isArray(list) && list.length === 0,
  'is blank': (text: unknown) => typeof text === 'string' && text.trim() === '',
};
