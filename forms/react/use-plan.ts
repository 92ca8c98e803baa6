import { useMemo, useRef } from 'react';
import type { Form } from '../form.ts';
import type { Language } from '../types.ts';
import type { Settled } from '../visible-data.ts';
import { type FormPlan, planForm } from './form-plan.ts';

/** The same plan object while what is on the screen stays the same. */
export function usePlan(form: Form, settled: Settled, language: Language): FormPlan {
  const last = useRef<{ form: Form; language: Language; key: string; plan: FormPlan } | undefined>(undefined);
  return useMemo(() => {
    const known = last.current;
    if (known && known.form === form && known.language === language && !form.isConditional) return known.plan;
    const plan = planForm(form, settled, language);
    const key = JSON.stringify([plan.schema, [...settled.required]]);
    if (known && known.form === form && known.language === language && known.key === key) return known.plan;
    last.current = { form, language, key, plan };
    return plan;
  }, [form, settled, language]);
}
