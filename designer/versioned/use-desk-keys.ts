/** Keys that every desk answers: Ctrl+S saves; Ctrl+Z and Ctrl+Y step where nobody is typing. */
import { useEffect, useRef } from 'react';
import { isTyping } from '../../ui/shell/is-typing.ts';

interface DeskKeys {
  onSave(): void;
  onUndo(): void;
  onRedo(): void;
}

export function useDeskKeys(keys: DeskKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const act = (event.ctrlKey || event.metaKey) && !event.altKey ? actOf(event) : undefined;
      // an input has an undo of its own
      if (!act || (act !== 'onSave' && isTyping(event))) return;
      event.preventDefault();
      latest.current[act]();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

function actOf({ key, shiftKey }: KeyboardEvent): keyof DeskKeys | undefined {
  const letter = key.toLowerCase();
  if (letter === 's' && !shiftKey) return 'onSave';
  if (letter === 'y' || (letter === 'z' && shiftKey)) return 'onRedo';
  return letter === 'z' ? 'onUndo' : undefined;
}
