import { Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ProcessDiff } from '../../server/contract/catalogue.ts';
import { type Tone, ToneTag } from '../../ui/components/ToneTag.tsx';

const TONES: Record<ProcessDiff['changes'][number]['kind'], Tone> = {
  added: 'success',
  removed: 'danger',
  changed: 'warning',
  moved: 'info',
};

/** Every change in words. */
export function ChangeList({ changes }: Pick<ProcessDiff, 'changes'>) {
  const { t } = useTranslation('designer');
  if (changes.length === 0)
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('compare.same')} />;
  return (
    <ul className="finding-list" aria-label={t('compare.changes')}>
      {changes.map(({ kind, element, text }) => (
        <li key={element}>
          <ToneTag tone={TONES[kind]}>{t(`compare.kinds.${kind}`)}</ToneTag>
          <span className="finding-text">{text}</span>
        </li>
      ))}
    </ul>
  );
}
