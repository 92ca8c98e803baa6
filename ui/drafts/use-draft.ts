/** What was typed and not sent yet, kept on this machine so that a reload or an error loses nothing. */
import { useCallback, useMemo, useRef, useState } from 'react';

const PREFIX = 'motcua.draft.';

/** How a draft fares. */
export interface DraftKeeping<T> {
  /** what was found of an earlier visit: after a crash, a reload or a lost session */
  restored: T | undefined;
  /** false while the browser's store is full: what is typed then lives on the page alone */
  isKept: boolean;
}

type Change<T> = (next: T | ((previous: T) => T)) => void;

/**
 * A state that survives reloads. @param key names the thing drafted, with its person: two clerks
 * who share a machine do not see each other's drafts.
 */
export function useDraft<T>(key: string, initial: T): [T, Change<T>, () => void, DraftKeeping<T>] {
  const [restored, setRestored] = useState(() => read<T>(key));
  const [value, setValue] = useState<T>(restored ?? initial);
  const [isKept, setKept] = useState(true);
  const latest = useRef(value);
  const change = useCallback<Change<T>>(
    (next) => {
      const previous = latest.current;
      const changed = typeof next === 'function' ? (next as (previous: T) => T)(previous) : next;
      if (changed === previous) return;
      latest.current = changed;
      setKept(keep(key, changed));
      setValue(changed);
    },
    [key],
  );
  const discard = useCallback(() => {
    localStorage.removeItem(PREFIX + key);
    latest.current = initial;
    setRestored(undefined);
    setValue(initial);
  }, [key, initial]);
  return [value, change, discard, useMemo(() => ({ restored, isKept }), [restored, isKept])];
}

/** @returns false when the browser has no room for it; the draft on the page stays as it is */
function keep(key: string, value: unknown): boolean {
  try {
    localStorage.setItem(PREFIX + key, JSON.stringify(value));
    return true;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'QuotaExceededError') return false;
    throw error;
  }
}

/** What follows `prefix` in the names of the drafts kept on this machine. */
export const keptDrafts = (prefix: string): string[] =>
  Object.keys(localStorage)
    .filter((key) => key.startsWith(PREFIX + prefix))
    .map((key) => key.slice((PREFIX + prefix).length));

/** At sign-out nothing of anybody's dossier stays on the machine. */
export function forgetDrafts(): void {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith(PREFIX)) localStorage.removeItem(key);
  }
}

function read<T>(key: string): T | undefined {
  const stored = localStorage.getItem(PREFIX + key);
  if (stored === null) return undefined;
  try {
    return JSON.parse(stored) as T;
  } catch (error) {
    // A draft half-written by a closing browser is no draft.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
