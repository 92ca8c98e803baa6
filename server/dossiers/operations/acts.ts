/** Every operation and the limits the law sets it, in one table each. */
import type { Operation } from '../../contract/dossiers.ts';
import { type Problem, problem } from '../../http/problem.ts';
import type { ProcedureSettings } from '../../runtime/ports.ts';
import { acceptDossier } from '../accept.ts';
import type { DossierRecord } from '../records.ts';
import type { Act } from './act.ts';
import { apologise, extendDue } from './dates.ts';
import { finish, refuse, returnResult, withdraw } from './endings.ts';
import { pay, requestPayment } from './payment.ts';
import { requestSupplement, supplement } from './supplement.ts';
import { resumeWork, suspend } from './suspension.ts';
import { transfer } from './transfer.ts';

export const ACTS: { [O in Operation]: (act: Act<O>) => void | Promise<void> } = {
  accept: ({ turn }) => acceptDossier(turn),
  refuse,
  'request-supplement': requestSupplement,
  supplement,
  'request-payment': requestPayment,
  pay,
  suspend,
  resume: resumeWork,
  extend: extendDue,
  apologise,
  withdraw,
  transfer,
  finish,
  return: returnResult,
};

type Limit = (dossier: DossierRecord, procedure: ProcedureSettings) => Problem | undefined;

/** What is used up, whatever the status: asked before an operation, and before its button is shown. */
export const LIMITS: Partial<Record<Operation, Limit>> = {
  // R076: once in the course of handling, full guidance in one go
  'request-supplement': ({ code, supplements }, { policies }) =>
    supplements >= policies.supplementTimes
      ? problem('dossier.supplement-already-requested', 409, {
          values: { code, times: policies.supplementTimes },
        })
      : undefined,
  // R093, DL20
  extend: ({ code, clock }) =>
    clock && clock.extensions >= clock.policy.extensionTimes
      ? problem('clock.already-extended', 409, { values: { code } })
      : undefined,
};
