import { useRef, useState } from 'react';
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
    const data = setAt(latest.current.data, path, next);
    latest.current.data = data;
    setOwn(data);
    latest.current.onChange?.(data);
  });
  return [latest.current.data, change] as const;
}
