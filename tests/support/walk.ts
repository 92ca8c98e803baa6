/** Leads a dossier on by completing its tasks with the samples of their forms, as whoever they are for. */
import type { TestServer } from './start-server.ts';
import type { TestAnswer, TestClient } from './test-client.ts';

const PEOPLE: Record<string, string> = {
  counter: 'motcua',
  specialist: 'chuyenvien',
  clerk: 'chuyenvien',
  leader: 'lanhdao',
};

/** @param output changes the sample's answer: which way a gateway takes */
export async function completeOpen(
  server: TestServer,
  code: string,
  output: Record<string, unknown> = {},
): Promise<TestAnswer> {
  const task = (await openTasks(server, code))[0];
  const client = await personFor(server, task);
  const { body } = await client.get(`/tasks/${task.id}`);
  return client.post(`/tasks/${task.id}/complete`, { output: { ...body.sample, ...output } });
}

/** Completes until a step is open. Throws when a completion is refused. */
export async function walkTo(server: TestServer, code: string, element: string): Promise<void> {
  while ((await openTasks(server, code))[0].element !== element) {
    const { status, body } = await completeOpen(server, code);
    if (status !== 200) throw new Error(`${code} stands still: ${JSON.stringify(body)}`);
  }
}

/** @param server whose sample accounts may sign in */
export async function openTasks(server: Pick<TestServer, 'as'>, code: string) {
  const { body } = await (await server.as('admin')).get(`/dossiers/${code}`);
  return body.openTasks;
}

export const personFor = (server: Pick<TestServer, 'as'>, task: { role: string }): Promise<TestClient> =>
  server.as(PEOPLE[task.role]!);
