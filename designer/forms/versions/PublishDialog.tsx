import { useQuery } from '@tanstack/react-query';
import { Alert, Modal, Skeleton } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { checkExamples, compileForm } from '../../../forms/index.ts';
import type { FormResource } from '../../../server/contract/catalogue.ts';
import { ErrorPanel } from '../../../ui/components/ErrorPanel.tsx';
import { civilDay } from '../../../ui/format/format-time.ts';
import { useSession } from '../../../ui/session/session-context.tsx';
import { publishForm, readFormVersion } from '../form-api.ts';
import { UsedBy, useFormUses } from '../uses/UsesPanel.tsx';
import { ChangeList } from './ChangeList.tsx';

interface Props {
  form: FormResource;
  version: number;
  onPublished: () => Promise<void>;
  onClose: () => void;
}

/** Before a version is put in use: what it changes, whom that touches, and whether its test data pass. */
export function PublishDialog({ form, version, onPublished, onClose }: Props) {
  const { t } = useTranslation('forms');
  const { session } = useSession();
  const [isPublishing, setPublishing] = useState(false);
  const [problem, setProblem] = useState<unknown>();
  const { data: uses, error } = useFormUses(form.key);
  const { data: next } = useQuery({
    queryKey: ['form', form.key, version],
    queryFn: () => readFormVersion(form.key, version),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const today = session ? civilDay(session.now) : undefined;
  const results = useMemo(() => {
    const compiled = next && compileForm(next).form;
    return compiled ? checkExamples(compiled, 'vi', today === undefined ? {} : { today }) : [];
  }, [next, today]);
  const failing = results.filter(({ passes }) => !passes).length;

  const publish = async () => {
    setPublishing(true);
    setProblem(undefined);
    try {
      await publishForm(form.key, version);
      await onPublished();
    } catch (error) {
      setProblem(error);
      setPublishing(false);
    }
  };
  return (
    <Modal
      open
      width={760}
      style={{ top: 48 }}
      title={t('publish.title', { version })}
      okText={t('versioned:publish')}
      cancelText={t('cancel')}
      confirmLoading={isPublishing}
      okButtonProps={{ disabled: !next || failing > 0 }}
      onOk={() => void publish()}
      onCancel={onClose}
    >
      {(problem !== undefined || error) && <ErrorPanel error={problem ?? error} takesFocus />}
      <p>{t('publish.hint')}</p>
      {results.length > 0 && (
        <Alert
          type={failing > 0 ? 'error' : 'success'}
          showIcon
          title={
            failing > 0
              ? t('publish.examplesFail', { count: failing, all: results.length })
              : t('publish.examplesPass', { count: results.length })
          }
        />
      )}
      {uses && next ? (
        <>
          {form.published && (
            <>
              <h2 className="form-panel-title">
                {t('publish.changes', { version: form.published.version })}
              </h2>
              <ChangeList before={form.published} after={next} uses={uses} />
            </>
          )}
          <UsedBy uses={uses} />
        </>
      ) : (
        !error && <Skeleton active />
      )}
    </Modal>
  );
}
