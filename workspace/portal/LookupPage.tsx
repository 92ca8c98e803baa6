import { useQuery } from '@tanstack/react-query';
import { Button, Card, Flex, Progress, Skeleton, Steps, Timeline } from 'antd';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { PublicDossier } from '../../server/contract/portal.ts';
import { api } from '../../ui/api/client.ts';
import { DateTime } from '../../ui/components/DateTime.tsx';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';
import { PageHeading } from '../../ui/components/PageHeading.tsx';
import { ToneTag } from '../../ui/components/ToneTag.tsx';
import { Fact } from './Fact.tsx';
import { IssuedPapers } from './IssuedPapers.tsx';
import { RateDossier } from './RateDossier.tsx';

/** The QR code's address: what anybody who holds the code may see (R130, R131, R134). */
export default function LookupPage() {
  const { t } = useTranslation('portal');
  const { code = '' } = useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ['public-dossier', code],
    queryFn: () => api.get<PublicDossier>('/public/dossiers/{code}', { params: { code } }),
  });
  return (
    <>
      <PageHeading
        title={t('lookup.of', { code })}
        aside={data && <ToneTag tone="info">{data.status.label}</ToneTag>}
      />
      {error && (
        <>
          <ErrorPanel error={error} onRetry={refetch} takesFocus />
          <Button href="/">{t('lookup.again')}</Button>
        </>
      )}
      {!data && !error && <Skeleton active />}
      {data && <PublicDossierView dossier={data} />}
    </>
  );
}

function PublicDossierView({ dossier }: { dossier: PublicDossier }) {
  const { t } = useTranslation('portal');
  return (
    <Flex vertical gap={16}>
      <Card>
        <Flex gap={24} wrap="wrap-reverse" justify="space-between" align="flex-start">
          <div style={{ flex: '1 1 320px' }}>
            <div style={{ color: '#51606f' }} id="muc-do">
              {t('dossier.progress')}
            </div>
            <Progress percent={dossier.progress} aria-labelledby="muc-do" style={{ marginBottom: 16 }} />
            <dl className="portal-facts">
              <Fact label={t('dossier.procedure')}>{dossier.procedure}</Fact>
              <Fact label={t('dossier.receivingUnit')}>{dossier.receivingUnit}</Fact>
              {dossier.organisation && <Fact label={t('dossier.organisation')}>{dossier.organisation}</Fact>}
              <Fact label={t('dossier.submitter')}>{dossier.submitter}</Fact>
              <Fact label={t('dossier.receivedAt')}>
                <DateTime at={dossier.receivedAt} />
              </Fact>
              {dossier.dueAt && (
                <Fact label={t('dossier.dueAt')}>
                  <DateTime at={dossier.dueAt} />
                  {dossier.originalDueAt && dossier.originalDueAt !== dossier.dueAt && (
                    <div style={{ color: '#51606f', fontWeight: 400 }}>
                      {t('dossier.originalDueAt')} <DateTime at={dossier.originalDueAt} />
                    </div>
                  )}
                  {dossier.promisedAt && (
                    <div style={{ color: '#51606f', fontWeight: 400 }}>
                      {t('dossier.promisedAt')} <DateTime at={dossier.promisedAt} />
                    </div>
                  )}
                </Fact>
              )}
            </dl>
          </div>
          <img
            src={qrSource(dossier.qr)}
            alt={t('dossier.qr', { code: dossier.code })}
            width={132}
            height={132}
          />
        </Flex>
      </Card>
      {dossier.units && (
        <Card title={<h2 style={HEADING}>{t('dossier.units')}</h2>}>
          <Steps
            orientation="vertical"
            size="small"
            current={dossier.units.filter(({ state }) => state === 'done').length}
            items={dossier.units.map(({ name, state }) => ({
              title: name,
              content: t(`dossier.unit.${state}`),
              status: UNIT_STEP[state],
            }))}
          />
        </Card>
      )}
      <Card title={<h2 style={HEADING}>{t('dossier.timeline')}</h2>}>
        <Timeline
          items={dossier.timeline.map(({ at, label }) => ({
            content: (
              <>
                <DateTime at={at} /> · {label}
              </>
            ),
          }))}
        />
      </Card>
      <IssuedPapers code={dossier.code} papers={dossier.papers} />
      {dossier.canRate && <RateDossier code={dossier.code} />}
    </Flex>
  );
}

const HEADING = { margin: 0, fontSize: 16, fontWeight: 600 };

const UNIT_STEP = { done: 'finish', current: 'process', ahead: 'wait' } as const;

/** The server sends an SVG or a data address; both fit an image. */
const qrSource = (qr: string): string =>
  qr.startsWith('<') ? `data:image/svg+xml;utf8,${encodeURIComponent(qr)}` : qr;
