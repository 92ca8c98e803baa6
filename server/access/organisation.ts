/** Units and people by id, answered from memory. */
import type { RoleKey, Unit } from '../contract/access.ts';
import type { Collection, Store } from '../store/store.ts';
import { type UnitRecord, type UserRecord, unitSpec, userSpec } from './records.ts';

/** How long an answer may be older than the store, when another process wrote. */
const FRESH_MS = 5_000;
const WHOLE = 1000;

export interface Person {
  id: string;
  username: string;
  name: string;
  title?: string;
  positions: { unit: string; role: RoleKey }[];
}

export interface Organisation {
  unit(id: string): Promise<Unit | null>;
  /** every unit, parents before children, siblings by code */
  units(): Promise<Unit[]>;
  person(id: string): Promise<Person | null>;
  /** accounts that can be given a step: active, or waiting for their first password */
  holders(role: RoleKey, unit?: string): Promise<Person[]>;
  /** to be called after a write of a unit or account in this process */
  forget(): void;
}

interface Memory {
  at: number;
  units: Promise<Map<string, Unit>>;
  people: Map<string, Promise<Person | null>>;
  /** by role, in whatever unit */
  holders: Map<RoleKey, Promise<Person[]>>;
}

/** @param options.now milliseconds, of the machine's clock: how old the memory is */
export function openOrganisation({ store, now }: { store: Store; now: () => number }): Organisation {
  const units = store.collection(unitSpec);
  const users = store.collection(userSpec);
  let loaded: Memory | undefined;

  const load = (): Memory => {
    const memory: Memory = { at: now(), units: loadUnits(units), people: new Map(), holders: new Map() };
    // Where the store did not answer, the next who asks has it asked again.
    memory.units.catch(() => {
      if (loaded === memory) loaded = undefined;
    });
    return memory;
  };
  const fresh = (): Memory => {
    if (!loaded || now() - loaded.at > FRESH_MS) loaded = load();
    return loaded;
  };

  return {
    unit: async (id) => (await fresh().units).get(id) ?? null,
    units: async () => [...(await fresh().units).values()],
    person: (id) => {
      const { people } = fresh();
      const known = people.get(id) ?? loadPerson(users, id);
      people.set(id, known);
      known.catch(() => people.delete(id));
      return known;
    },
    holders: async (role, unit) => {
      const { holders } = fresh();
      const known = holders.get(role) ?? loadHolders(users, role);
      holders.set(role, known);
      known.catch(() => holders.delete(role));
      return (await known).filter(({ positions }) =>
        positions.some((held) => held.role === role && (unit === undefined || held.unit === unit)),
      );
    },
    forget: () => {
      loaded = load();
    },
  };
}

async function loadUnits(units: Collection<UnitRecord>): Promise<Map<string, Unit>> {
  const records: [string, UnitRecord][] = [];
  let cursor: string | undefined;
  do {
    const page = await units.find({
      sort: [{ field: 'code', direction: 'asc' }],
      limit: WHOLE,
      ...(cursor ? { cursor } : {}),
    });
    records.push(...page.items.map(({ id, doc }) => [id, doc] as [string, UnitRecord]));
    cursor = page.next;
  } while (cursor);
  const names = new Map(records.map(([id, doc]) => [id, doc.name]));
  return new Map(
    records.map(([id, doc]) => {
      const parentName = doc.parent === undefined ? undefined : names.get(doc.parent);
      return [id, { id, ...doc, ...(parentName ? { parentName } : {}) }];
    }),
  );
}

async function loadPerson(users: Collection<UserRecord>, id: string): Promise<Person | null> {
  const found = await users.get(id);
  return found ? toPerson(found.id, found.doc) : null;
}

async function loadHolders(users: Collection<UserRecord>, role: RoleKey): Promise<Person[]> {
  const { items } = await users.find({
    where: { roles: role, state: { in: ['active', 'pending'] } },
    limit: WHOLE,
  });
  return items.map(({ id, doc }) => toPerson(id, doc));
}

const toPerson = (id: string, { username, fullName, title, positions }: UserRecord): Person => ({
  id,
  username,
  name: fullName,
  ...(title ? { title } : {}),
  positions,
});
