/** The public look-up: degree of completion and dates, names masked, nothing that leads to a person (R130-R134). */
import QRCode from 'qrcode';
import type { StatusKey } from '../contract/dossiers.ts';
import type { PublicDossier } from '../contract/portal.ts';
import { lookUpAddress } from '../documents/document-data.ts';
import { promisedBeyond } from '../dossiers/promised-at.ts';
import { historyOf } from '../dossiers/read-history.ts';
import type { DossierRecord, HistoryRecord } from '../dossiers/records.ts';
import { STATUSES } from '../dossiers/statuses.ts';
import { problem } from '../http/problem.ts';
import type { CompiledVersion } from '../runtime/ports.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { publicPapers } from './check-paper.ts';
import { maskName } from './mask-name.ts';
import { ratingSpec } from './records.ts';

/** @throws Problem portal.dossier-not-found */
export async function lookUp(
  runtime: Runtime,
  { code, language }: { code: string; language: 'vi' | 'en' },
): Promise<PublicDossier> {
  const found = await runtime.dossiers.get(code.trim().toUpperCase());
  if (!found) throw problem('portal.dossier-not-found', 404, { values: { code } });
  const { doc } = found;
  const [history, version, rating, papers, qr] = await Promise.all([
    historyOf(runtime, doc.code),
    runtime.catalogue.processVersion(doc.procedure.code, doc.pins.process),
    runtime.store.collection(ratingSpec).get(doc.code),
    publicPapers(runtime, { code: doc.code, language }),
    QRCode.toDataURL(lookUpAddress(runtime.publicUrl, doc.code), { margin: 1, errorCorrectionLevel: 'M' }),
  ]);
  const isAccepted = doc.acceptedAt !== undefined;
  const { applicant, clock } = doc;
  const promisedAt = promisedBeyond(doc);
  return {
    code: doc.code,
    qr,
    procedure: doc.procedure.name,
    receivingUnit: doc.units.receivingName,
    // R131: before it is valid there are no rooms and no due date to show.
    ...(isAccepted && { units: await unitsOnTheWay(runtime, { doc, history, version }) }),
    ...(applicant.kind === 'organisation' && { organisation: applicant.fullName }),
    submitter: maskName(applicant.submitter?.fullName ?? applicant.fullName),
    receivedAt: doc.receivedAt,
    ...(clock && { dueAt: clock.dueAt, originalDueAt: clock.originalDueAt }),
    ...(promisedAt && { promisedAt }),
    status: { code: doc.statusCode, label: STATUSES[doc.status].label[language] },
    progress: progressOf({ doc, history, version }),
    timeline: timelineOf(history, language),
    papers,
    canRate: doc.status === 'returned' && rating === null,
  };
}

interface Way {
  doc: DossierRecord;
  history: HistoryRecord[];
  version: CompiledVersion | null;
}

/** Units in the order in which the work reached them, then those that the process names and has not reached. */
async function unitsOnTheWay({ organisation }: Runtime, { doc, history, version }: Way) {
  const current = new Set(doc.openTasks.map(({ unit }) => unit));
  const reached = [
    doc.units.receiving,
    ...entriesOf(history, 'task-opened').map((entry) => unitOf(entry.after)),
  ];
  const named = version?.process.steps.flatMap(({ performer }) => performer.unit ?? []) ?? [];
  const passed = [...new Set(reached.filter((unit): unit is string => unit !== undefined))];
  const ahead = [...new Set(named.filter((unit) => !unit.startsWith('=') && !passed.includes(unit)))];
  const isOver = STATUSES[doc.status].final === true;
  const names = new Map((await organisation.units()).map(({ id, name }) => [id, name]));
  const shown = (unit: string, state: 'done' | 'current' | 'ahead') => ({
    name: names.get(unit) ?? unit,
    state,
  });
  return [
    ...passed.map((unit) => shown(unit, current.has(unit) ? 'current' : 'done')),
    ...(isOver ? [] : ahead.map((unit) => shown(unit, 'ahead'))),
  ];
}

/** Share of the way: what has been done of the steps a person does; never full before it is over. */
function progressOf({ doc, history, version }: Way): number {
  if (STATUSES[doc.status].final) return 100;
  if (doc.status === 'resolved') return 95;
  if (doc.acceptedAt === undefined) return 5;
  const steps = version?.process.steps.filter(({ kind }) => kind === 'user' || kind === 'manual').length ?? 1;
  const done = new Set(entriesOf(history, 'task-completed').map(({ element }) => element)).size;
  return Math.min(90, 10 + Math.round((80 * done) / Math.max(1, steps)));
}

const timelineOf = (history: HistoryRecord[], language: 'vi' | 'en') =>
  history.flatMap(({ at, entries }) =>
    entries.flatMap(({ type, after }) =>
      type === 'status' ? [{ at, label: STATUSES[after as StatusKey].label[language] }] : [],
    ),
  );

const entriesOf = (history: HistoryRecord[], type: string) =>
  history.flatMap(({ entries }) => entries.filter((entry) => entry.type === type));

const unitOf = (after: unknown): string | undefined => (after as { unit?: string } | undefined)?.unit;
