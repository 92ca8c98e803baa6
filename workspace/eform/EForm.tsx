import { type Ref, useCallback, useId, useImperativeHandle, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormError, UiNode } from '../../forms/index.ts';
import { FormView } from '../../forms/react/FormView.tsx';
import type { Origins } from '../../forms/react/form-context.ts';
import type { FieldProblem } from '../../ui/api/api-problem.ts';
import { apiHref } from '../../ui/api/client.ts';
import { loadList } from '../../ui/api/load-list.ts';
import { uploadBlob } from '../../ui/api/upload-blob.ts';
import { civilDay } from '../../ui/format/format-time.ts';
import type { Language } from '../../ui/i18n/setup-i18n.ts';
import { useSession } from '../../ui/session/session-context.tsx';

export interface EFormSource {
  schema: unknown;
  ui: unknown;
}

/** What came of pressing the page's own button. */
export interface EFormAnswer {
  /** the checked answer without hidden fields; absent while something is wrong or a step is left */
  data?: Record<string, unknown>;
  /** how many fields are wrong */
  faults: number;
}

export interface EFormHandle {
  /** checks the form as its own submit button would: shows what is wrong and goes to the first of it */
  submit(): EFormAnswer;
  /** shows what the server found, pointers below `prefix` */
  show(problems: readonly FieldProblem[], prefix: string): void;
}

interface Props {
  ref?: Ref<EFormHandle>;
  source: EFormSource;
  /** absent: the form's defaults */
  value: Record<string, unknown> | undefined;
  onChange: (value: Record<string, unknown>) => void;
  isReadOnly?: boolean;
  /** fields filled in beforehand, with the sentence that says where from */
  origins?: Origins;
}

/** An e-form inside a page that has the submit button, the draft and the server's answer. */
export function EForm({ ref, source, value, onChange, isReadOnly = false, origins }: Props) {
  const { i18n } = useTranslation();
  const { session } = useSession();
  const id = `to-khai${useId().replaceAll(':', '')}`;
  const ui = useMemo(() => onOnePage(source.ui), [source.ui]);
  const answer = useRef<EFormAnswer>({ faults: 0 });
  const [serverErrors, setServerErrors] = useState<FormError[]>([]);
  const names = useRef(new Map<string, string>());

  useImperativeHandle(ref, () => ({
    submit: () => {
      answer.current = { faults: 0 };
      // the form's handlers run before requestSubmit returns
      (document.getElementById(id) as HTMLFormElement | null)?.requestSubmit();
      return answer.current;
    },
    show: (problems, prefix) =>
      setServerErrors(
        problems
          .filter(({ pointer }) => pointer.startsWith(`${prefix}/`))
          .map(({ pointer, code, detail }) => ({
            pointer: pointer.slice(prefix.length),
            keyword: code ?? 'server',
            message: detail,
          })),
      ),
  }));

  const upload = useCallback(async (file: File, onProgress: (percent: number) => void) => {
    const { sha256, name } = await uploadBlob(file, { onProgress });
    names.current.set(sha256, name);
    return sha256;
  }, []);

  return (
    <FormView
      id={id}
      schema={source.schema}
      ui={ui}
      value={value}
      onChange={(changed) => onChange(changed as Record<string, unknown>)}
      onSubmit={(data) => {
        answer.current = { data: data as Record<string, unknown>, faults: 0 };
      }}
      onInvalid={(errors) => {
        answer.current = { faults: errors.length };
      }}
      language={i18n.language as Language}
      today={session ? civilDay(session.now) : undefined}
      disabled={isReadOnly}
      submitText={null}
      serverErrors={serverErrors}
      origins={origins}
      upload={upload}
      loadList={loadList}
      fileName={(sha256) => names.current.get(sha256)}
      fileHref={(sha256) => apiHref('/blobs/{sha256}', { params: { sha256 } })}
    />
  );
}

/**
 * Steps become sections: the page has one button for the whole, and a clerk with the paper in her hand
 * goes through it faster without pages to turn.
 */
function onOnePage(ui: unknown): unknown {
  const { 'ui:steps': steps, 'ui:sections': sections = [], ...rest } = (ui ?? {}) as UiNode;
  if (!steps) return ui;
  const flat = steps.flatMap(({ sections: inner = [], ...step }) => (inner.length > 0 ? inner : [step]));
  return { ...rest, 'ui:sections': [...flat, ...sections] };
}
