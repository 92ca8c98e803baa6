import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createRandom } from '../../engine/simulate/random.ts';
import { everyDossier } from '../support/every-dossier.ts';
import { type GatewayListener, gatewayListener } from '../support/gateway-listener.ts';
import { type Acknowledged, mixedLoad } from '../support/mixed-load.ts';
import { reportFault } from '../support/report-fault.ts';
import { type ServerProcess, startProcess } from '../support/server-process.ts';
import { type SmtpListener, smtpListener } from '../support/smtp-listener.ts';
import type { TestClient } from '../support/test-client.ts';
import { verifyFolder } from '../support/verify-folder.ts';

const FRIDAY = '2026-04-17T03:00:00.000Z';
/** Commands sent or answered before the kill. */
const MOMENTS = { from: 10, to: 500 };

/** `npm run test:faults` asks for more, and says which seed it took. */
const TIMES = Number(process.env['MOTCUA_FAULT_TIMES'] ?? 1);
const SEED = Number(process.env['MOTCUA_FAULT_SEED'] ?? 1);

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

let mail: SmtpListener;
let gateway: GatewayListener;
beforeEach(async () => {
  [mail, gateway] = await Promise.all([smtpListener(), gatewayListener()]);
});
afterEach(() => Promise.all([mail.close(), gateway.close()]));

interface Entry {
  type: string;
  element?: string;
}

/** What the server has of one dossier. */
interface Kept {
  code: string;
  isOpen: boolean;
  openTasks: number;
  history: Entry[];
  documents: { kind: string; number: string; state: string; sha256?: string }[];
  messages: { id: string; channel: string; subject: string; state: string }[];
}

async function everything(client: TestClient): Promise<Kept[]> {
  const kept: Kept[] = [];
  for (const { code } of await everyDossier(client)) {
    const [dossier, history, messages] = await Promise.all(
      ['', '/history', '/messages'].map(async (part) => (await client.get(`/dossiers/${code}${part}`)).body),
    );
    kept.push({
      code,
      isOpen: dossier.status.code < 10,
      openTasks: dossier.openTasks.length,
      history: history.items,
      documents: dossier.documents,
      messages: messages.items,
    });
  }
  return kept;
}

/** Until nothing waits to be printed or sent. */
async function settled(admin: TestClient): Promise<void> {
  // Past the leases of the runner that was killed.
  await admin.post('/admin/clock', { advance: 'PT2M' });
  const ofOutbox = ({ type }: { type: string }) => /^(message|notify|document|print)/.test(type);
  for (;;) {
    const waiting = await Promise.all(
      ['queued', 'running'].map(
        async (state) => (await admin.get(`/admin/jobs?state=${state}&limit=200`)).body,
      ),
    );
    if (!waiting.some(({ items }) => items.some(ofOutbox))) return;
    await admin.post('/admin/clock', { advance: 'PT1M' });
  }
}

const isOf = (entry: Entry, { type, element }: Omit<Acknowledged, 'code'>): boolean =>
  entry.type === type && (element === undefined || entry.element === element);

/** Entries that a history has once, or the command was done twice. */
const ONCE =
  /^(dossier-filed|task-(opened|claimed|completed)|request-supplement|supplement|request-payment|pay)$/;

const timesIn = <T>(list: T[]): Map<T, number> =>
  list.reduce((times, each) => times.set(each, (times.get(each) ?? 0) + 1), new Map<T, number>());

const repeated = <T>(list: T[]): T[] =>
  [...timesIn(list)].flatMap(([each, times]) => (times > 1 ? [each] : []));

const done = (kept: Kept[]): string[] =>
  kept.flatMap(({ code, history }) =>
    history
      .filter(({ type }) => ONCE.test(type))
      .map(({ type, element }) => `${code} ${type} ${element ?? ''}`),
  );

/** A dossier whose commit was torn: no receipt, no history, or not where exactly one step waits. */
const isHalf = ({ isOpen, openTasks, history, documents }: Kept): boolean =>
  openTasks !== (isOpen ? 1 : 0) ||
  history.length === 0 ||
  documents.filter(({ kind }) => kind === 'receipt').length !== 1;

/** The numbers of each book, in order. */
function books(kept: Kept[]): number[][] {
  const byBook = new Map<string, number[]>();
  for (const { documents } of kept)
    for (const { number } of documents.filter((each) => each.number)) {
      const [serial, symbol] = number.split('/') as [string, string];
      byBook.set(symbol, [...(byBook.get(symbol) ?? []), Number(serial)]);
    }
  return [...byBook.values()].map((numbers) => numbers.sort((a, b) => a - b));
}

const counted = (numbers: number[]): number[] => numbers.map((_, index) => index + 1);

/** What came to the receivers, by the key under which it came; a repetition is the same under the same key. */
function received(): string[] {
  const letters = mail.letters.map(({ to, raw }) => {
    const [head, ...body] = raw.split('\r\n\r\n');
    return { key: /^Message-ID: <(.*)@motcua>/im.exec(head!)![1]!, said: `${to} ${body.join()}` };
  });
  const texts = gateway.taken.map(({ key, to, text }) => ({ key: key!, said: `${to} ${text}` }));
  const different = new Map([...letters, ...texts].map(({ key, said }) => [`${key} ${said}`, key]));
  return [...different.values()].sort();
}

/** The key that a message must have come under. */
const keyOf = ({ id, channel }: Kept['messages'][number]): string =>
  channel === 'email' ? createHash('sha256').update(id).digest('hex').slice(0, 32) : encodeURIComponent(id);

describe('a server killed at a random point of a busy day', () => {
  it.each(Array.from({ length: TIMES }, (_, index) => SEED + index))(
    'has done what it acknowledged, all of it once, and sends and prints each thing once (seed %i)',
    async (seed) => {
      const random = createRandom(seed);
      const folder = await mkdtemp(join(tmpdir(), 'motcua-mixed-'));
      folders.push(folder);
      const env = { SMTP_URL: mail.url, SMS_URL: gateway.url };
      const first = await startProcess({ folder, now: FRIDAY, settings: env });
      const { onMoment, killed } = killAt(
        first,
        MOMENTS.from + Math.floor(random() * (MOMENTS.to - MOMENTS.from)),
      );

      const load = await mixedLoad(first, { random, onMoment });

      await killed();
      const killedAt = performance.now();
      const second = await startProcess({ folder, now: FRIDAY, settings: env });
      const seconds = (second.readyAt - killedAt) / 1000;
      const admin = await second.as('admin');
      await settled(admin);
      const kept = await everything(admin);
      await second.stop();
      const verdict = await verifyFolder(folder);

      const histories = new Map(kept.map(({ code, history }) => [code, history]));
      const lost = load.acknowledged.filter(
        ({ code, ...what }) => !histories.get(code)?.some((entry) => isOf(entry, what)),
      );
      const messages = kept.flatMap((dossier) => dossier.messages);
      const doubled = [
        ...repeated(done(kept)),
        ...repeated(kept.flatMap(({ documents }) => documents.flatMap(({ number }) => number || []))),
      ];
      reportFault({
        fault: 'SIGKILL at a random point of a busy day',
        lost: lost.length,
        doubled: doubled.length,
        seconds,
      });
      expect({ verdict, refused: load.refused, lost, doubled }).toEqual({
        verdict: { exit: 0, said: expect.stringContaining('toàn vẹn') },
        refused: [],
        lost: [],
        doubled: [],
      });
      expect(kept.filter(isHalf)).toEqual([]);
      const serials = kept.map(({ code }) => Number(code.slice(-4))).sort((a, b) => a - b);
      expect(serials).toEqual(counted(serials));
      for (const numbers of books(kept)) expect(numbers).toEqual(counted(numbers));
      expect(messages.filter(({ state }) => state !== 'sent')).toEqual([]);
      expect(received()).toEqual(messages.map(keyOf).sort());
      const unprinted = kept.flatMap(({ documents }) =>
        documents.filter(({ number, sha256 }) => number && !sha256),
      );
      expect(unprinted).toEqual([]);
    },
    120_000,
  );
});

/** Kills the server at the n-th moment of its load. */
function killAt(server: ServerProcess, moment: number) {
  let left = moment;
  let kill: Promise<void> | undefined;
  return {
    onMoment: () => {
      left -= 1;
      if (left <= 0) kill ??= server.kill();
    },
    killed: async () => kill,
  };
}
