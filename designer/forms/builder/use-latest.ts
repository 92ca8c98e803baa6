/** A function that stays the same and always does what the newest one does: parts given it need not be drawn again. */
import { useCallback, useRef } from 'react';

export function useLatest<A extends unknown[]>(act: (...args: A) => void): (...args: A) => void {
  const latest = useRef(act);
  latest.current = act;
  return useCallback((...args: A) => latest.current(...args), []);
}
