/** The errors on the screen, by field; a field listens to its own, so that one error redraws one field. */
import type { FormError } from '../types.ts';

export interface ErrorStore {
  all(): readonly FormError[];
  messageAt(pointer: string): string | undefined;
  set(errors: readonly FormError[]): void;
  subscribe(listener: () => void): () => void;
}

export function createErrorStore(): ErrorStore {
  let errors: readonly FormError[] = [];
  let byPointer = new Map<string, string>();
  const listeners = new Set<() => void>();
  return {
    all: () => errors,
    messageAt: (pointer) => byPointer.get(pointer),
    set: (next) => {
      if (next.length === 0 && errors.length === 0) return;
      errors = next;
      byPointer = new Map(next.toReversed().map(({ pointer, message }) => [pointer, message]));
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
