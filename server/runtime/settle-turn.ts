/** From a finished turn to the writes of its commit. */

import { armWatch } from '../deadlines/watch/arm-watch.ts';
import { documentData } from '../documents/document-data.ts';
import { documentNumber } from '../documents/kinds.ts';
import { printJob } from '../documents/print-job.ts';
import { type DocumentRecord, documentId, documentSpec } from '../documents/records.ts';
import { sealFor, withSignatureBlock } from '../documents/signatures/seal.ts';
import { noteIncidents } from '../dossiers/incidents/standing-incidents.ts';
import { listWrites } from '../dossiers/list-entries.ts';
import {
  dossierSpec,
  type HistoryRecord,
  historyId,
  historySpec,
  type Signing,
} from '../dossiers/records.ts';
import { notifyJob } from '../notifications/notify-job.ts';
import { unfoldedSpec } from '../reports/records.ts';
import { countedOn, difference, standingOf } from '../reports/standing.ts';
import type { Write } from '../store/store.ts';
import { type TaskRecord, taskSpec } from '../tasks/records.ts';
import { closedTaskDocument, openTaskDocument } from '../tasks/task-document.ts';
import type { PendingPaper, Turn } from './turn.ts';

export interface Settled {
  /** the sequences that number its papers */
  take: string[];
  /** may be called again with other numbers when the transaction is retried */
  writes: (numbers: Record<string, number>) => { writes: Write[]; documents: DocumentRecord[] };
  /** as they are after the commit, by id */
  tasks: ReadonlyMap<string, TaskRecord>;
}

/** Closes a turn: nothing may be done on it afterwards. */
export function settle(turn: Turn): Settled {
  armWatch(turn);
  const { dossier, context } = turn;
  noteIncidents(dossier, { version: context.version, at: turn.at });
  const taskChanges = taskWrites(turn);
  const history = historyWrites(turn);
  const rows = listWrites(turn.listed, dossier);
  return {
    tasks: new Map(taskChanges.map(({ id, doc }) => [id, doc])),
    take: [...issued(turn).map(({ book }) => book), ...turn.numbered.map(({ sequence }) => sequence)],
    writes: (numbers) => {
      for (const { sequence, use } of turn.numbered) use(numbers[sequence]!);
      const documents = turn.papers.map((paper) => documentOf(turn, paper, numbers[paper.book]!));
      const papers = turn.papers.flatMap((paper, index): Write[] => {
        const doc = documents[index]!;
        const write = { collection: documentSpec.name, id: documentId(dossier.code, doc.name), doc };
        return [
          paper.replaces === undefined
            ? { op: 'insert', ...write }
            : { op: 'replace', version: paper.replaces, ...write },
          ...(paper.state ? [] : [context.jobs.schedule(printJob(doc))]),
        ];
      });
      return {
        documents,
        writes: [dossierWrite(turn), ...taskChanges, ...papers, ...history, ...rows, ...turn.writes],
      };
    },
  };
}

const issued = ({ papers }: Turn): PendingPaper[] => papers.filter(({ state }) => !state);

const dossierWrite = ({ dossier, version }: Turn): Write => {
  const write = { collection: dossierSpec.name, id: dossier.code, doc: dossier };
  return version === 0 ? { op: 'insert', ...write } : { op: 'replace', version, ...write };
};

type TaskWrite = Exclude<Write, { op: 'delete' }> & { doc: TaskRecord };

/** Raises the version of each task it rewrites on the dossier's own copy too. */
function taskWrites(turn: Turn): TaskWrite[] {
  const { dossier } = turn;
  const open = dossier.openTasks.filter(({ id }) => turn.touched.has(id));
  const writes = open.map((task): TaskWrite => {
    const doc = openTaskDocument(dossier, task);
    task.version += 1;
    return task.version === 1
      ? { op: 'insert', collection: taskSpec.name, id: task.id, doc }
      : { op: 'replace', collection: taskSpec.name, id: task.id, version: task.version - 1, doc };
  });
  const closed = turn.closed
    .filter(({ task }) => task.version > 0)
    .map(
      (end): TaskWrite => ({
        op: 'replace',
        collection: taskSpec.name,
        id: end.task.id,
        version: end.task.version,
        doc: closedTaskDocument(dossier, end, turn.at),
      }),
    );
  return [...writes, ...closed];
}

function documentOf(turn: Turn, paper: PendingPaper, number: number): DocumentRecord {
  const written = paper.state ? '' : documentNumber(number, paper.symbol);
  if (paper.kind === 'receipt') turn.dossier.receiptNumber = written;
  const { name, kind, title, details, signed, draft, insteadOf, state } = paper;
  const { data: signedText, ...signing } = signed ?? {};
  const text = signedText
    ? numbered(signedText, { number: written, at: turn.at })
    : documentData(turn, paper, written);
  const seal = state ? undefined : sealFor(turn, paper);
  return {
    dossier: turn.dossier.code,
    name,
    kind,
    title,
    number: written,
    ...(!state && { book: paper.book }),
    issuedAt: turn.at,
    state: state ?? 'printing',
    template: paper.template,
    data: seal ? withSignatureBlock(text, { seal, at: turn.at }) : text,
    details,
    issuedBy: { id: turn.actor.id, name: turn.actor.name },
    ...(draft && { draft }),
    ...(signed && { signed: signing as Signing }),
    ...(insteadOf && {
      replaces: { id: insteadOf.id, number: insteadOf.number, reason: insteadOf.reason },
    }),
    ...(seal && { seal }),
    // Nobody has to hand on what the watch has drafted.
    ...(state === 'draft' && draft && turn.actor.kind === 'system' && { awaiting: draft.signer.unit }),
  };
}

/** Number and day are all that is added to a text that was signed. */
const numbered = (
  data: DocumentRecord['data'],
  { number, at }: { number: string; at: string },
): DocumentRecord['data'] => ({ ...data, doc: { ...data.doc, number }, issuedAt: at });

function historyWrites(turn: Turn): Write[] {
  const { dossier, entries, path } = turn;
  if (entries.length === 0 && path.length === 0) return [];
  const seq = entries[0]?.seq ?? dossier.counts.events + 1;
  const changes = difference(turn.stood, standingOf(dossier));
  const doc: HistoryRecord = {
    dossier: dossier.code,
    procedure: dossier.procedure.code,
    unit: dossier.units.competent,
    channel: dossier.channel,
    at: turn.at,
    seq,
    entries,
    path,
    ...(changes.length > 0 && {
      tally: { day: countedOn(turn.at, dossier), field: dossier.procedure.field, changes },
    }),
  };
  // The dossier's version makes the id: one record a commit, even when nothing but the path was added.
  const id = historyId(dossier.code, turn.version + 1);
  const telling = notifyJob(id, entries);
  return [
    { op: 'insert', collection: historySpec.name, id, doc },
    ...(doc.tally
      ? [{ op: 'insert' as const, collection: unfoldedSpec.name, id, doc: { at: turn.at } }]
      : []),
    ...(telling ? [turn.context.jobs.schedule(telling)] : []),
  ];
}
