/** j and k walk a list, Enter opens the row they stand on. */
import { useEffect, useState } from 'react';
import { isTyping } from '../../ui/shell/is-typing.ts';

/** @returns index of the selected row, -1 at first. @param open called with the index on Enter */
export function useRowKeys(count: number, open: (index: number) => void): number {
  const [selected, setSelected] = useState(-1);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === 'j') setSelected((index) => Math.min(index + 1, count - 1));
      if (event.key === 'k') setSelected((index) => Math.max(index - 1, 0));
      if (event.key === 'Enter' && selected >= 0 && selected < count && !isOnControl(event)) open(selected);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [count, selected, open]);
  useEffect(() => {
    document.querySelector('[data-selected-row="true"]')?.scrollIntoView({ block: 'nearest' });
  });
  return Math.min(selected, count - 1);
}

/** Enter on a focused button or link is that one's own. */
const isOnControl = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLElement && target.closest('a, button, [role="tab"]') !== null;
