/** A dossier as the contract shows it to one person at one moment. */
import { type CompiledCalendar, explainClock, timeliness } from '../../calendar/index.ts';
import type { Actor } from '../access/actor.ts';
import type { Dossier, DossierRow, OpenTask } from '../contract/dossiers.ts';
import type { DocumentRecord } from '../documents/records.ts';
import { viewDocument } from '../documents/view-document.ts';
import type { TurnContext } from '../runtime/turn.ts';
import type { Stored } from '../store/store.ts';
import { isStaff, keepsProcesses } from './capacities.ts';
import { standingIncidents } from './incidents/standing-incidents.ts';
import { viewIncident } from './incidents/view-incident.ts';
import { canJumpNow } from './jump/jump-dossier.ts';
import { possibleOperations } from './operations/operate.ts';
import { promisedBeyond } from './promised-at.ts';
import type { DossierRecord, OpenTaskRecord } from './records.ts';
import { STATUSES } from './statuses.ts';

export interface Viewer {
  actor: Actor;
  language: 'vi' | 'en';
  now: string;
}

export function viewDossier(
  { id, version, doc }: Stored<DossierRecord>,
  { documents, context, viewer }: { documents: DocumentRecord[]; context: TurnContext; viewer: Viewer },
): Dossier {
  const { units, finance, delivery, clock, pins } = doc;
  const openTasks = doc.openTasks.map(viewOpenTask);
  const formKey = context.procedure.form;
  const formVersion = pins.forms[formKey];
  const late = timelinessOf(doc, viewer.now);
  const promisedAt = promisedBeyond(doc);
  return {
    id,
    code: doc.code,
    procedure: { ...doc.procedure, processVersion: pins.process },
    unit: unitsOf(units),
    status: statusOf(doc, viewer.language),
    finance: {
      state: finance.state,
      items: finance.items,
      ...(finance.paidAt && { paidAt: finance.paidAt }),
    },
    delivery,
    sync: doc.sync,
    channel: doc.channel,
    applicant: doc.applicant,
    form: doc.form,
    ...(formVersion !== undefined && { formVersion: { key: formKey, version: formVersion } }),
    attachments: doc.attachments,
    setCount: doc.setCount,
    receivedAt: doc.receivedAt,
    ...(doc.backdated && {
      backdated: { enteredAt: doc.backdated.enteredAt, reason: doc.backdated.reason },
    }),
    ...(doc.acceptedAt && { acceptedAt: doc.acceptedAt }),
    ...(clock && { dueAt: clock.dueAt, originalDueAt: clock.originalDueAt }),
    ...(promisedAt && { promisedAt }),
    ...(doc.hold?.until && { supplementDueAt: doc.hold.until }),
    ...(doc.resolvedAt && { resolvedAt: doc.resolvedAt }),
    ...(doc.outcome && { outcome: doc.outcome }),
    ...(late && { timeliness: late }),
    clock: {
      state: clock?.state ?? (STATUSES[doc.status].clock === 'stopped' ? 'stopped' : 'not-started'),
      explain: clock ? explained(clock, context.calendar, viewer.language) : [],
    },
    openTasks,
    ...(isStaff(viewer.actor) && {
      incidents: standingIncidents(doc, { version: context.version, at: viewer.now }).map((incident) =>
        viewIncident(incident, viewer),
      ),
    }),
    tasks: openTasks,
    documents: documents.map((paper) => viewDocument(paper, { actor: viewer.actor, dossier: doc })),
    abilities: [
      ...possibleOperations(doc, { actor: viewer.actor, context, at: viewer.now }),
      ...(keepsProcesses(viewer.actor) && canJumpNow(doc) ? ['jump'] : []),
    ],
    version,
  };
}

/** The row of a list: no form, no papers, no sums. */
export function viewRow(
  { id, doc }: Stored<DossierRecord>,
  { language, now }: Omit<Viewer, 'actor'>,
): DossierRow {
  const late = timelinessOf(doc, now);
  return {
    id,
    code: doc.code,
    procedure: { ...doc.procedure, processVersion: doc.pins.process },
    unit: unitsOf(doc.units),
    status: statusOf(doc, language),
    channel: doc.channel,
    receivedAt: doc.receivedAt,
    ...(doc.clock && { dueAt: doc.clock.dueAt }),
    ...(doc.resolvedAt && { resolvedAt: doc.resolvedAt }),
    ...(late && { timeliness: late }),
    openTasks: doc.openTasks.map(viewOpenTask),
    applicant: { fullName: doc.applicant.fullName },
  };
}

const unitsOf = (units: DossierRecord['units']) => {
  const { receiving, receivingName, competent, competentName, returning } = units;
  return { receiving, receivingName, competent, competentName, returning };
};

const statusOf = ({ status, statusCode }: DossierRecord, language: 'vi' | 'en') => ({
  code: statusCode,
  key: status,
  label: STATUSES[status].label[language],
});

/** R088: a result is early, on time or late by its date; open work is overdue once its moment has passed. */
export function timelinessOf({ clock, resolvedAt }: DossierRecord, now: string): Dossier['timeliness'] {
  if (!clock) return undefined;
  if (resolvedAt) return timeliness(resolvedAt, clock.dueAt);
  return clock.state === 'running' && now > clock.dueAt ? 'overdue' : undefined;
}

const explained = (
  clock: NonNullable<DossierRecord['clock']>,
  calendar: CompiledCalendar,
  language: 'vi' | 'en',
) => explainClock({ clock, calendar, language });

export const viewOpenTask = (task: OpenTaskRecord): OpenTask => ({
  id: task.id,
  element: task.element,
  name: task.name,
  ...(task.unit && { unit: task.unit }),
  ...(task.unitName && { unitName: task.unitName }),
  ...(task.role && { role: task.role }),
  ...(task.assignee && { assignee: task.assignee }),
  ...(task.assigneeName && { assigneeName: task.assigneeName }),
  ...(task.dueAt && { dueAt: task.dueAt }),
});
