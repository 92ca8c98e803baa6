import { Card, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Unit } from '../../server/contract/access.ts';
import { EmptyState } from '../../ui/components/EmptyState.tsx';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';
import { useUnits } from '../procedure/UnitSelect.tsx';

/** The units of the organisation, with the codes that dossier codes begin with. */
export function UnitTable() {
  const { t } = useTranslation('admin');
  const { data, error, refetch, isPending } = useUnits();
  return (
    <Card>
      {error && <ErrorPanel error={error} onRetry={refetch} />}
      <Table<Unit>
        rowKey="id"
        loading={isPending && !error}
        dataSource={data}
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
        scroll={{ x: 860 }}
        locale={{ emptyText: <EmptyState title={t('units.none')} /> }}
        columns={[
          { title: t('units.code'), dataIndex: 'code', width: 140 },
          { title: t('units.name'), dataIndex: 'name' },
          { title: t('units.parent'), dataIndex: 'parentName' },
          { title: t('units.kind'), width: 200, render: (_, { kind }) => t(`units.is.${kind}`) },
          { title: t('units.phone'), dataIndex: 'phone', width: 150 },
        ]}
      />
    </Card>
  );
}
