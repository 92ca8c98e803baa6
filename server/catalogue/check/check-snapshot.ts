import { openOrganisation } from '../../access/organisation.ts';
import { openCalendars } from '../../calendar/open-calendars.ts';
import { systemClock } from '../../clock.ts';
import type { ConfigurationFinding } from '../../contract/catalogue.ts';
import type { Collection, CollectionSpec, Store } from '../../store/store.ts';
import { openCatalogue } from '../open-catalogue.ts';
import { checkConfiguration } from './check-configuration.ts';

/** A store at one moment, to be read only. */
interface Snapshot {
  collection<T extends object>(spec: CollectionSpec<T>): Collection<T>;
}

/** The self-check of a configuration nobody serves just now, or that a server goes on writing to. */
export function checkSnapshot(snapshot: Snapshot): Promise<ConfigurationFinding[]> {
  const clock = systemClock;
  // Nothing here writes: what the check opens only ever asks for collections.
  const store = snapshot as Store;
  const calendars = openCalendars({ store, clock });
  const catalogue = openCatalogue({
    store,
    clock,
    wallClock: clock,
    organisation: openOrganisation({ store, now: () => clock.now() }),
    printHtml: async () => new Uint8Array(),
    paperDataOf: async () => null,
    followedVersions: async () => new Set(),
    calendarOf: (unit) => calendars.of(unit),
    askSecondOpinion: async () => ({ state: 'not-asked' }),
  });
  return checkConfiguration(catalogue);
}
