import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Modal, Progress } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentToSign } from '../../server/contract/documents.ts';
import { api } from '../../ui/api/client.ts';
import { sentencesOf } from '../../ui/components/ErrorPanel.tsx';

interface Props {
  papers: DocumentToSign[];
  onSigned: () => void;
}

/** Signs the chosen papers one after the other; one that cannot be signed is named and does not hold up the rest. */
export function SignMany({ papers, onSigned }: Props) {
  const { t } = useTranslation('documents');
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const [done, setDone] = useState(0);
  const signing = useMutation({
    mutationFn: async () => {
      const failed: string[] = [];
      for (const [index, { dossier, id, title }] of papers.entries()) {
        try {
          await api.post('/dossiers/{code}/documents/{id}/sign', {}, { params: { code: dossier.code, id } });
        } catch (error) {
          const { title: what, detail } = sentencesOf(error, t);
          failed.push(`${title} (${dossier.code}): ${detail ?? what}`);
        }
        setDone(index + 1);
      }
      return failed;
    },
    onSuccess: (failed) => {
      if (failed.length > 0) return;
      void message.success(t('toSign.signed', { count: papers.length }));
      setAsking(false);
      onSigned();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['to-sign'] }),
  });
  const failed = signing.data ?? [];
  const close = () => {
    setAsking(false);
    if (signing.data) onSigned();
    signing.reset();
  };
  return (
    <>
      <Button
        type="primary"
        disabled={papers.length === 0}
        onClick={() => {
          setDone(0);
          setAsking(true);
        }}
      >
        {t('toSign.many', { count: papers.length })}
      </Button>
      <Modal
        open={isAsking}
        title={t('toSign.manyTitle', { count: papers.length })}
        onCancel={close}
        onOk={() => (failed.length > 0 ? close() : signing.mutate())}
        okText={t(failed.length > 0 ? 'toSign.close' : 'toSign.confirm')}
        cancelText={t('ui:action.cancel')}
        okButtonProps={{ loading: signing.isPending, autoFocus: true }}
        cancelButtonProps={{
          disabled: signing.isPending,
          style: { display: failed.length > 0 ? 'none' : undefined },
        }}
        closable={!signing.isPending}
      >
        <p style={{ marginTop: 0 }}>{t('toSign.manyHint')}</p>
        <ul style={{ maxHeight: 240, overflow: 'auto', paddingLeft: 20 }}>
          {papers.map(({ dossier, id, title }) => (
            <li key={`${dossier.code}/${id}`}>
              {title} <span className="numeric">({dossier.code})</span>
            </li>
          ))}
        </ul>
        {signing.isPending && (
          <Progress
            percent={Math.round((100 * done) / Math.max(1, papers.length))}
            aria-label={t('toSign.progress')}
          />
        )}
        {failed.length > 0 && (
          <Alert
            type="error"
            showIcon
            title={t('toSign.failed', { count: failed.length })}
            description={
              <ul style={{ paddingLeft: 20, margin: 0 }}>
                {failed.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            }
          />
        )}
      </Modal>
    </>
  );
}
