/** Fields of the e-form that an applicant left blank, present as '' for a strict template that names them. */

/**
 * The data with every `form.…` path of `paths` there; lists are marked with `[]`. Whether a form supplies the name at
 * all is asked before a template is published (`suppliedBy`). What is there stays, and the given data are not changed.
 */
export function fillFormBlanks(data: object, paths: readonly string[]): object {
  const wanted = paths.filter((path) => path.startsWith('form.'));
  if (wanted.length === 0) return data;
  const form: unknown = structuredClone((data as { form?: unknown }).form ?? {});
  for (const path of wanted) fill(form, path.split('.').slice(1));
  return { ...data, form };
}

function fill(value: unknown, [part, ...rest]: string[]): void {
  if (part === undefined || !isRecord(value)) return;
  const name = part.replace(/\[\]$/, '');
  if (name === '__proto__') return;
  if (value[name] === undefined || value[name] === null) value[name] = rest.length > 0 ? blank(part) : '';
  const inside = value[name];
  if (!part.endsWith('[]')) fill(inside, rest);
  else if (Array.isArray(inside)) for (const item of inside) fill(item, rest);
}

const blank = (part: string): unknown => (part.endsWith('[]') ? [] : {});

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
