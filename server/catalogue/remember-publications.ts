/** Asks the store once for what is published, until this process publishes something or the day changes (R009). */
import type { RuntimeCatalogue } from '../runtime/ports.ts';
import type { WatchedStore } from '../store/watched-store.ts';
import { today } from './active-versions.ts';
import type { Catalogue } from './open-catalogue.ts';
import { formVersionSpec, procedureSpec, processVersionSpec, templateVersionSpec } from './records.ts';

const COLLECTIONS = [procedureSpec, processVersionSpec, formVersionSpec, templateVersionSpec].map(
  ({ name }) => name,
);

export function rememberPublications(
  runtime: RuntimeCatalogue,
  { store, clock }: { store: WatchedStore } & Pick<Catalogue, 'clock'>,
): RuntimeCatalogue {
  let day = '';
  let known = new Map<string, Promise<unknown>>();
  const forget = () => {
    known = new Map();
  };
  store.onWrite(COLLECTIONS, forget);

  const remembered =
    <T>(what: string, ask: (key: string) => Promise<T>) =>
    async (key: string): Promise<T> => {
      if (day !== today(clock)) forget();
      day = today(clock);
      const memory = known;
      const place = `${what}/${key}`;
      const answer = (memory.get(place) as Promise<T> | undefined) ?? ask(key);
      memory.set(place, answer);
      try {
        return await answer;
      } catch (error) {
        memory.delete(place);
        throw error;
      }
    };
  return {
    ...runtime,
    procedure: remembered('procedure', runtime.procedure),
    publishedProcess: remembered('process', runtime.publishedProcess),
    publishedForm: remembered('form', runtime.publishedForm),
    publishedTemplate: remembered('template', runtime.publishedTemplate),
  };
}
