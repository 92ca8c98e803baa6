import { useEffect, useRef, useState } from 'react';
import type { PageSetup } from '../../../server/contract/catalogue.ts';
import { pageDimensions } from '../../../templates/index.ts';

interface Props {
  html: string;
  page: PageSetup;
  /** what a screen reader calls the frame */
  title: string;
  /** a newer page is on its way */
  isWaiting?: boolean;
  /** reaches into the page once it stands; without it the frame is closed to this screen, too */
  onLoad?: (page: Document) => void;
}

const PIXELS_PER_MM = 96 / 25.4;
/** the desk that shows around the sheet, both sides */
const AROUND_PX = 64;

/** The sheet as it prints, scaled to the room there is. Nothing in it runs: the frame is sandboxed. */
export function PaperFrame({ html, page, title, isWaiting = false, onLoad }: Props) {
  const desk = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState({ width: 0, height: 0 });
  useEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setRoom({ width: entry.contentRect.width, height: entry.contentRect.height });
    });
    observer.observe(desk.current as HTMLElement);
    return () => observer.disconnect();
  }, []);
  const width = pageDimensions(page).width * PIXELS_PER_MM + AROUND_PX;
  const scale = Math.min(room.width / width, 1.4);
  return (
    <div ref={desk} className="template-desk" aria-busy={isWaiting}>
      {scale > 0 && (
        <iframe
          title={title}
          // Never scripts; the same origin only to edit in place.
          sandbox={onLoad ? 'allow-same-origin' : ''}
          srcDoc={html}
          onLoad={({ currentTarget }) => {
            if (html && currentTarget.contentDocument) onLoad?.(currentTarget.contentDocument);
          }}
          style={{
            width: room.width / scale,
            height: room.height / scale,
            border: 0,
            transform: `scale(${scale})`,
            transformOrigin: '0 0',
          }}
        />
      )}
    </div>
  );
}
