import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Card, Flex, Form, Input, Select, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarException, CalendarYear } from '../../server/contract/calendar.ts';
import { api } from '../../ui/api/client.ts';
import { DayInput } from '../../ui/components/DayInput.tsx';
import { EmptyState } from '../../ui/components/EmptyState.tsx';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';
import { WeekHours } from './WeekHours.tsx';

const KINDS: CalendarException['kind'][] = ['holiday', 'compensation', 'swap-off', 'swap-work'];

/** A day under way: a new row has no date yet. */
type Row = Partial<CalendarException> & { key: number };

const rowsOf = (exceptions: CalendarException[]): Row[] =>
  exceptions.map((exception, key) => ({ ...exception, key }));

/** The days of a year that differ from its week, each with its source; nothing counts before it is saved. */
export function YearEditor({ year, entered }: { year: number; entered: CalendarYear | null }) {
  const { t } = useTranslation('calendar');
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [draft, setDraft] = useState({ week: entered?.week, rows: rowsOf(entered?.exceptions ?? []) });
  const [decidedBy, setDecidedBy] = useState(entered?.decidedBy ?? '');
  const [nextKey, setNextKey] = useState(1000);
  const setRows = (change: (rows: Row[]) => Row[]) =>
    setDraft(({ rows, ...rest }) => ({ ...rest, rows: change(rows) }));
  const change = (key: number, part: Partial<CalendarException>) =>
    setRows((rows) => rows.map((row) => (row.key === key ? { ...row, ...part } : row)));

  const proposing = useMutation({
    mutationFn: () => api.get<CalendarYear>('/calendar/proposal', { query: { year } }),
    onSuccess: ({ week, exceptions }) => setDraft({ week: draft.week ?? week, rows: rowsOf(exceptions) }),
  });
  const saving = useMutation({
    mutationFn: () =>
      api.put<CalendarYear>(
        '/calendar/{year}',
        {
          ...entered,
          year,
          week: draft.week,
          decidedBy,
          exceptions: draft.rows
            .map(({ key: _key, ...row }) => row)
            .sort((one, other) => ((one.date ?? '') < (other.date ?? '') ? -1 : 1)),
        },
        { params: { year } },
      ),
    onSuccess: () => {
      void message.success(t('saved', { year }));
      void queries.invalidateQueries({ queryKey: ['calendar'] });
    },
  });
  const error = proposing.error ?? saving.error;
  return (
    <Card title={t('year', { year })}>
      {!entered && (
        <Alert type="warning" showIcon title={t('missing', { year })} style={{ marginBottom: 16 }} />
      )}
      {error && <ErrorPanel error={error} takesFocus />}
      {draft.week && (
        <Flex gap={32} wrap style={{ marginBottom: 16 }}>
          <div>
            <h2 style={{ fontSize: 16, margin: '0 0 8px' }}>{t('week')}</h2>
            <WeekHours week={draft.week} />
          </div>
        </Flex>
      )}
      <h2 style={{ fontSize: 16, margin: '0 0 8px' }}>{t('exceptions')}</h2>
      <Table<Row>
        rowKey="key"
        size="small"
        pagination={false}
        dataSource={draft.rows}
        scroll={{ x: 900 }}
        locale={{ emptyText: <EmptyState title={t('none')} /> }}
        columns={[
          {
            title: t('date'),
            width: 150,
            render: (_, { key, date }) => (
              <DayInput
                {...(date !== undefined && { value: date })}
                aria-label={t('date')}
                onChange={(day) => change(key, { date: day ?? '' })}
              />
            ),
          },
          {
            title: t('name'),
            render: (_, { key, name = '' }) => (
              <Input
                aria-label={t('name')}
                value={name}
                onChange={(event) => change(key, { name: event.target.value })}
              />
            ),
          },
          {
            title: t('kind'),
            width: 210,
            render: (_, { key, kind }) => (
              <Select
                aria-label={t('kind')}
                value={kind}
                style={{ width: '100%' }}
                options={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
                onChange={(value) => change(key, { kind: value })}
              />
            ),
          },
          {
            title: t('source'),
            render: (_, { key, source = '' }) => (
              <Input
                aria-label={t('source')}
                value={source}
                onChange={(event) => change(key, { source: event.target.value })}
              />
            ),
          },
          {
            title: <span className="visually-hidden">{t('remove')}</span>,
            width: 56,
            render: (_, { key, name = '' }) => (
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={t('removeDay', { name })}
                onClick={() => setRows((rows) => rows.filter((row) => row.key !== key))}
              />
            ),
          },
        ]}
      />
      <Flex gap={8} wrap style={{ margin: '12px 0 20px' }}>
        <Button
          icon={<PlusOutlined />}
          onClick={() => {
            setRows((rows) => [...rows, { key: nextKey, kind: 'holiday', name: '', source: '' }]);
            setNextKey((key) => key + 1);
          }}
        >
          {t('add')}
        </Button>
        <Button loading={proposing.isPending} onClick={() => proposing.mutate()}>
          {t('propose')}
        </Button>
      </Flex>
      <Form layout="vertical" onFinish={() => saving.mutate()}>
        <Form.Item label={t('decidedBy')} htmlFor="decided-by" extra={t('decidedByHint')}>
          <Input
            id="decided-by"
            value={decidedBy}
            onChange={(event) => setDecidedBy(event.target.value)}
            style={{ maxWidth: 520 }}
          />
        </Form.Item>
        <Button
          type="primary"
          htmlType="submit"
          loading={saving.isPending}
          disabled={!draft.week || draft.rows.some(({ date }) => !date)}
        >
          {t('save')}
        </Button>
      </Form>
    </Card>
  );
}
