/** Tells a dossier something: the table of statuses, the actor's capacity and the law decide, then it is done. */
import type { z } from 'zod';
import type { Actor } from '../../access/actor.ts';
import type { Asker } from '../../access/audit.ts';
import type { Operation, operationBodies } from '../../contract/dossiers.ts';
import { type Problem, problem } from '../../http/problem.ts';
import { execute, type Outcome } from '../../runtime/execute.ts';
import type { CompiledVersion } from '../../runtime/ports.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { audit, type TurnContext } from '../../runtime/turn.ts';
import { requestOf } from '../../tasks/open-task-of.ts';
import { capacitiesOf, maySee, OPERATION_CAPACITIES } from '../capacities.ts';
import type { DossierRecord } from '../records.ts';
import { operationsFrom, type Position, STATUSES, transitionOf } from '../statuses.ts';
import { ACTS, LIMITS } from './acts.ts';

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
      const refusal = refusalOf(operation, turn.dossier, { actor: asker.actor, context: turn.context });
      if (refusal) throw refusal;
      const row = transitionOf(operation, positionOf(turn.dossier))!;
      await ACTS[operation]({ runtime, turn, row, body, language });
      audit(turn, `dossier.${operation}`);
    },
  });
}

/** Every operation that this actor may order now; what a screen offers as buttons. */
export const possibleOperations = (
  dossier: DossierRecord,
  who: { actor: Actor; context: Pick<TurnContext, 'version' | 'procedure'> },
): Operation[] =>
  operationsFrom(positionOf(dossier)).filter((operation) => !refusalOf(operation, dossier, who));

export const positionOf = ({ status, acceptedAt }: DossierRecord): Position => ({
  status,
  phase: acceptedAt === undefined ? 'before-acceptance' : 'after-acceptance',
});

function refusalOf(
  operation: Operation,
  dossier: DossierRecord,
  { actor, context }: { actor: Actor; context: Pick<TurnContext, 'version' | 'procedure'> },
): Problem | undefined {
  const { code } = dossier;
  if (!maySee(actor, dossier)) return problem('dossier.not-found', 404, { values: { code } });
  const held = capacitiesOf(actor, dossier);
  if (actor.kind !== 'system' && !OPERATION_CAPACITIES[operation].some((capacity) => held.has(capacity))) {
    return problem('dossier.not-your-part', 403, { values: { code, operation } });
  }
  if (!transitionOf(operation, positionOf(dossier))) {
    const status = STATUSES[dossier.status].label.vi;
    const possible = operationsFrom(positionOf(dossier)).join(', ') || '—';
    return problem('dossier.not-possible-now', 409, { values: { code, operation, status, possible } });
  }
  if (!processAllows(context.version, operation)) {
    return problem('dossier.process-does-not-allow', 409, { values: { code, operation } });
  }
  return LIMITS[operation]?.(dossier, context.procedure);
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
