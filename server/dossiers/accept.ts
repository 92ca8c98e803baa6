/** Acceptance: the receipt is issued, the ledger written, the clock started and the process begun (NĐ61 Đ.17.1c). */
import { localYear } from '../deadlines/local-time.ts';
import { documentBook, issueDocument } from '../documents/issue-document.ts';
import { startMain } from '../runtime/run-process.ts';
import type { Turn } from '../runtime/turn.ts';
import { moveStatus } from './move-status.ts';
import type { Pins } from './records.ts';
import { startPromise } from './start-promise.ts';

/** R067: one book a unit and year, numbered from 1 without gaps. */
const ledgerSequence = (unit: string, at: string): string => `ledger:${unit}:${localYear(at)}`;

/** The sequences that an acceptance takes from. */
export const acceptanceBooks = (unit: string, at: string, pins: Pins): string[] => [
  ledgerSequence(unit, at),
  ...(pins.templates.receipt ? [documentBook(unit, 'receipt', at)] : []),
];

/** The turn's actor has found it complete. The promise counts from now, or from the next opening (DL05, DL30). */
export function acceptDossier(turn: Turn): void {
  const { dossier, context, actor } = turn;
  // R168: what was taken in on paper during an incident counts from then.
  const at = dossier.backdated?.receivedAt ?? turn.at;
  dossier.acceptedAt = at;
  dossier.acceptedBy = {
    id: actor.id,
    name: actor.name,
    ...(context.issuer?.title && { title: context.issuer.title }),
  };
  turn.numbered.push({
    sequence: ledgerSequence(dossier.units.receiving, turn.at),
    use: (serial) => {
      dossier.ledger = { book: localYear(turn.at), serial };
    },
  });
  moveStatus(turn, 'accepted');
  startPromise(turn, at);
  issueDocument(turn, 'receipt');
  startMain(turn);
}
