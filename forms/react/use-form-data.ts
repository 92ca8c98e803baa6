import { useRef, useState } from 'react';
import { ROWS } from '../conditions.ts';
import { defaults } from '../defaults.ts';
import type { Form } from '../form.ts';
import { setAt } from './set-at.ts';

interface Source {
  form: Form;
  value?: unknown;
  onChange?(value: unknown): void;
}

/** Data of the form: the page's when it hands them in, our own otherwise. */
export function useFormData({ form, value, onChange }: Source) {
  const [own, setOwn] = useState<unknown>(() => value ?? defaults(form));
  const latest = useRef({ data: own, onChange });
  if (value !== undefined && value !== latest.current.data) latest.current.data = value;
  latest.current.onChange = onChange;
  // stable, so that a change redraws the changed field alone
  const [change] = useState(() => (next: unknown, path: readonly (string | number)[]) => {
    const data = withoutDependants(form, setAt(latest.current.data, path, next), path);
    latest.current.data = data;
    setOwn(data);
    latest.current.onChange?.(data);
  });
  return [latest.current.data, change] as const;
}

/** A commune of the province that stood there before is none of the new one: it is chosen again. */
function withoutDependants(form: Form, data: unknown, path: readonly (string | number)[]): unknown {
  const last = path.at(-1);
  let result = data;
  for (const { path: rule, within, isOpen } of form.lists) {
    if (isOpen || within !== last || rule.length !== path.length) continue;
    const isSibling = rule
      .slice(0, -1)
      .every((step, index) => step === path[index] || (step === ROWS && typeof path[index] === 'number'));
    if (isSibling) result = setAt(result, [...path.slice(0, -1), rule.at(-1) as string], undefined);
  }
  return result;
}
