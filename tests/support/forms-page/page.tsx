/** The page that random-forms.test.ts opens: one form after another, filled in by a program, with what it shows and submits. */
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { FormView } from '../../../forms/react/index.ts';

/** A form with data to start with. */
export interface Case {
  schema: unknown;
  ui: unknown;
  value: unknown;
}

/** What a form showed, and what came of pressing its button. */
export interface Shown {
  /** ids of the fields on the screen */
  fields: string[];
  /** what it submitted, when it found nothing wrong */
  submitted?: unknown;
  /** pointers of what it found wrong */
  wrong?: string[];
  /** the sentence of a form that could not be drawn at all */
  crash?: string;
}

declare global {
  interface Window {
    fillIn(forms: Case[]): Shown[];
    show(form: Case): void;
    /** the draft of the form that `show` drew, and the answer that it submitted */
    draft: unknown;
    answer: unknown;
  }
}

const place = () => document.getElementById('root') as HTMLElement;

window.fillIn = (forms) => forms.map(shownOf);

function shownOf({ schema, ui, value }: Case): Shown {
  const root = createRoot(place(), { onUncaughtError: (error) => complaints.push(String(error)) });
  const complaints: string[] = [];
  const outcome: Pick<Shown, 'submitted' | 'wrong'> = {};
  const form = (
    <FormView
      id="f"
      schema={schema}
      ui={ui}
      value={value}
      onSubmit={(submitted) => {
        outcome.submitted = submitted ?? null;
      }}
      onInvalid={(errors) => {
        outcome.wrong = errors.map(({ pointer }) => pointer);
      }}
    />
  );
  flushSync(() => root.render(form));
  const fields = [...document.querySelectorAll<HTMLElement>('[data-field]')].map(
    ({ dataset }) => dataset['field'] ?? '',
  );
  flushSync(() => (document.getElementById('f') as HTMLFormElement | null)?.requestSubmit());
  flushSync(() => root.unmount());
  return { fields, ...outcome, ...(complaints.length > 0 ? { crash: complaints.join() } : {}) };
}

window.show = (form) => createRoot(place()).render(<Kept {...form} />);

function Kept({ schema, ui, value }: Case) {
  const [draft, setDraft] = useState(value);
  return (
    <FormView
      schema={schema}
      ui={ui}
      value={draft}
      onChange={(changed) => {
        window.draft = changed;
        setDraft(changed);
      }}
      onSubmit={(submitted) => {
        window.answer = submitted;
      }}
    />
  );
}
