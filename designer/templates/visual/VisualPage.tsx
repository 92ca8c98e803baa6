import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PageSetup } from '../../../server/contract/catalogue.ts';
import { PaperFrame } from '../preview/PaperFrame.tsx';
import { openPage, type PageEdits } from './open-page.ts';

interface Props {
  /** rendered from a source with marked runs */
  html: string;
  /** false while `html` is older than the source */
  isFresh: boolean;
  page: PageSetup;
  title: string;
  edits: Omit<PageEdits, 'label' | 'onBusy'>;
}

/**
 * The page as it prints, to be typed on. Scripts stay off; only this screen reaches into the frame. It is
 * not replaced under somebody's hand, nor by a page of an older source.
 */
export function VisualPage({ html, isFresh, page, title, edits }: Props) {
  const { t } = useTranslation('templates');
  const latest = useRef(edits);
  latest.current = edits;
  const [isBusy, setBusy] = useState(false);
  const [shown, setShown] = useState('');
  useEffect(() => {
    if (isFresh && !isBusy) setShown(html);
  }, [html, isFresh, isBusy]);
  const label = t('visual.text');
  return (
    <PaperFrame
      html={shown}
      page={page}
      title={title}
      onLoad={(document) =>
        openPage(document, {
          onReplace: (change) => latest.current.onReplace(change),
          onPickField: (run) => latest.current.onPickField(run),
          onCaret: (caret) => latest.current.onCaret(caret),
          onBusy: setBusy,
          label,
        })
      }
    />
  );
}
