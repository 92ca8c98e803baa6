import { useTranslation } from 'react-i18next';
import type { DocumentResource } from '../../server/contract/documents.ts';
import { type Tone, ToneTag } from '../../ui/components/ToneTag.tsx';

/** Where a paper is on its way from draft to sent. */
export function DocumentState({ state }: Pick<DocumentResource, 'state'>) {
  const { t } = useTranslation('documents');
  return <ToneTag tone={TONES[state]}>{t(`state.${state}`)}</ToneTag>;
}

const TONES: Record<DocumentResource['state'], Tone> = {
  draft: 'neutral',
  'for-signature': 'warning',
  signed: 'info',
  printing: 'info',
  issued: 'success',
  sent: 'success',
  replaced: 'neutral',
  withdrawn: 'danger',
};
