/** Undo and redo for a value that somebody else keeps. */
import { useCallback, useRef, useState } from 'react';

const MOST_KEPT = 100;

interface History<T> {
  /** remembers what stands now, before it is changed */
  remember(value: T): void;
  undo(current: T): T | undefined;
  redo(current: T): T | undefined;
  canUndo: boolean;
  canRedo: boolean;
}

export function useHistory<T>(): History<T> {
  const past = useRef<T[]>([]);
  const future = useRef<T[]>([]);
  const [, redraw] = useState(0);
  const shift = useCallback((from: T[], to: T[], current: T): T | undefined => {
    const value = from.pop();
    if (value === undefined) return undefined;
    to.push(current);
    redraw((count) => count + 1);
    return value;
  }, []);
  return {
    remember: useCallback((value: T) => {
      past.current = [...past.current, value].slice(-MOST_KEPT);
      future.current = [];
      redraw((count) => count + 1);
    }, []),
    undo: (current) => shift(past.current, future.current, current),
    redo: (current) => shift(future.current, past.current, current),
    canUndo: past.current.length > 0,
    canRedo: future.current.length > 0,
  };
}
