/** Names for fields on the screen that outlive a renaming, so that nobody loses the cursor while typing a label. */
import { useRef } from 'react';

interface FieldKeys {
  keyOf(pointer: string): string;
  renamed(from: string, to: string): void;
}

export function useFieldKeys(): FieldKeys {
  const keys = useRef(new Map<string, string>());
  const count = useRef(0);
  const keyOf = (pointer: string): string => {
    const known = keys.current.get(pointer);
    if (known !== undefined) return known;
    count.current += 1;
    const key = `field-${count.current}`;
    keys.current.set(pointer, key);
    return key;
  };
  return {
    keyOf,
    renamed: (from, to) => {
      const key = keyOf(from);
      keys.current.delete(from);
      keys.current.set(to, key);
    },
  };
}
