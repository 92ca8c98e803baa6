/** A message from a program or a person to the one dossier that waits for it. */
import type { z } from 'zod';
import type { Variables } from '../../engine/types.ts';
import type { Asker } from '../access/audit.ts';
import type { Operation } from '../contract/dossiers.ts';
import type { MessageTaken, sendMessage as messageBody } from '../contract/messages.ts';
import { OPERATION_NAMES } from '../dossiers/operation-names.ts';
import { type Problem, problem } from '../http/problem.ts';
import { execute } from '../runtime/execute.ts';
import { findReceivers } from '../runtime/find-receivers.ts';
import { answerOnce, answerWrite, type Keyed } from '../runtime/idempotency.ts';
import { deliver } from '../runtime/run-process.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { stepOf } from '../runtime/step-of.ts';
import { audit } from '../runtime/turn.ts';
import type { Message } from '../runtime/waiting.ts';
import { requestOf } from '../tasks/open-task-of.ts';

export interface MessageOrder {
  body: z.output<typeof messageBody>;
  asker: Asker;
  /** the caller's `Idempotency-Key` */
  key: string | undefined;
}

/** What the runtime itself tells a waiting process once the operation is recorded. */
const OPERATIONS = new Map<string, Operation>([
  ['payment', 'pay'],
  ['supplement', 'supplement'],
]);

/**
 * Taken, audited and answered in one commit. Not kept for later: who does not wait yet does not get it.
 * @throws Problem message.nobody-waits, message.other-key, message.ambiguous, message.not-in-dossier (409, with the
 *   field), message.has-operation (422), dossier.not-found, idempotency.other-body
 */
export function sendMessage(runtime: Runtime, { body, asker, key }: MessageOrder): Promise<MessageTaken> {
  const keyed: Keyed = { key, actor: asker.actor, body };
  return answerOnce(runtime, keyed, async () => {
    const operation = OPERATIONS.get(body.name);
    if (operation) {
      throw refused('message.has-operation', '/name', {
        status: 422,
        values: { operation: OPERATION_NAMES[operation] },
      });
    }
    const message: Message = {
      name: body.name,
      payload: body.payload as Variables,
      ...(body.correlation !== undefined && { correlation: body.correlation as Variables[string] }),
    };
    return take(runtime, {
      message,
      asker,
      keyed,
      code: body.dossier ?? (await receiverOf(runtime, message)),
    });
  });
}

async function take(
  runtime: Runtime,
  { message, asker, keyed, code }: { message: Message; asker: Asker; keyed: Keyed; code: string },
): Promise<MessageTaken> {
  let answer: MessageTaken | undefined;
  await execute(runtime, {
    code,
    actor: asker.actor,
    request: requestOf(asker),
    act: (turn) => {
      const wait = deliver(turn, message, { outside: {} });
      if (!wait)
        throw refused('message.not-in-dossier', '/dossier', { values: { code, name: message.name } });
      const { element } = wait;
      answer = { dossier: code, element, elementName: stepOf(turn, element)?.name || element };
      audit(turn, 'message.send', message.name);
      turn.writes.push(...answerWrite(keyed, { code, answer, at: turn.at }));
    },
  });
  return answer!;
}

async function receiverOf(runtime: Runtime, message: Message): Promise<string> {
  const { name } = message;
  const [code, second] = await findReceivers(runtime, message);
  if (second !== undefined) throw refused('message.ambiguous', '/correlation', { values: { name } });
  if (code !== undefined) return code;
  throw (await isWaitedFor(runtime, name))
    ? refused('message.other-key', '/correlation', { values: { name } })
    : refused('message.nobody-waits', '/name', { values: { name } });
}

const isWaitedFor = async ({ dossiers }: Runtime, name: string): Promise<boolean> =>
  (await dossiers.count({ where: { 'subscriptions.name': name } }, { atMost: 1 })) > 0;

const refused = (
  code: string,
  pointer: string,
  { status = 409, values }: { status?: number; values: NonNullable<Problem['values']> },
): Problem => problem(code, status, { values, errors: [{ pointer, code }] });
