/** An incident is retried, after its data are corrected: explicit, by who keeps processes running, logged with why. */
import type { z } from 'zod';
import type { Variables } from '../../../engine/types.ts';
import type { Asker } from '../../access/audit.ts';
import type { retryIncident as retryBody } from '../../contract/incidents.ts';
import { problem } from '../../http/problem.ts';
import type { Outcome } from '../../runtime/execute.ts';
import { tell } from '../../runtime/run-process.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { audit, involve, record } from '../../runtime/turn.ts';
import { executeSeen } from '../execute-seen.ts';
import { PROCESS_FAILED, standingIncidents } from './standing-incidents.ts';

export interface RetryOrder {
  code: string;
  body: z.output<typeof retryBody>;
  asker: Asker;
}

/**
 * The corrected variables, the retry and what follows are one commit. Status, hold and clock are moved by nothing but
 * the steps that open then, as by any other event of the process; while the dossier is on hold those rest. A retry that
 * meets the same fault leaves an incident open again.
 * @throws Problem dossier.not-found, incident.not-open
 */
export function retryIncident(runtime: Runtime, { code, body, asker }: RetryOrder): Promise<Outcome> {
  return executeSeen(runtime, {
    code,
    asker,
    act: (turn) => {
      const { dossier, context, at } = turn;
      const found = standingIncidents(dossier, { version: context.version, at }).find(
        ({ id, code: fault }) => id === body.incident && fault !== PROCESS_FAILED,
      );
      if (!found) {
        const errors = [{ pointer: '/incident', code: 'incident.not-open' }];
        throw problem('incident.not-open', 409, { values: { code }, errors });
      }
      const variables = body.variables as Variables;
      const names = Object.keys(variables);
      record(turn, {
        type: 'incident-retried',
        element: found.element,
        elementName: found.name.vi,
        reason: body.reason,
        ...(names.length > 0 && { before: picked(found.variables, names), after: variables }),
      });
      audit(
        turn,
        'incident.retry',
        [found.element, names.join(', '), body.reason].filter(Boolean).join(': '),
      );
      // Whoever has put it right sees what becomes of it.
      involve(turn, asker.actor.unit);
      const { instance, occurrence } = found;
      tell(turn, instance, { type: 'retry', occurrence, variables });
    },
  });
}

const picked = (variables: Variables, names: string[]): Variables =>
  Object.fromEntries(names.filter((name) => name in variables).map((name) => [name, variables[name]!]));
