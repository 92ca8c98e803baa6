/** Standing still for a stated reason, and going on (DL17). */
import { record } from '../../runtime/turn.ts';
import { type Act, take } from './act.ts';

export function suspend({ turn, row, body }: Act<'suspend'>): void {
  record(turn, { type: 'suspend', reason: body.reason });
  take({ turn, row }, { reason: body.reason });
}

/** Also after a request to withdraw that came too late: a decision had been issued (domain 4.2, 7 -> 4). */
export function resumeWork({ turn, row, body }: Act<'resume'>): void {
  record(turn, { type: 'resume', ...(body.note && { reason: body.note }) });
  take({ turn, row }, { reason: body.note ?? '' });
}
