import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button, Flex, Form, Input, Skeleton, Typography } from 'antd';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { ManyMigrated, MigrationPreview } from '../../../server/contract/migration.ts';
import { api } from '../../../ui/api/client.ts';
import { EmptyState } from '../../../ui/components/EmptyState.tsx';
import { ErrorPanel } from '../../../ui/components/ErrorPanel.tsx';
import { PageHeading } from '../../../ui/components/PageHeading.tsx';
import { MappingFields } from './MappingFields.tsx';
import { MigrateAll } from './MigrateAll.tsx';
import { PreviewTable } from './PreviewTable.tsx';

const PAGE = 200;

/** Running dossiers and this version: what would become of each, and moving those that are chosen (R010). */
export function MigrationPage() {
  const { t } = useTranslation('designer');
  const { procedure = '', version = '' } = useParams();
  const params = { procedure, version };
  const [mapping, setMapping] = useState<Record<string, string>>({});
  const [chosen, setChosen] = useState<string[]>([]);
  const preview = useQuery({
    queryKey: ['migration', procedure, version, mapping],
    queryFn: () =>
      api.post<{ items: MigrationPreview[]; next?: string }>(
        '/procedures/{procedure}/processes/{version}/migration-preview',
        { mapping, limit: PAGE },
        { params },
      ),
    placeholderData: (previous) => previous,
  });
  const move = useMutation({
    mutationFn: ({ reason }: { reason: string }) =>
      api.post<ManyMigrated>(
        '/procedures/{procedure}/processes/{version}/migrate',
        { mapping, reason, dossiers: chosen },
        { params },
      ),
    onSuccess: () => {
      setChosen([]);
      void preview.refetch();
    },
  });
  const { refetch } = preview;
  const onMoved = useCallback(() => void refetch(), [refetch]);
  const items = preview.data?.items ?? [];
  return (
    <Flex vertical gap={16}>
      <div>
        <Link to={`/thiet-ke/quy-trinh/${procedure}/${version}`}>{t('migration.back', { version })}</Link>
        <PageHeading title={t('migration.title', { procedure, version })} />
        <Typography.Paragraph type="secondary">{t('migration.hint')}</Typography.Paragraph>
      </div>
      {preview.error && <ErrorPanel error={preview.error} onRetry={() => void preview.refetch()} />}
      {move.error && <ErrorPanel error={move.error} takesFocus />}
      {move.data && <Moved result={move.data} />}
      {!preview.data && !preview.error && <Skeleton active />}
      {preview.data && items.length === 0 && (
        <EmptyState title={t('migration.none')} hint={t('migration.noneHint')} />
      )}
      {items.length > 0 && (
        <>
          <MappingFields
            procedure={procedure}
            version={version}
            previews={items}
            mapping={mapping}
            onChange={setMapping}
          />
          <PreviewTable previews={items} chosen={chosen} onChoose={setChosen} />
          {preview.data?.next && <Alert type="info" showIcon title={t('migration.more', { count: PAGE })} />}
          <Form layout="vertical" onFinish={(answers: { reason: string }) => move.mutate(answers)}>
            <Form.Item
              name="reason"
              label={t('migration.reason')}
              rules={[{ required: true, message: t('life.required') }]}
            >
              <Input.TextArea rows={2} maxLength={2000} style={{ maxWidth: 640 }} />
            </Form.Item>
            <Button type="primary" htmlType="submit" disabled={chosen.length === 0} loading={move.isPending}>
              {t('migration.move', { count: chosen.length })}
            </Button>
          </Form>
        </>
      )}
      <MigrateAll procedure={procedure} version={version} mapping={mapping} onMoved={onMoved} />
    </Flex>
  );
}

function Moved({ result: { moved, failed } }: { result: ManyMigrated }) {
  const { t } = useTranslation('designer');
  return (
    <Alert
      type={failed.length === 0 ? 'success' : 'warning'}
      showIcon
      title={t('migration.moved', { count: moved.length })}
      description={
        failed.length > 0 && (
          <ul style={{ margin: 0, paddingInlineStart: 20 }}>
            {failed.map(({ code }) => (
              <li key={code}>{t('migration.failed', { code })}</li>
            ))}
          </ul>
        )
      }
    />
  );
}
