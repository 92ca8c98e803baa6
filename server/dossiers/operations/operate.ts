/** Tells a dossier something: the table of statuses, the actor's capacity and the law decide, then it is done. */
import type { z } from 'zod';
import type { Actor } from '../../access/actor.ts';
import type { Asker } from '../../access/audit.ts';
import type { Operation, operationBodies } from '../../contract/dossiers.ts';
import { type Problem, type ProblemOptions, problem } from '../../http/problem.ts';
import { execute, type Outcome } from '../../runtime/execute.ts';
import type { CompiledVersion } from '../../runtime/ports.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { audit, type TurnContext } from '../../runtime/turn.ts';
import { requestOf } from '../../tasks/open-task-of.ts';
import { capacitiesOf, maySee, OPERATION_CAPACITIES } from '../capacities.ts';
import { namesOf, OPERATION_NAMES } from '../operation-names.ts';
import type { DossierRecord } from '../records.ts';
import { operationsFrom, type Position, STATUSES, transitionOf } from '../statuses.ts';
import { ACTS } from './acts.ts';
import { limitOf } from './limits.ts';

export type Bodies = { [O in Operation]: z.output<(typeof operationBodies)[O]> };

export interface OperationOrder<O extends Operation> {
  code: string;
  operation: O;
  body: Bodies[O];
  asker: Asker;
  language: 'vi' | 'en';
}

/**
 * @throws Problem dossier.not-found, dossier.not-your-part (403), dossier.not-possible-now (409, with what is),
 *   dossier.process-does-not-allow, and those of the operation itself
 */
export function operate<O extends Operation>(runtime: Runtime, order: OperationOrder<O>): Promise<Outcome> {
  const { code, operation, body, asker, language } = order;
  return execute(runtime, {
    code,
    actor: asker.actor,
    request: requestOf(asker),
    act: async (turn) => {
      const refusal = refusalOf(operation, turn.dossier, {
        actor: asker.actor,
        context: turn.context,
        at: turn.at,
      });
      if (refusal) throw refusal;
      const row = transitionOf(operation, positionOf(turn.dossier))!;
      await ACTS[operation]({ runtime, turn, row, body, language });
      audit(turn, `dossier.${operation}`);
    },
  });
}

/** Who asks, about a dossier of which version and procedure, and when. */
export interface Asking {
  actor: Actor;
  context: Pick<TurnContext, 'version' | 'procedure' | 'calendar'>;
  /** what has become too late is not possible any more */
  at: string;
}

/** Every operation that this actor may order now; what a screen offers as buttons. */
export const possibleOperations = (dossier: DossierRecord, asking: Asking): Operation[] =>
  operationsFrom(positionOf(dossier)).filter((operation) => !hindrance(operation, dossier, asking));

export const positionOf = ({ status, acceptedAt }: DossierRecord): Position => ({
  status,
  phase: acceptedAt === undefined ? 'before-acceptance' : 'after-acceptance',
});

/** The problem to answer with: the rule that stands in the way, and what may be done instead. */
function refusalOf(operation: Operation, dossier: DossierRecord, asking: Asking): Problem | undefined {
  const found = hindrance(operation, dossier, asking);
  if (!found) return undefined;
  return problem(found.code, found.status, {
    values: {
      code: dossier.code,
      operation: OPERATION_NAMES[operation],
      status: STATUSES[dossier.status].label,
      possible: namesOf(found.status === 409 ? possibleOperations(dossier, asking) : []),
      ...found.values,
    },
  });
}

interface Hindrance {
  code: string;
  status: 403 | 404 | 409;
  values?: NonNullable<ProblemOptions['values']>;
}

/** In this order: what one may not see, is not one's part, the table of statuses, the process, the law's limits. */
function hindrance(
  operation: Operation,
  dossier: DossierRecord,
  { actor, context, at }: Asking,
): Hindrance | undefined {
  if (!maySee(actor, dossier)) return { code: 'dossier.not-found', status: 404 };
  const held = capacitiesOf(actor, dossier);
  if (actor.kind !== 'system' && !OPERATION_CAPACITIES[operation].some((capacity) => held.has(capacity))) {
    return { code: 'dossier.not-your-part', status: 403 };
  }
  if (!transitionOf(operation, positionOf(dossier))) return { code: 'dossier.not-possible-now', status: 409 };
  if (!processAllows(context.version, operation)) {
    return { code: 'dossier.process-does-not-allow', status: 409 };
  }
  const limited = limitOf(operation, dossier, { ...context, at });
  return limited && { ...limited, status: 409 };
}

/** Operations that an author grants in `motcua:actions`; the rest is the applicant's or the counter's right. */
const GRANTED: readonly Operation[] = ['request-supplement', 'request-payment', 'extend'];

/** A process that grants nothing anywhere leaves everything to the law; one that grants something means it. */
function processAllows({ processes }: CompiledVersion, operation: Operation): boolean {
  if (!GRANTED.includes(operation)) return true;
  const granted = new Set(
    Object.values(processes).flatMap(({ steps }) => steps.flatMap(({ actions }) => actions)),
  );
  granted.delete('return');
  return granted.size === 0 || granted.has(operation);
}
