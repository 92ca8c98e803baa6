import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PublicPaper } from '../../server/contract/portal.ts';
import { DateTime } from '../../ui/components/DateTime.tsx';
import { LinkButton } from '../../ui/components/LinkButton.tsx';
import { type Tone, ToneTag } from '../../ui/components/ToneTag.tsx';

/** The papers issued for a dossier, each with whether it still stands: where the receipt's QR leads. */
export function IssuedPapers({ code, papers }: { code: string; papers: PublicPaper[] }) {
  const { t } = useTranslation('portal');
  return (
    <Card title={<h2 style={{ margin: 0, fontSize: 16, fontWeight: 600 }}>{t('papers.title')}</h2>}>
      {papers.length === 0 && t('papers.none')}
      <ul className="portal-issued">
        {papers.map(({ id, title, number, issuedAt, verdict }) => (
          <li key={id}>
            <div>
              <strong>{title}</strong>
              <div className="quiet">
                {t('papers.number', { number })} · <DateTime at={issuedAt} />
              </div>
            </div>
            <ToneTag tone={TONES[verdict]}>{t(`papers.verdict.${verdict}`)}</ToneTag>
            <LinkButton
              to={`/tra-cuu/${encodeURIComponent(code)}/${encodeURIComponent(id)}`}
              aria-label={t('papers.checkOf', { title, number })}
            >
              {t('papers.check')}
            </LinkButton>
          </li>
        ))}
      </ul>
    </Card>
  );
}

const TONES: Record<PublicPaper['verdict'], Tone> = {
  genuine: 'success',
  replaced: 'neutral',
  withdrawn: 'warning',
};
