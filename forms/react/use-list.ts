import { useCallback, useEffect, useState } from 'react';
import { useFormScreen } from './form-context.ts';
import type { ListItem } from './list-cache.ts';

export interface ListState {
  items: readonly ListItem[];
  state: 'loading' | 'loaded' | 'failed';
  retry(): void;
}

/** @param isWanted false: nothing is asked for, as while the list above has no value */
export function useList(
  name: string,
  { within, isWanted }: { within?: string; isWanted: boolean },
): ListState {
  const { lists } = useFormScreen();
  const [failed, setFailed] = useState(false);
  const [, redraw] = useState(0);
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again
  useEffect(() => {
    if (!isWanted || !lists.isServed || lists.peek(name, within)) return;
    let isStale = false;
    setFailed(false);
    lists.load(name, within).then(
      () => !isStale && redraw((count) => count + 1),
      () => !isStale && setFailed(true),
    );
    return () => {
      isStale = true;
    };
  }, [lists, name, within, isWanted, attempt]);
  const items = isWanted ? lists.peek(name, within) : undefined;
  const isLoading = isWanted && lists.isServed && !items;
  return {
    items: items ?? [],
    state: failed && isLoading ? 'failed' : isLoading ? 'loading' : 'loaded',
    retry: useCallback(() => setAttempt((count) => count + 1), []),
  };
}
