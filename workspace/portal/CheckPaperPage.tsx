import { CheckCircleFilled, CloseCircleFilled, QuestionCircleFilled, SwapOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Card, Flex, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { CheckedPaper } from '../../server/contract/portal.ts';
import { api } from '../../ui/api/client.ts';
import { DateTime } from '../../ui/components/DateTime.tsx';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';
import { LinkButton } from '../../ui/components/LinkButton.tsx';
import { PageHeading } from '../../ui/components/PageHeading.tsx';
import type { Tone } from '../../ui/components/ToneTag.tsx';
import { formatDay } from '../../ui/format/format-time.ts';
import { CompareFile } from './CompareFile.tsx';
import { Fact } from './Fact.tsx';

/** Where the QR of a paper leads: whether it was issued here, and whether it still stands (R103). */
export default function CheckPaperPage() {
  const { t } = useTranslation('portal');
  const { code = '', paper = '' } = useParams();
  const { data, error, refetch } = useQuery({
    queryKey: ['checked-paper', code, paper],
    queryFn: () =>
      api.get<CheckedPaper>('/public/dossiers/{code}/documents/{id}', { params: { code, id: paper } }),
  });
  return (
    <>
      <PageHeading title={t('check.title')} />
      {error && <ErrorPanel error={error} onRetry={refetch} takesFocus />}
      {!data && !error && <Skeleton active />}
      {data && (
        <Flex vertical gap={16}>
          <Verdict verdict={data.verdict} />
          {data.verdict !== 'unknown' && <PaperFacts paper={data} />}
          {data.verdict !== 'unknown' && data.sha256 && <CompareFile sha256={data.sha256} />}
          <Flex>
            <LinkButton to={data.verdict === 'unknown' ? '/' : `/tra-cuu/${encodeURIComponent(data.code)}`}>
              {t(data.verdict === 'unknown' ? 'lookup.again' : 'check.toDossier')}
            </LinkButton>
          </Flex>
        </Flex>
      )}
    </>
  );
}

function Verdict({ verdict }: { verdict: CheckedPaper['verdict'] }) {
  const { t } = useTranslation('portal');
  const { tone, sign } = VERDICTS[verdict];
  return (
    <section className="portal-verdict" data-tone={tone} aria-labelledby="ket-qua-kiem-tra">
      <span aria-hidden="true" className="portal-verdict-sign">
        {sign}
      </span>
      <div>
        <h2 id="ket-qua-kiem-tra">{t(`check.verdict.${verdict}`)}</h2>
        <p>{t(`check.meaning.${verdict}`)}</p>
      </div>
    </section>
  );
}

function PaperFacts({ paper }: { paper: Exclude<CheckedPaper, { verdict: 'unknown' }> }) {
  const { t } = useTranslation('portal');
  const { code, replacedBy } = paper;
  return (
    <Card>
      <dl className="portal-facts">
        <Fact label={t('check.paper')}>{paper.title}</Fact>
        <Fact label={t('check.number')}>{paper.number}</Fact>
        <Fact label={t('check.issuedAt')}>
          <DateTime at={paper.issuedAt} />
        </Fact>
        <Fact label={t('check.unit')}>{paper.unit}</Fact>
        <Fact label={t('check.dossier')}>{code}</Fact>
        <Fact label={t('check.seal')}>{t(paper.isSealed ? 'check.sealed' : 'check.unsealed')}</Fact>
        {paper.withdrawnAt && (
          <Fact label={t('check.withdrawnAt')}>
            <DateTime at={paper.withdrawnAt} />
          </Fact>
        )}
        {replacedBy && (
          <Fact label={t('check.replacedBy')}>
            <Link to={`/tra-cuu/${encodeURIComponent(code)}/${encodeURIComponent(replacedBy.id)}`}>
              {t('check.next', { number: replacedBy.number, day: formatDay(replacedBy.issuedAt) })}
            </Link>
          </Fact>
        )}
      </dl>
    </Card>
  );
}

const VERDICTS: Record<CheckedPaper['verdict'], { tone: Tone; sign: ReactNode }> = {
  genuine: { tone: 'success', sign: <CheckCircleFilled /> },
  replaced: { tone: 'warning', sign: <SwapOutlined /> },
  withdrawn: { tone: 'danger', sign: <CloseCircleFilled /> },
  unknown: { tone: 'danger', sign: <QuestionCircleFilled /> },
};
