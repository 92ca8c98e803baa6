import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Card, Flex, Form, Input } from 'antd';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Attachment } from '../../server/contract/dossiers.ts';
import type { Task } from '../../server/contract/tasks.ts';
import { isProblem } from '../../ui/api/api-problem.ts';
import { api } from '../../ui/api/client.ts';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';
import { DraftNotice } from '../../ui/drafts/DraftNotice.tsx';
import { useDraft } from '../../ui/drafts/use-draft.ts';
import { useSession } from '../../ui/session/session-context.tsx';
import { EForm, type EFormHandle } from '../eform/EForm.tsx';
import { FreeFiles } from '../papers/FreeFiles.tsx';
import { DelegateDialog } from './DelegateDialog.tsx';

interface TaskDraft {
  /** absent until something is typed: the form starts with its defaults */
  output?: Record<string, unknown>;
  comment: string;
  attachments: Attachment[];
}

const EMPTY: TaskDraft = { comment: '', attachments: [] };

/** Does the step: claims it, fills its form, completes it. What was typed outlives conflicts and reloads. */
export function TaskForm({ task }: { task: Task }) {
  const { t } = useTranslation('desk');
  const { message } = App.useApp();
  const { session } = useSession();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const eform = useRef<EFormHandle>(null);
  const [draft, setDraft, discard, keeping] = useDraft<TaskDraft>(
    `task.${task.id}.${session?.user.id}`,
    EMPTY,
  );
  const [fills, setFills] = useState(0);
  const [isDelegating, setDelegating] = useState(false);
  const may = (ability: string) => task.abilities.includes(ability);
  const canComplete = may('complete') && task.status === 'open';
  const set = (part: Partial<TaskDraft>) => setDraft((previous) => ({ ...previous, ...part }));
  const params = { id: task.id };

  const refetch = () => {
    void queries.invalidateQueries({ queryKey: ['task', task.id] });
    void queries.invalidateQueries({ queryKey: ['tasks'] });
    void queries.invalidateQueries({ queryKey: ['dossier', task.dossier.code] });
  };
  const claim = useMutation({
    mutationFn: () => api.post('/tasks/{id}/claim', {}, { params }),
    onSettled: refetch,
  });
  const release = useMutation({
    mutationFn: () => api.post('/tasks/{id}/release', {}, { params }),
    onSuccess: () => void message.success(t('task.released')),
    onSettled: refetch,
  });
  const complete = useMutation({
    mutationFn: (output: Record<string, unknown>) =>
      api.post(
        '/tasks/{id}/complete',
        { output, comment: draft.comment.trim() || undefined, attachments: draft.attachments },
        { params },
      ),
    onSuccess: async () => {
      discard();
      refetch();
      void message.success(t('task.completed', { task: task.name }));
      await navigate('/ban-lam-viec');
    },
    onError: (error) => {
      refetch();
      if (isProblem(error)) eform.current?.show(error.errors, '/output');
    },
  });

  const startOver = () => {
    discard();
    setFills((count) => count + 1);
  };
  const send = useCallback(() => {
    complete.reset();
    const data = task.form ? eform.current?.submit().data : {};
    if (data) complete.mutate(data);
  }, [complete, task.form]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (canComplete && event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [canComplete, send]);

  const refused = complete.error ?? claim.error ?? release.error;
  const hasTyped = draft.output !== undefined || draft.comment !== '' || draft.attachments.length > 0;
  // somebody else closed it before, or while, this person was at it
  const isConflict =
    (isProblem(complete.error) && [404, 409, 410].includes(complete.error.status)) ||
    (task.status !== 'open' && hasTyped && !complete.isSuccess);
  const notice = noticeOf(task);
  return (
    <Card title={<h2 style={{ margin: 0, fontSize: 16, fontWeight: 600 }}>{t('task.step')}</h2>}>
      {refused && <ErrorPanel error={refused} takesFocus />}
      {isConflict && (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 16 }}
          title={t('task.changed')}
          action={
            task.status !== 'open' && (
              <Button size="small" onClick={discard}>
                {t('task.discard')}
              </Button>
            )
          }
        />
      )}
      {notice && !refused && (
        <Alert
          type="info"
          showIcon
          style={{ marginBottom: 16 }}
          title={t(notice)}
          action={
            may('claim') && (
              <Button type="primary" loading={claim.isPending} onClick={() => claim.mutate()}>
                {t('claim')}
              </Button>
            )
          }
        />
      )}
      <div style={{ marginBottom: keeping.restored || !keeping.isKept ? 16 : 0 }}>
        <DraftNotice
          isRestored={keeping.restored !== undefined && hasTyped && canComplete}
          isKept={keeping.isKept}
          onStartOver={startOver}
        />
      </div>
      {task.form ? (
        <EForm
          key={fills}
          ref={eform}
          source={{ schema: task.form.schema, ui: task.form.ui }}
          value={draft.output}
          onChange={(output) => set({ output })}
          isReadOnly={!canComplete && !isConflict}
        />
      ) : (
        <p style={{ marginTop: 0 }}>{t('task.noForm')}</p>
      )}
      {(canComplete || isConflict) && (
        <Form layout="vertical" component="div" style={{ marginTop: 16 }}>
          <Form.Item label={t('task.comment')} htmlFor="y-kien">
            <Input.TextArea
              id="y-kien"
              rows={2}
              maxLength={2000}
              value={draft.comment}
              onChange={(event) => set({ comment: event.target.value })}
            />
          </Form.Item>
          <Form.Item label={t('task.attachments')}>
            <FreeFiles value={draft.attachments} onChange={(attachments) => set({ attachments })} />
          </Form.Item>
        </Form>
      )}
      {canComplete && (
        <Flex gap={8} wrap align="center">
          <Button type="primary" size="large" loading={complete.isPending} onClick={send}>
            {t('task.complete')}
          </Button>
          {may('delegate') && <Button onClick={() => setDelegating(true)}>{t('task.delegate')}</Button>}
          {may('release') && (
            <Button loading={release.isPending} onClick={() => release.mutate()}>
              {t('task.release')}
            </Button>
          )}
          {session?.manualClock && task.sample && (
            <Button
              onClick={() => {
                set({ output: task.sample ?? {} });
                setFills(fills + 1);
              }}
            >
              {t('task.sample')}
            </Button>
          )}
          <span style={{ color: '#51606f', fontSize: 13 }}>{t('task.draftKept')}</span>
        </Flex>
      )}
      {isDelegating && <DelegateDialog task={task} onClose={() => setDelegating(false)} onDone={refetch} />}
    </Card>
  );
}

/** Why the form cannot be filled in, if it cannot. */
function noticeOf(task: Task): string | undefined {
  if (task.status !== 'open') return `task.closed.${task.status}`;
  if (task.abilities.includes('complete')) return undefined;
  return task.abilities.includes('claim') ? 'task.notMine' : 'task.readOnly';
}
