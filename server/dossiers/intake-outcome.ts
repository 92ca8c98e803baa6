/** The three ways that a reception at the counter or by post ends: receipt, supplement slip, refusal slip (R049; NĐ61 Đ.17.1). */
import { documentBook } from '../documents/issue-document.ts';
import { problem } from '../http/problem.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { Turn } from '../runtime/turn.ts';
import { acceptanceBooks, acceptDossier } from './accept.ts';
import type { Intake } from './intake-body.ts';
import { refuse } from './operations/endings.ts';
import { requestSupplement } from './operations/supplement.ts';
import type { Pins } from './records.ts';
import { transitionOf } from './statuses.ts';

type Outcome = 'register' | Intake['outcome'];

/** What is filed online waits for the counter. */
export const outcomeOf = ({ channel, outcome }: Pick<Intake, 'channel' | 'outcome'>): Outcome =>
  channel === 'online' ? 'register' : outcome;

/** A receipt needs a complete dossier; a slip says what is missing, or why it is not taken in at all. */
export const mustBeComplete = (body: Intake): boolean => ['register', 'accept'].includes(outcomeOf(body));

/** @throws Problem dossier.intake-needs-reason, dossier.outcome-online */
export function refuseWrongOutcome({ channel, outcome, reason }: Intake): void {
  if (outcome === 'accept') return;
  if (channel === 'online') {
    throw problem('dossier.outcome-online', 422, {
      errors: [{ pointer: '/outcome', code: 'dossier.outcome-online' }],
    });
  }
  if (!reason) {
    throw problem('dossier.intake-needs-reason', 422, {
      errors: [{ pointer: '/reason', code: 'dossier.intake-needs-reason' }],
    });
  }
}

/** The sequences that each outcome takes from. */
export const outcomeBooks = (
  outcome: Outcome,
  { unit, at, pins }: { unit: string; at: string; pins: Pins },
): string[] => {
  if (outcome === 'register') return [];
  if (outcome === 'accept') return acceptanceBooks(unit, at, pins);
  const kind = outcome === 'refuse' ? 'refusal' : 'supplement-request';
  return pins.templates[kind] ? [documentBook(unit, kind, at)] : [];
};

/** Ends the reception on the turn that registered the dossier. */
export function concludeIntake(
  runtime: Runtime,
  turn: Turn,
  { body, language }: { body: Intake; language: 'vi' | 'en' },
): void {
  const outcome = outcomeOf(body);
  if (outcome === 'register') return;
  if (outcome === 'accept') {
    acceptDossier(turn);
    return;
  }
  const { reason = '', days } = body;
  const row = transitionOf(outcome, { status: 'registered', phase: 'before-acceptance' })!;
  const act = { runtime, turn, row, language };
  if (outcome === 'refuse') refuse({ ...act, body: { reason } });
  else requestSupplement({ ...act, body: { reason, papers: missingPapers(turn), ...(days && { days }) } });
}

/** R076: every missing paper is named at once. */
const missingPapers = ({ dossier, context }: Turn): string[] =>
  context.procedure.components
    .filter(({ id, required }) => required && !dossier.attachments.some(({ component }) => component === id))
    .map(({ name }) => name);
