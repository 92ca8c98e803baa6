/** What each command asks of the database, counted on the wire: nothing else happens meanwhile. */
import { createDossier } from '../../server/contract/dossiers.ts';
import { takeIn } from '../../server/dossiers/intake.ts';
import { operate } from '../../server/dossiers/operations/operate.ts';
import { openMongoStore } from '../../server/store/mongo/open-mongo-store.ts';
import { completeTaskById } from '../../server/tasks/complete-task.ts';
import { claimTask, releaseTask } from '../../server/tasks/hand-task.ts';
import { recallTask } from '../../server/tasks/recall-task.ts';
import { taskId } from '../../server/tasks/records.ts';
import { HOUSE_PERMIT } from './build-application.ts';
import { buildOffice, type Office } from './build-office.ts';
import { dropDatabase, freshDatabase } from './fresh-database.ts';
import { startMongoProxy, type WireCommand } from './mongo-proxy.ts';

export interface RoundTrips {
  command: string;
  /** outside of transactions */
  reads: number;
  transactions: number;
  /** requests within them: one for each kind of write in each collection, each number taken, and the commit */
  requests: number;
}

const FRIDAY = '2026-04-17T03:00:00.000Z';

/** Takes a dossier through its first steps on a database of its own. @param uri of one server, or a set of one */
export async function countRoundTrips(uri: string): Promise<RoundTrips[]> {
  let heard: WireCommand[] = [];
  const database = freshDatabase(uri);
  const wire = await startMongoProxy(database, { onCommand: (command) => void heard.push(command) });
  const office = await buildOffice(FRIDAY, { openStore: () => openMongoStore({ uri: wire.uri }) });
  const counted: RoundTrips[] = [];
  try {
    // Of two dossiers the second finds in memory what is kept there.
    for (const isCounted of [false, true]) {
      const run = async <T>(command: string, does: () => Promise<T>): Promise<T> => {
        heard = [];
        const result = await does();
        if (isCounted) counted.push({ command, ...sums(heard) });
        return result;
      };
      const code = await run('intake', await intakeAt(office));
      for (const [command, does] of commandsOn(office, code)) await run(command, does);
    }
    return counted;
  } finally {
    await office.close();
    await wire.close();
    await dropDatabase(database);
  }
}

async function intakeAt({ runtime, actor }: Office) {
  const settings = (await runtime.catalogue.procedure(HOUSE_PERMIT))!;
  const body = createDossier.parse({ ...(settings.samples[0] as object), channel: 'counter' });
  const asker = { actor: actor('motcua') };
  const present = ({ id }: { id: string }) => id;
  return () => takeIn(runtime, { body, asker, language: 'vi', present }) as Promise<string>;
}

/** What the first step's form asks. */
const CHECKED = { papersComplete: true };

/** In an order in which each is possible. */
function commandsOn({ runtime, actor }: Office, code: string): [string, () => Promise<unknown>][] {
  const order = { id: taskId(code, 1), asker: { actor: actor('motcua') }, language: 'vi' as const };
  return [
    ['claim', () => claimTask(runtime, order)],
    ['release', () => releaseTask(runtime, order)],
    ['complete', () => completeTaskById(runtime, { ...order, body: { output: CHECKED, attachments: [] } })],
    ['recall', () => recallTask(runtime, { ...order, reason: 'Chuyển nhầm' })],
    [
      'withdraw',
      () =>
        operate(runtime, { ...order, code, operation: 'withdraw', body: { reason: 'Người nộp rút hồ sơ' } }),
    ],
  ];
}

/** What drivers say to keep a connection, and the acknowledgement that a session has ended. */
const UPKEEP = new Set(['hello', 'ismaster', 'ping', 'endSessions']);

function sums(commands: WireCommand[]): Omit<RoundTrips, 'command'> {
  const asked = commands.filter((command) => !UPKEEP.has(Object.keys(command)[0]!));
  const within = asked.filter(({ autocommit }) => autocommit === false);
  return {
    reads: asked.length - within.length,
    transactions: within.filter((command) => 'commitTransaction' in command).length,
    requests: within.length,
  };
}
