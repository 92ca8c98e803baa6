import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Card, Input, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { User } from '../../server/contract/access.ts';
import type { Page } from '../../server/contract/common.ts';
import { api } from '../../ui/api/client.ts';
import { ConfirmButton } from '../../ui/components/ConfirmButton.tsx';
import { EmptyState } from '../../ui/components/EmptyState.tsx';
import { ErrorPanel, sentencesOf } from '../../ui/components/ErrorPanel.tsx';
import { type Tone, ToneTag } from '../../ui/components/ToneTag.tsx';
import { matchesWords } from '../../ui/format/fold-vietnamese.ts';

/** Every account: who, where, in which roles; locked and unlocked here. */
export function UserTable() {
  const { t } = useTranslation('admin');
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [wanted, setWanted] = useState('');
  const { data, error, refetch, isPending } = useQuery({
    queryKey: ['users'],
    queryFn: async () => (await api.get<Page<User>>('/users', { query: { limit: 200 } })).items,
  });
  const changing = useMutation({
    mutationFn: ({ user, change }: { user: User; change: 'lock' | 'unlock' }) =>
      api.post(`/users/{id}/${change}`, {}, { params: { id: user.id } }),
    onSuccess: (_, { user, change }) => void message.success(t(`users.${change}ed`, { name: user.fullName })),
    onError: (thrown) => {
      const { title, detail } = sentencesOf(thrown, t);
      void message.error(detail ?? title);
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['users'] }),
  });
  const found = data?.filter(({ username, fullName, unitName, title }) =>
    matchesWords(wanted, [username, fullName, unitName, title]),
  );
  return (
    <Card>
      <Input
        type="search"
        allowClear
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
        placeholder={t('users.search')}
        aria-label={t('users.search')}
        style={{ maxWidth: 360, marginBottom: 16 }}
      />
      {error && <ErrorPanel error={error} onRetry={refetch} />}
      <Table<User>
        rowKey="id"
        size="middle"
        loading={isPending && !error}
        dataSource={found}
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
        scroll={{ x: 860 }}
        locale={{ emptyText: <EmptyState title={t('users.none')} /> }}
        columns={[
          {
            title: t('users.name'),
            render: (_, { fullName, title }) => (
              <>
                <strong style={{ fontWeight: 600 }}>{fullName}</strong>
                {title && <div style={{ color: '#51606f', fontSize: 13.5 }}>{title}</div>}
              </>
            ),
          },
          { title: t('users.username'), dataIndex: 'username', width: 150 },
          { title: t('users.unit'), dataIndex: 'unitName' },
          {
            title: t('users.roles'),
            render: (_, { roles }) => roles.map((role) => t(`ui:role.${role}`)).join(', '),
          },
          {
            title: t('users.state'),
            width: 130,
            render: (_, { state }) => <ToneTag tone={TONES[state]}>{t(`users.is.${state}`)}</ToneTag>,
          },
          {
            title: <span className="visually-hidden">{t('users.actions')}</span>,
            width: 110,
            render: (_, user) => {
              const change = user.state === 'locked' ? 'unlock' : 'lock';
              return (
                <ConfirmButton
                  size="small"
                  question={t(`users.${change}Question`, { name: user.fullName })}
                  onConfirm={() => changing.mutate({ user, change })}
                >
                  {t(`users.${change}`)}
                </ConfirmButton>
              );
            },
          },
        ]}
      />
    </Card>
  );
}

const TONES: Record<User['state'], Tone> = {
  active: 'success',
  locked: 'warning',
  revoked: 'danger',
  pending: 'neutral',
};
