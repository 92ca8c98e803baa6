/** What becomes of the texts on the desk: the form they make, what is wrong with it, what its test data say. */
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { checkExamples, type ExampleResult, type Form, type FormProblem } from '../../forms/index.ts';
import { civilDay } from '../../ui/format/format-time.ts';
import { useSession } from '../../ui/session/session-context.tsx';
import type { FormDocuments } from './form-api.ts';
import { type FormDraft, parseDraft, readDraft } from './form-draft.ts';
import { useSettled } from './use-settled.ts';

interface CheckedForm {
  /** at once; absent while one of the texts is not right JSON */
  documents: FormDocuments | undefined;
  /** a moment later, as everything below: absent while there are problems */
  form: Form | undefined;
  problems: FormProblem[];
  /** the last that was right, so that the preview keeps standing while a line is half-typed */
  shown: { documents: FormDocuments; form: Form } | undefined;
  /** of the kept test data; absent while there are problems */
  results: ExampleResult[] | undefined;
  /** how many of them fail */
  failing: number;
}

export function useCheckedForm(draft: FormDraft): CheckedForm {
  const { i18n } = useTranslation();
  const { session } = useSession();
  const { documents } = useMemo(() => parseDraft(draft), [draft]);
  // checking and showing the form lag behind the hand that draws it
  const settled = useSettled(draft);
  const checked = useMemo(() => readDraft(settled), [settled]);
  const shown = useRef<CheckedForm['shown']>(undefined);
  if (checked.documents && checked.form && checked.form !== shown.current?.form) {
    shown.current = { documents: checked.documents, form: checked.form };
  }
  const language = i18n.language === 'en' ? 'en' : 'vi';
  const today = session ? civilDay(session.now) : undefined;
  const results = useMemo(
    () => checked.form && checkExamples(checked.form, language, today === undefined ? {} : { today }),
    [checked, language, today],
  );
  return {
    documents,
    form: checked.form,
    problems: checked.problems,
    shown: shown.current,
    results,
    failing: results?.filter(({ passes }) => !passes).length ?? 0,
  };
}
