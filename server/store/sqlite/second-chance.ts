/**
 * Remembers what was used last. A value keeps its place when it is used or replaced: in a Map that is deleted from and added to at
 * every use, each outgrown table keeps alive, until the next full collection of garbage, whatever stood in it.
 */
export interface SecondChance<V> {
  get(key: string): V | undefined;
  set(key: string, value: V): void;
  delete(key: string): void;
  clear(): void;
}

interface Kept<V> {
  value: V;
  weight: number;
  /** since it was last passed over: it is passed over once more */
  isUsed: boolean;
}

/**
 * @param options.most weight of all values together
 * @param options.weigh of a value; one each when absent
 */
export function secondChance<V>({
  most,
  weigh = () => 1,
}: {
  most: number;
  weigh?: (value: V) => number;
}): SecondChance<V> {
  const kept = new Map<string, Kept<V>>();
  let total = 0;
  const drop = (key: string) => {
    total -= kept.get(key)?.weight ?? 0;
    kept.delete(key);
  };
  const shrink = () => {
    while (total > most) {
      const [key, entry] = kept.entries().next().value!;
      if (!entry.isUsed) {
        drop(key);
        continue;
      }
      entry.isUsed = false;
      kept.delete(key);
      kept.set(key, entry);
    }
  };
  return {
    get: (key) => {
      const entry = kept.get(key);
      if (entry) entry.isUsed = true;
      return entry?.value;
    },
    set: (key, value) => {
      const weight = weigh(value);
      const entry = kept.get(key);
      total += weight - (entry?.weight ?? 0);
      if (entry) Object.assign(entry, { value, weight, isUsed: true });
      else kept.set(key, { value, weight, isUsed: false });
      shrink();
    },
    delete: drop,
    clear: () => {
      kept.clear();
      total = 0;
    },
  };
}
