/** What was typed and not sent yet, kept on this machine so that a reload or an error loses nothing. */
import { useCallback, useState } from 'react';

const PREFIX = 'motcua.draft.';

/**
 * A state that survives reloads. @param key names the thing drafted, with its person: two clerks
 * who share a machine do not see each other's drafts.
 */
export function useDraft<T>(
  key: string,
  initial: T,
): [T, (next: T | ((previous: T) => T)) => void, () => void] {
  const [value, setValue] = useState<T>(() => read(key) ?? initial);
  const change = useCallback(
    (next: T | ((previous: T) => T)) =>
      setValue((previous) => {
        const changed = typeof next === 'function' ? (next as (previous: T) => T)(previous) : next;
        localStorage.setItem(PREFIX + key, JSON.stringify(changed));
        return changed;
      }),
    [key],
  );
  const discard = useCallback(() => {
    localStorage.removeItem(PREFIX + key);
    setValue(initial);
  }, [key, initial]);
  return [value, change, discard];
}

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
