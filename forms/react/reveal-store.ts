/** The field that somebody wants to see: a table that shows its rows in pages turns to that row's. */

export interface RevealStore {
  get(): string | undefined;
  /** @param pointer of the field */
  show(pointer: string): void;
  subscribe(listener: () => void): () => void;
}

export function createRevealStore(): RevealStore {
  let wanted: string | undefined;
  const listeners = new Set<() => void>();
  return {
    get: () => wanted,
    show: (pointer) => {
      wanted = pointer;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
