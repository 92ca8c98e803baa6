import { Card } from 'antd';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dossier } from '../../server/contract/dossiers.ts';
import { DateTime } from '../../ui/components/DateTime.tsx';
import { Money } from '../../ui/components/Money.tsx';
import './dossier.css';

/** Whose it is, who has it, when it is due: read at a glance beside every tab. */
export function DossierSummary({ dossier }: { dossier: Dossier }) {
  const { t } = useTranslation('dossier');
  const { applicant, unit, finance, delivery } = dossier;
  const rows: [label: string, value: React.ReactNode][] = [
    [t('field.applicant'), applicant.fullName],
    [t('field.identifier'), applicant.identifier],
    [t('field.birthDate'), applicant.birthDate && <DateTime at={applicant.birthDate} dayOnly />],
    [t('field.phone'), applicant.phone],
    [t('field.email'), applicant.email],
    [t('field.address'), applicant.address],
    [t('field.submitter'), applicant.submitter?.fullName],
    [t('field.authoriser'), applicant.submitter?.authoriser?.fullName],
    [t('field.authorisation'), applicant.submitter?.authoriser?.document],
    [t('field.channel'), t(`channel.${dossier.channel}`)],
    [t('field.receivingUnit'), unit.receivingName],
    [t('field.competentUnit'), unit.competentName],
    [t('field.receivedAt'), <DateTime key="received" at={dossier.receivedAt} />],
    [t('field.dueAt'), <DueDates key="due" dossier={dossier} />],
    [t('field.resolvedAt'), dossier.resolvedAt && <DateTime at={dossier.resolvedAt} />],
    [t('field.outcome'), dossier.outcome && t(`outcome.${dossier.outcome}`)],
    [
      t('field.finance'),
      finance.state !== 'none' && (
        <>
          {t(`finance.${finance.state}`)}
          {finance.items.map(({ name, amount }) => (
            <div key={name}>
              {name}: <Money amount={amount} />
            </div>
          ))}
        </>
      ),
    ],
    [t('field.delivery'), `${t(`method.${delivery.method}`)} · ${t(`delivery.${delivery.state}`)}`],
    [t('field.returnedTo'), delivery.returnedTo],
    [t('field.processVersion'), dossier.procedure.processVersion],
  ];
  return (
    <Card title={<h2 style={{ margin: 0, fontSize: 16, fontWeight: 600 }}>{t('summary')}</h2>}>
      <dl className="dossier-facts">
        {rows
          .filter(([, value]) => value !== undefined && value !== false && value !== '')
          .map(([label, value]) => (
            <Fragment key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </Fragment>
          ))}
      </dl>
    </Card>
  );
}

function DueDates({ dossier: { dueAt, originalDueAt, promisedAt } }: { dossier: Dossier }) {
  const { t } = useTranslation('dossier');
  if (!dueAt) return <>{t('noDue')}</>;
  return (
    <div>
      <strong>
        <DateTime at={dueAt} />
      </strong>
      {originalDueAt && originalDueAt !== dueAt && (
        <div style={{ color: '#51606f' }}>
          {t('originalDue')} <DateTime at={originalDueAt} />
        </div>
      )}
      {promisedAt && (
        <div style={{ color: '#51606f' }}>
          {t('promised')} <DateTime at={promisedAt} />
        </div>
      )}
    </div>
  );
}
