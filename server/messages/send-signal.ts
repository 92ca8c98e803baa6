/** A signal from a program or a person to every dossier that waits for it. */
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Variables } from '../../engine/types.ts';
import { type Asker, auditWrite } from '../access/audit.ts';
import { isoNow } from '../clock.ts';
import type { SignalSent, sendSignal as signalBody } from '../contract/messages.ts';
import { answerOnce, answerWrite, type Keyed } from '../runtime/idempotency.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { signalJob } from '../runtime/thrown.ts';

/** Counting stops here: the answer says how far it carries, it does not walk a million. */
const COUNTED = { atMost: 10_000 };

/**
 * Taken in one commit with its line in the audit trail; the dossiers are told afterwards, each once. One that nobody
 * waits for is no fault: `waiting` is 0 then.
 * @throws Problem idempotency.other-body
 */
export function sendSignal(
  runtime: Runtime,
  { body, asker, key }: { body: z.output<typeof signalBody>; asker: Asker; key: string | undefined },
): Promise<SignalSent> {
  const keyed: Keyed = { key, actor: asker.actor, body };
  return answerOnce(runtime, keyed, async () => {
    const { name } = body;
    const at = isoNow(runtime.clock);
    const answer: SignalSent = {
      id: randomUUID(),
      waiting: await runtime.dossiers.count({ where: { 'subscriptions.name': name } }, COUNTED),
    };
    const signal = { id: answer.id, name, payload: body.payload as Variables, at, page: 1 };
    await runtime.store.commit([
      runtime.jobs.schedule(signalJob(signal)),
      ...auditWrite({ at, ...asker, what: 'signal.send', subject: name }),
      ...answerWrite(keyed, { code: name, answer, at }),
    ]);
    runtime.jobs.nudge();
    return answer;
  });
}
