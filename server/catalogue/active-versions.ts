/** Which version of each process new dossiers follow, answered from memory. */
import { type Clock, isoNow } from '../clock.ts';
import { localDay } from '../deadlines/local-time.ts';
import type { Collection } from '../store/store.ts';
import type { ProcessVersionRecord } from './records.ts';

/** How long an answer may be older than the store, when another process wrote. */
const FRESH_MS = 5_000;
const EVERY = 1000;

type Published = Pick<ProcessVersionRecord, 'version' | 'effectiveFrom'>;

export interface ActiveVersions {
  /** the newest published version whose day has come (R009); one published for a later day waits beside it */
  of(procedure: string): Promise<number | undefined>;
  /** to be called after a publication or retirement in this process */
  forget(): void;
}

export function openActiveVersions({
  processes,
  clock,
  wallClock,
}: {
  processes: Collection<ProcessVersionRecord>;
  clock: Clock;
  wallClock: Clock;
}): ActiveVersions {
  let loaded: { at: number; published: Promise<Map<string, Published[]>> } | undefined;
  return {
    of: async (procedure) => {
      const now = wallClock.now();
      if (!loaded || now - loaded.at > FRESH_MS) loaded = { at: now, published: load(processes) };
      const versions = (await loaded.published).get(procedure) ?? [];
      const begun = versions.filter((each) => hasBegun(each, today(clock)));
      return begun.length > 0 ? Math.max(...begun.map(({ version }) => version)) : undefined;
    },
    forget: () => {
      loaded = undefined;
    },
  };
}

/** The civil day in Asia/Ho_Chi_Minh, `YYYY-MM-DD`. */
export const today = (clock: Clock): string => localDay(isoNow(clock));

export const hasBegun = ({ effectiveFrom }: Pick<Published, 'effectiveFrom'>, day: string): boolean =>
  effectiveFrom === undefined || effectiveFrom <= day;

async function load(processes: Collection<ProcessVersionRecord>): Promise<Map<string, Published[]>> {
  const published = new Map<string, Published[]>();
  for (let cursor: string | undefined; ; ) {
    const page = await processes.find({
      where: { state: 'published' },
      limit: EVERY,
      ...(cursor ? { cursor } : {}),
    });
    for (const { doc } of page.items) {
      const { procedure, version, effectiveFrom } = doc;
      const known = published.get(procedure) ?? [];
      published.set(procedure, [...known, { version, ...(effectiveFrom ? { effectiveFrom } : {}) }]);
    }
    cursor = page.next;
    if (cursor === undefined) return published;
  }
}
