import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Empty, Flex, Form, Input, Typography } from 'antd';
import type Modeler from 'bpmn-js/lib/Modeler';
import { useTranslation } from 'react-i18next';
import type { ProcessComment, ProcessVersion } from '../../../server/contract/catalogue.ts';
import { api } from '../../../ui/api/client.ts';
import { ErrorPanel } from '../../../ui/components/ErrorPanel.tsx';
import { ToneTag } from '../../../ui/components/ToneTag.tsx';
import { formatInstant } from '../../../ui/format/format-time.ts';
import { showElement } from '../board/show-element.ts';
import { attribute, type DiagramElement } from '../panel/diagram-element.ts';
import { useSelectedElement } from '../panel/use-selected-element.ts';
import { useCommentMarks } from './use-comment-marks.ts';

interface CommentsPanelProps {
  version: ProcessVersion;
  modeler: Modeler;
}

interface ElementRegistry {
  get(id: string): DiagramElement | undefined;
}

/** Remarks on the version and its elements; each is shown on the drawing until it is settled. */
export function CommentsPanel({ version, modeler }: CommentsPanelProps) {
  const { t } = useTranslation('designer');
  const comments = version.comments ?? [];
  useCommentMarks(modeler, comments);
  return (
    <Flex vertical gap={12}>
      <NewComment version={version} modeler={modeler} />
      {comments.length === 0 && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('comments.none')} />
      )}
      <ul className="finding-list" aria-label={t('comments.title')}>
        {comments.toReversed().map((comment) => (
          <CommentLine key={comment.id} version={version} modeler={modeler} comment={comment} />
        ))}
      </ul>
    </Flex>
  );
}

/** On what is selected, or on the whole version. */
function NewComment({ version, modeler }: CommentsPanelProps) {
  const { t } = useTranslation('designer');
  const refresh = useRefresh(version);
  const [form] = Form.useForm<{ text: string }>();
  const selected = useSelectedElement(modeler);
  const add = useMutation({
    mutationFn: ({ text }: { text: string }) =>
      api.post(
        '/procedures/{procedure}/processes/{version}/comments',
        { text, ...(selected ? { element: selected.id } : {}) },
        { params: paramsOf(version) },
      ),
    onSuccess: () => {
      form.resetFields();
      refresh();
    },
  });
  const on = selected ? attribute(selected, 'name') || selected.id : undefined;
  return (
    <Form form={form} layout="vertical" size="small" onFinish={(answer) => add.mutate(answer)}>
      {add.error && <ErrorPanel error={add.error} takesFocus />}
      <Form.Item
        name="text"
        label={on ? t('comments.onElement', { name: on }) : t('comments.onVersion')}
        rules={[{ required: true, whitespace: true, message: t('life.required') }]}
      >
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
      <Button htmlType="submit" loading={add.isPending}>
        {t('comments.add')}
      </Button>
    </Form>
  );
}

function CommentLine({ version, modeler, comment }: CommentsPanelProps & { comment: ProcessComment }) {
  const { t } = useTranslation('designer');
  const refresh = useRefresh(version);
  const { id, element, isSettled, actor, at, text } = comment;
  const settle = useMutation({
    mutationFn: () =>
      api.put(
        '/procedures/{procedure}/processes/{version}/comments/{id}',
        { isSettled: !isSettled },
        { params: { ...paramsOf(version), id } },
      ),
    onSuccess: refresh,
  });
  const drawn = element && modeler.get<ElementRegistry>('elementRegistry').get(element);
  return (
    <li>
      <div className="finding-text">
        <Typography.Text type="secondary">
          {actor} · {formatInstant(at)}
        </Typography.Text>{' '}
        {isSettled && <ToneTag tone="success">{t('comments.settled')}</ToneTag>}
        <div>{text}</div>
        {drawn && element && (
          <Button type="link" size="small" onClick={() => showElement(modeler, element)}>
            {attribute(drawn, 'name') || element}
          </Button>
        )}
        {(version.abilities.includes('update') || version.abilities.includes('return')) && (
          <Button size="small" type="text" loading={settle.isPending} onClick={() => settle.mutate()}>
            {t(isSettled ? 'comments.reopen' : 'comments.settle')}
          </Button>
        )}
        {settle.error && <ErrorPanel error={settle.error} />}
      </div>
    </li>
  );
}

const paramsOf = ({ procedure, version }: ProcessVersion) => ({ procedure, version });

function useRefresh(version: ProcessVersion): () => void {
  const queries = useQueryClient();
  return () =>
    void queries.invalidateQueries({ queryKey: ['process', version.procedure, String(version.version)] });
}
