/** Every operation and what does it. */
import type { Operation } from '../../contract/dossiers.ts';
import { accept } from './accept.ts';
import type { Act } from './act.ts';
import { correct } from './correct.ts';
import { apologise, extendDue } from './dates.ts';
import { finish, refuse, returnResult, withdraw } from './endings.ts';
import { pay, requestPayment } from './payment.ts';
import { requestSupplement, supplement } from './supplement.ts';
import { resumeWork, suspend } from './suspension.ts';
import { transfer } from './transfer.ts';

export const ACTS: { [O in Operation]: (act: Act<O>) => void | Promise<void> } = {
  accept,
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
  correct,
  return: returnResult,
};
