/** A busy day at the desk: dossiers come in, steps are claimed and completed, supplements and payments asked and given. */
import { buildApplication, CERTIFICATION, HOUSE_PERMIT } from './build-application.ts';
import type { ServerProcess } from './server-process.ts';
import type { TestAnswer, TestClient } from './test-client.ts';

/** One command that was answered: what the dossier's history has to say of it. */
export interface Acknowledged {
  code: string;
  /** of the entry */
  type: string;
  /** the step, of what was done with a task */
  element?: string;
}

export interface MixedLoad {
  acknowledged: Acknowledged[];
  /** what a server that lives answered with anything but success */
  refused: string[];
}

const CLERKS = 6;
const SUM = 75_000;

const PEOPLE: Record<string, string> = {
  counter: 'motcua',
  specialist: 'chuyenvien',
  clerk: 'chuyenvien',
  leader: 'lanhdao',
};

/** What the specialist asks before he goes on, and what the counter answers. */
const DETOURS = [
  [],
  [
    ['specialist', 'request-supplement', { reason: 'Thiếu bản vẽ móng' }],
    ['counter', 'supplement', {}],
  ],
  [
    ['specialist', 'request-payment', { items: [{ name: 'Lệ phí', amount: SUM }] }],
    ['counter', 'pay', { method: 'tiền mặt', amount: SUM }],
  ],
] as const;

/**
 * Several clerks work until the server is gone. Half of the applicants have e-mail, the others a telephone.
 * @param options.random decides what is done
 * @param options.onMoment before each command is sent, and when it is answered
 */
export async function mixedLoad(
  server: ServerProcess,
  { random, onMoment }: { random: () => number; onMoment: () => void },
): Promise<MixedLoad> {
  const load: MixedLoad = { acknowledged: [], refused: [] };
  const names = [...new Set(Object.values(PEOPLE))];
  const clients = new Map(
    await Promise.all(names.map(async (name) => [name, await server.as(name)] as const)),
  );
  const person = (role: string): TestClient => clients.get(PEOPLE[role]!)!;
  const applications = await Promise.all(
    [HOUSE_PERMIT, CERTIFICATION].map((procedure) => buildApplication(person('counter'), procedure)),
  );

  async function tell(
    role: string,
    path: string,
    { body, entry }: { body: unknown; entry: Omit<Acknowledged, 'code'> },
  ): Promise<TestAnswer['body']> {
    onMoment();
    const answer = await person(role).post(path, body);
    onMoment();
    if (answer.status >= 300) throw new Refused(`${path}: ${answer.status} ${answer.body.code}`);
    load.acknowledged.push({ code: answer.body.dossier?.code ?? answer.body.code, ...entry });
    return answer.body;
  }

  async function lead(): Promise<void> {
    const application = pick(applications, random());
    const { email: _email, ...byTelephone } = application.applicant;
    const applicant = random() < 0.5 ? application.applicant : byTelephone;
    const entry = { type: 'dossier-filed' };
    const { code } = await tell('counter', '/dossiers', { body: { ...application, applicant }, entry });
    let detour = pick(DETOURS, random());
    for (;;) {
      const { body } = await person('counter').get(`/dossiers/${code}`);
      const [task] = body.openTasks;
      if (!task) return;
      if (task.role === 'specialist') {
        for (const [role, operation, said] of detour)
          await tell(role, `/dossiers/${code}/${operation}`, { body: said, entry: { type: operation } });
        detour = [];
      }
      await doTask(task);
    }
  }

  async function doTask({ id, role, element }: { id: string; role: string; element: string }) {
    await tell(role, `/tasks/${id}/claim`, { body: {}, entry: { type: 'task-claimed', element } });
    const { body } = await person(role).get(`/tasks/${id}`);
    const output = body.sample ?? {};
    await tell(role, `/tasks/${id}/complete`, {
      body: { output },
      entry: { type: 'task-completed', element },
    });
  }

  async function work(): Promise<void> {
    for (;;) await lead();
  }
  const ends = await Promise.allSettled(Array.from({ length: CLERKS }, work));
  // What else ends a clerk's day is that nobody answers any more.
  load.refused = ends.flatMap((end) =>
    end.status === 'rejected' && end.reason instanceof Refused ? [end.reason.message] : [],
  );
  return load;
}

class Refused extends Error {}

const pick = <T>(list: readonly T[], at: number): T => list[Math.floor(at * list.length)]!;
