import { CheckCircleFilled } from '@ant-design/icons';
import { Button, Card, Flex, Skeleton } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dossier } from '../../server/contract/dossiers.ts';
import { DateTime } from '../../ui/components/DateTime.tsx';
import { LinkButton } from '../../ui/components/LinkButton.tsx';
import { PdfPreview } from '../../ui/components/PdfPreview.tsx';
import { usePageTitle } from '../../ui/shell/use-page-title.ts';
import { useDossier } from '../dossier/use-dossier.ts';

/** The dossier is in: its code, its due time, its receipt to print, and on to the next. */
export function IntakeDone({ dossier, onNext }: { dossier: Dossier; onNext: () => void }) {
  const { t } = useTranslation('intake');
  const title = t('done.title', { code: dossier.code });
  usePageTitle(title);
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => next.current?.focus(), []);
  return (
    <Flex vertical gap={16}>
      <Card>
        <Flex gap={16} align="center" wrap>
          <CheckCircleFilled style={{ color: '#1b6e3c', fontSize: 36 }} />
          <div style={{ flex: 1, minWidth: 260 }} role="status">
            <h1 style={{ margin: 0, fontSize: 22, fontWeight: 600 }}>{title}</h1>
            <div>
              {dossier.dueAt ? (
                <>
                  {t('done.due')}{' '}
                  <strong>
                    <DateTime at={dossier.dueAt} />
                  </strong>
                </>
              ) : (
                t('done.noDue')
              )}
            </div>
          </div>
          <LinkButton to={`/ho-so/${encodeURIComponent(dossier.code)}`}>{t('done.open')}</LinkButton>
          <Button ref={next} type="primary" size="large" onClick={onNext}>
            {t('done.next')}
          </Button>
        </Flex>
      </Card>
      <Receipt code={dossier.code} />
    </Flex>
  );
}

function Receipt({ code }: { code: string }) {
  const { t } = useTranslation('intake');
  const { data } = useDossier(code);
  const receipt = data?.documents.find(({ kind }) => kind === 'receipt');
  if (data && !receipt) return null;
  return (
    <Card title={<h2 style={{ margin: 0, fontSize: 16, fontWeight: 600 }}>{t('done.receipt')}</h2>}>
      {receipt ? (
        <PdfPreview href={receipt.href} title={t('done.receipt')} />
      ) : (
        <Skeleton active paragraph={{ rows: 8 }} />
      )}
    </Card>
  );
}
