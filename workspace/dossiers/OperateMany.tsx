import { useQueries } from '@tanstack/react-query';
import { Button, Modal, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dossier } from '../../server/contract/dossiers.ts';
import { api } from '../../ui/api/client.ts';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';
import { OperateManyDialog } from './OperateManyDialog.tsx';

/** Each is asked what it allows before anything is offered: more would keep the clerk waiting. */
const MOST = 50;

interface Props {
  /** codes of the chosen dossiers */
  chosen: string[];
  /** after something was done with them */
  onDone: () => void;
}

/** The same operation on the dossiers that were chosen in a list. */
export function OperateMany({ chosen, onDone }: Props) {
  const { t } = useTranslation('dossier');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        disabled={chosen.length === 0 || chosen.length > MOST}
        title={chosen.length > MOST ? t('many.tooMany', { most: MOST }) : undefined}
        onClick={() => setOpen(true)}
      >
        {chosen.length === 0 ? t('many.name') : t('many.open', { count: chosen.length })}
      </Button>
      {isOpen && <AskEach codes={chosen} onClose={() => setOpen(false)} onDone={onDone} />}
    </>
  );
}

function AskEach({ codes, onClose, onDone }: { codes: string[]; onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation('dossier');
  // the list may choose no more of them once they have changed; those of this dialog stay
  const [asked] = useState(codes);
  const answers = useQueries({
    queries: asked.map((code) => ({
      queryKey: ['dossier', code],
      queryFn: () => api.get<Dossier>('/dossiers/{code}', { params: { code } }),
    })),
  });
  const error = answers.find((answer) => answer.error)?.error;
  const dossiers = answers.flatMap(({ data }) => data ?? []);
  if (dossiers.length === asked.length) {
    return <OperateManyDialog dossiers={dossiers} onClose={onClose} onDone={onDone} />;
  }
  return (
    <Modal open title={t('many.title', { count: asked.length })} onCancel={onClose} footer={null} width={620}>
      {error ? <ErrorPanel error={error} takesFocus /> : <Skeleton active />}
    </Modal>
  );
}
