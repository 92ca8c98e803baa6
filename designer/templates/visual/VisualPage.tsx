import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { PageSetup } from '../../../server/contract/catalogue.ts';
import { PaperFrame } from '../preview/PaperFrame.tsx';
import { type OpenedPage, openPage } from './open-page.ts';
import type { PageDesk } from './use-page-edits.ts';

interface Props {
  /** rendered from a source with marked runs and blocks */
  html: string;
  /** false while `html` is older than the source */
  isFresh: boolean;
  page: PageSetup;
  title: string;
  desk: PageDesk;
}

/**
 * The page as it prints, to be typed on. Scripts stay off; only this screen reaches into the frame. It is
 * not replaced under somebody's hand, nor by a page of an older source.
 */
export function VisualPage({ html, isFresh, page, title, desk }: Props) {
  const { t } = useTranslation('templates');
  const latest = useRef(desk);
  latest.current = desk;
  const opened = useRef<OpenedPage>(undefined);
  const takesFocus = useRef(false);
  const scrolled = useRef(0);
  const [isBusy, setBusy] = useState(false);
  const [shown, setShown] = useState('');
  const [loaded, setLoaded] = useState('');
  const { structure } = desk;
  const framed = desk.chosen?.block.start;
  useEffect(() => {
    if (!isFresh || isBusy) return;
    setShown((before) => {
      // What would be typed between two pages would be lost.
      if (before !== html) opened.current?.retire();
      return html;
    });
  }, [html, isFresh, isBusy]);
  useEffect(() => {
    if (structure === 0) return;
    opened.current?.retire();
    setBusy(false);
  }, [structure]);
  useEffect(() => opened.current?.frame(framed), [framed]);
  const label = t('visual.text');
  return (
    <PaperFrame
      html={shown}
      page={page}
      title={title}
      isWaiting={!isFresh || loaded !== html}
      onLoad={(document) => {
        opened.current = openPage(document, {
          // What was typed is in the source before the next key or click is looked at.
          onReplace: (change) => flushSync(() => latest.current.edits.onReplace(change)),
          onPickField: (run) => latest.current.edits.onPickField(run),
          onCaret: (caret) => latest.current.edits.onCaret(caret),
          onChoose: (offset) => latest.current.edits.onChoose(offset),
          onMove: (by) => {
            takesFocus.current = true;
            flushSync(() => latest.current.edits.onMove(by));
          },
          onBusy: setBusy,
          label,
        });
        opened.current.frame(latest.current.chosen?.block.start);
        document.documentElement.scrollTop = scrolled.current;
        document.addEventListener('scroll', () => {
          scrolled.current = document.documentElement.scrollTop;
        });
        if (takesFocus.current) opened.current.focus();
        takesFocus.current = false;
        setLoaded(shown);
      }}
    />
  );
}
