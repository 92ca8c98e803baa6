import type { Limit } from '../../calendar/index.ts';
import type { ProcedureSettings } from '../runtime/ports.ts';

/** Working days before the due date by which an extension must be decided, where a procedure says nothing (DL19). */
const EXTENSION_NOTICE = 1;

/** How many working days ahead an extension of this limit is decided; 0 where the limit is no longer than that. */
export function extensionNotice(limit: Limit, policies: ProcedureSettings['policies']): number {
  const days = policies.extensionNoticeDays ?? EXTENSION_NOTICE;
  return lengthInDays(limit) <= days ? 0 : days;
}

/** Of a statutory limit, as its procedure counts days; a same-day procedure counts as one (DL09). */
export const lengthInDays = ({ amount, unit }: Limit): number =>
  unit === 'same-day' ? 1 : unit === 'working-hours' ? amount / 8 : amount;
