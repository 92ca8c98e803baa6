/** The named lists that this form has asked for, each loaded once; what is loaded is also checked against. */
import type { ValueLists } from '../lists.ts';

export interface ListItem {
  value: string;
  label: string;
}

/** Asks the server for a list by its name; a form names no address. */
export type LoadList = (name: string, within?: string) => Promise<readonly ListItem[]>;

export interface ListCache extends ValueLists {
  /** can lists be had at all? */
  isServed: boolean;
  /** what was loaded before */
  peek(name: string, within?: string): readonly ListItem[] | undefined;
  load(name: string, within?: string): Promise<readonly ListItem[]>;
}

export function createListCache(loadList: LoadList | undefined): ListCache {
  const loaded = new Map<string, readonly ListItem[]>();
  const loading = new Map<string, Promise<readonly ListItem[]>>();
  const keyOf = (name: string, within?: string) => `${name}\n${within ?? ''}`;
  const peek = (name: string, within?: string) => loaded.get(keyOf(name, within));
  const ask = async (name: string, within?: string) => {
    const key = keyOf(name, within);
    try {
      const items = (await loadList?.(name, within)) ?? [];
      loaded.set(key, items);
      return items;
    } finally {
      loading.delete(key);
    }
  };
  return {
    isServed: loadList !== undefined,
    peek,
    load: (name, within) => {
      const key = keyOf(name, within);
      const known = loaded.get(key);
      if (known) return Promise.resolve(known);
      const asked = loading.get(key) ?? ask(name, within);
      loading.set(key, asked);
      return asked;
    },
    has: (name, value, within) => peek(name, within)?.some((item) => item.value === value),
  };
}
