/** A value that follows another once it has stood still for a moment: what is slow is not done at each key press. */
import { useEffect, useState } from 'react';

const STANDS_STILL_MS = 200;

export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), STANDS_STILL_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
