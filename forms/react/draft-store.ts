/** The draft on the screen, for the few fields that depend on another one: they listen, the others are not drawn again. */

export interface DraftStore {
  get(): unknown;
  set(data: unknown): void;
  subscribe(listener: () => void): () => void;
}

export function createDraftStore(start: unknown): DraftStore {
  let data = start;
  const listeners = new Set<() => void>();
  return {
    get: () => data,
    set: (next) => {
      if (next === data) return;
      data = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
