import { Table, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { MigrationPreview } from '../../../server/contract/migration.ts';
import { ToneTag } from '../../../ui/components/ToneTag.tsx';
import { formatInstant } from '../../../ui/format/format-time.ts';
import './migration.css';

interface PreviewTableProps {
  previews: MigrationPreview[];
  /** codes of the dossiers to be moved */
  chosen: string[];
  onChoose(codes: string[]): void;
}

/** A line a dossier: where it stands, where it would stand, what changes for whoever works on it; those that can be chosen. */
export function PreviewTable({ previews, chosen, onChoose }: PreviewTableProps) {
  const { t, i18n } = useTranslation('designer');
  const language = i18n.language === 'en' ? 'en' : 'vi';
  return (
    <Table<MigrationPreview>
      size="small"
      rowKey="code"
      dataSource={previews}
      pagination={{ pageSize: 20, hideOnSinglePage: true }}
      rowSelection={{
        selectedRowKeys: chosen,
        onChange: (codes) => onChoose(codes.map(String)),
        getCheckboxProps: ({ isPossible, code }) => ({
          disabled: !isPossible,
          'aria-label': t('migration.choose', { code }),
        }),
      }}
      columns={[
        {
          title: t('migration.dossier'),
          dataIndex: 'code',
          width: 210,
          render: (code: string) => <a href={`/ho-so/${code}`}>{code}</a>,
        },
        {
          title: t('migration.now'),
          dataIndex: 'version',
          width: 110,
          render: (version: number) => t('list.version', { version }),
        },
        {
          title: t('migration.outcome'),
          width: 150,
          render: (_, { isPossible }) =>
            isPossible ? (
              <ToneTag tone="success">{t('migration.possible')}</ToneTag>
            ) : (
              <ToneTag tone="danger">{t('migration.impossible')}</ToneTag>
            ),
        },
        {
          title: t('migration.becomes'),
          render: (_, { moves, withdraws, blocked }) => (
            <ul className="migration-places">
              {moves.map(({ from, to }) => (
                <li key={from.element}>
                  {from.name || from.element} → {to.name || to.element}
                </li>
              ))}
              {withdraws.map(({ element, name }) => (
                <li key={element}>{t('migration.withdraws', { name: name || element })}</li>
              ))}
              {blocked.map(({ element, name, reason }) => (
                <li key={element}>
                  <Typography.Text type="danger">
                    {name || element}: {reason[language]}
                  </Typography.Text>
                </li>
              ))}
            </ul>
          ),
        },
        {
          title: t('migration.dueAt'),
          width: 210,
          render: (_, { due, tasks }) => (
            <>
              <div>{due.after ? formatInstant(due.after) : '—'}</div>
              {tasks
                .filter(({ before, after }) => before.dueAt !== after.dueAt)
                .map(({ before, after }) => (
                  <Typography.Text key={after.id} type="secondary">
                    {t('migration.stepDue', {
                      name: after.name,
                      before: before.dueAt ? formatInstant(before.dueAt) : '—',
                      after: after.dueAt ? formatInstant(after.dueAt) : '—',
                    })}
                  </Typography.Text>
                ))}
            </>
          ),
        },
      ]}
    />
  );
}
