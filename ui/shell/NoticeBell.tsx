import { BellOutlined } from '@ant-design/icons';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Badge, Button, Popover } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Page } from '../../server/contract/common.ts';
import type { Notice } from '../../server/contract/notices.ts';
import { api } from '../api/client.ts';
import { DateTime } from '../components/DateTime.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { ErrorPanel } from '../components/ErrorPanel.tsx';
import './notice-bell.css';

const SHOWN = 20;

/** What this person has to know of: the unread ones counted, the newest first, each a way to its dossier. */
export function NoticeBell() {
  const { t } = useTranslation('ui');
  const [isOpen, setOpen] = useState(false);
  const queries = useQueryClient();
  const { data, error } = useQuery({
    queryKey: ['notices'],
    queryFn: () => api.get<Page<Notice> & { unread: number }>('/notices', { query: { limit: SHOWN } }),
  });
  const read = useMutation({
    mutationFn: (ids?: string[]) => api.post('/notices/read', ids ? { ids } : {}),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['notices'] }),
  });
  const unread = data?.unread ?? 0;
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={isOpen}
      onOpenChange={setOpen}
      title={
        <div className="notice-head">
          {t('notices.title')}
          <Button
            size="small"
            disabled={unread === 0}
            loading={read.isPending}
            onClick={() => read.mutate(undefined)}
          >
            {t('notices.readAll')}
          </Button>
        </div>
      }
      content={
        <div className="notice-list">
          {error && <ErrorPanel error={error} />}
          {data?.items.length === 0 && <EmptyState title={t('notices.none')} />}
          {data?.items.map((notice) => (
            <a
              key={notice.id}
              href={notice.task ? `/cong-viec/${notice.task}` : `/ho-so/${notice.dossier}`}
              className={notice.readAt ? 'notice' : 'notice notice-unread'}
              onClick={() => !notice.readAt && read.mutate([notice.id])}
            >
              <strong>{notice.title}</strong>
              <span>{notice.text}</span>
              <small>
                <DateTime at={notice.at} />
              </small>
            </a>
          ))}
        </div>
      }
    >
      <Badge count={unread} size="small" offset={[-6, 6]}>
        <Button type="text" icon={<BellOutlined />} aria-label={t('notices.open', { count: unread })} />
      </Badge>
    </Popover>
  );
}
