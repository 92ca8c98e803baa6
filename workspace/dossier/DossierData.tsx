import { Alert, Flex, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import type { HistoryEvent } from '../../server/contract/dossiers.ts';
import { EmptyState } from '../../ui/components/EmptyState.tsx';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';
import { formatInstant } from '../../ui/format/format-time.ts';
import { EFormRead } from '../eform/EFormRead.tsx';
import { PrintForm } from '../eform/PrintForm.tsx';
import { useFormVersion } from '../eform/use-form-version.ts';
import { useDossier, useHistory } from './use-dossier.ts';

/** The application as it was filled in, by the version of its form that the dossier keeps; what a supplement changed is marked. */
export function DossierData({ code, columns }: { code: string; columns?: 1 | 2 }) {
  const { t } = useTranslation('dossier');
  const dossier = useDossier(code).data;
  const { data: form, error, refetch } = useFormVersion(dossier?.formVersion);
  const supplement = lastSupplement(useHistory(code).data);
  if (error) return <ErrorPanel error={error} onRetry={refetch} />;
  if (dossier && (!dossier.formVersion || Object.keys(dossier.form).length === 0))
    return <EmptyState title={t('data.empty')} />;
  if (!dossier || !form) return <Skeleton active />;
  return (
    <>
      <Flex gap={8} wrap justify="space-between" align="flex-start" style={{ margin: '8px 0' }}>
        {supplement ? (
          <Alert
            type="info"
            showIcon
            title={t('data.supplemented', { at: formatInstant(supplement.at) })}
            style={{ flex: '1 1 260px' }}
          />
        ) : (
          <span />
        )}
        <PrintForm source={form} title={form.title} value={dossier.form} code={code} />
      </Flex>
      <EFormRead source={form} value={dossier.form} previous={supplement?.before} columns={columns} />
    </>
  );
}

/** When the application was supplemented last, and what stood in it before; undefined when its form did not change. */
function lastSupplement(
  history: HistoryEvent[] | undefined,
): { at: string; before: Record<string, unknown> } | undefined {
  const event = history?.findLast(({ type }) => type === 'supplement');
  const [before, after] = [formIn(event?.before), formIn(event?.after)];
  if (!event || !before || JSON.stringify(before) === JSON.stringify(after)) return undefined;
  return { at: event.at, before };
}

const formIn = (kept: unknown): Record<string, unknown> | undefined =>
  (kept as { form?: Record<string, unknown> } | undefined)?.form;
