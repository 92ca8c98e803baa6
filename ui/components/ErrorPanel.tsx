import { Alert, Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type ApiProblem, isProblem } from '../api/api-problem.ts';

interface Props {
  error: unknown;
  onRetry?: () => void;
  /** moves the focus here, so that a screen reader says it and the eye finds it */
  takesFocus?: boolean;
}

/** What went wrong, in the server's own sentences; plain words when it gave none. */
export function ErrorPanel({ error, onRetry, takesFocus = false }: Props) {
  const { t } = useTranslation('ui');
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus && error) panel.current?.focus();
  }, [takesFocus, error]);
  const { title, detail } = sentencesOf(error, t);
  const fields = isProblem(error) ? error.errors : [];
  return (
    <div ref={panel} tabIndex={-1} style={{ marginBottom: 16 }}>
      <Alert
        type="error"
        showIcon
        title={title}
        description={
          <>
            {detail}
            {fields.length > 0 && (
              <ul style={{ margin: '4px 0 0', paddingInlineStart: 20 }}>
                {fields.map((field) => (
                  <li key={field.pointer + field.detail}>{field.detail}</li>
                ))}
              </ul>
            )}
            {isProblem(error) && error.status >= 500 && error.requestId && (
              <div style={{ fontSize: 13 }}>{t('problem.requestId', { id: error.requestId })}</div>
            )}
          </>
        }
        action={
          onRetry && (
            <Button size="small" onClick={onRetry}>
              {t('action.retry')}
            </Button>
          )
        }
      />
    </div>
  );
}

type Translate = (key: string) => string;

/** The two sentences to show for anything thrown. */
export function sentencesOf(error: unknown, t: Translate): { title: string; detail: string | undefined } {
  if (isProblem(error) && error.title) return { title: error.title, detail: detailOf(error) };
  const kind = isProblem(error) && error.code === 'network' ? 'network' : 'unknown';
  return KNOWN[kind](t);
}

const KNOWN = {
  network: (t: Translate) => ({ title: t('problem.network.title'), detail: t('problem.network.detail') }),
  unknown: (t: Translate) => ({ title: t('problem.unknown.title'), detail: t('problem.unknown.detail') }),
};

const detailOf = ({ title, detail }: ApiProblem): string | undefined =>
  detail === title ? undefined : detail;
