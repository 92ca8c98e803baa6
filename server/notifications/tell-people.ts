/** Does a notify job: notices to accounts and the message to the applicant, all in the commit that ends the job. */
import { lookUpAddress } from '../documents/document-data.ts';
import type { DossierRecord, HistoryEntry, HistoryRecord } from '../dossiers/records.ts';
import type { JobHandler } from '../jobs/attempt-job.ts';
import { JobHopeless } from '../jobs/retry-policy.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { Write } from '../store/store.ts';
import { fillText } from './fill-text.ts';
import type { NotifyPayload } from './notify-job.ts';
import type { Outlets } from './outlets.ts';
import { recipientsOf } from './recipients.ts';
import { type MessageRecord, messageSpec, type NoticeRecord, noticeSpec } from './records.ts';
import { messageJob } from './send-message.ts';
import { type Standing, standingOf } from './standing.ts';
import { LETTER, STANDING, TOPIC_TEXTS } from './texts.ts';
import { applicantTopic, TOPICS, type Topic, type TopicValues, topicOf } from './topics.ts';

/** Told twice it writes the same once: notices, message and the job's end are one commit. */
export function tellPeople(runtime: Runtime, outlets: Outlets): JobHandler {
  for (const spec of [noticeSpec, messageSpec]) runtime.store.collection<object>(spec);
  return async ({ job, done }) => {
    const { history: id } = job.doc.payload as NotifyPayload;
    const history = await runtime.history.get(id);
    const dossier = history && (await runtime.dossiers.get(history.doc.dossier));
    if (!dossier) throw new JobHopeless(`no history ${id}`);
    const told = { id, history: history.doc, dossier: dossier.doc };
    const notices = await noticesOf(runtime, told);
    const message = letterTo(runtime, outlets, told);
    await runtime.store.commit([...notices.map((notice) => noticeWrite(id, notice)), ...message, done]);
    for (const { to, dossier: code, at } of notices) {
      runtime.live.tell({ type: 'notice', dossier: code, at }, { units: [], owner: to });
    }
    if (message.length > 1) runtime.jobs.nudge();
  };
}

interface Told {
  id: string;
  history: HistoryRecord;
  dossier: DossierRecord;
}

async function noticesOf(runtime: Runtime, { history, dossier }: Told): Promise<NoticeRecord[]> {
  const found = new Map<string, NoticeRecord>();
  const add = (to: string, topic: Topic, entry: HistoryEntry, standing?: Standing) => {
    const task = (entry.after as { task?: string } | undefined)?.task;
    found.set(`${to} ${topic} ${task ?? ''}`, {
      to,
      topic,
      values: valuesOf(dossier, entry),
      ...(standing && { standing }),
      dossier: dossier.code,
      ...(task && { task }),
      at: history.at,
      unread: true,
    });
  };
  for (const entry of history.entries) {
    const topic = topicOf(entry);
    if (!topic) continue;
    // Nobody needs to be told what he has just done himself.
    const people = await recipientsOf(runtime, TOPICS[topic].staff, { dossier, entry });
    for (const person of people) if (person !== entry.actor.id) add(person, topic, entry);
  }
  const topic = applicantTopic(history.entries);
  const entry = topic && history.entries.findLast((each) => topicOf(each) === topic);
  if (topic && entry && dossier.owner && dossier.owner !== entry.actor.id) {
    add(dossier.owner, topic, entry, standingOf(dossier, { entry, at: history.at }));
  }
  return [...found.values()];
}

const noticeWrite = (history: string, doc: NoticeRecord): Write => ({
  op: 'insert',
  collection: noticeSpec.name,
  id: [history, doc.to, doc.topic, ...(doc.task ? [doc.task] : [])].join('!'),
  doc,
});

/**
 * By e-mail when there is a server and an address, else to his telephone, by Zalo where that is connected; nothing to
 * somebody who left neither.
 */
function letterTo(runtime: Runtime, outlets: Outlets, { id, history, dossier }: Told): Write[] {
  const topic = applicantTopic(history.entries);
  const entry = topic && history.entries.findLast((each) => topicOf(each) === topic);
  if (!topic || !entry) return [];
  const { email, phone } = dossier.applicant;
  const byPhone = outlets.zalo ? 'zalo' : 'sms';
  const channel = email && (outlets.email || !phone) ? 'email' : byPhone;
  const to = channel === 'email' ? email : phone;
  if (!to) return [];
  const doc: MessageRecord = {
    dossier: dossier.code,
    channel,
    to,
    ...letter(runtime, { topic, channel, dossier, entry, at: history.at }),
    at: history.at,
    state: outlets[channel] ? 'waiting' : 'recorded',
  };
  const message = `${id}!${channel}`;
  const write: Write = { op: 'insert', collection: messageSpec.name, id: message, doc };
  return outlets[channel] ? [write, runtime.jobs.schedule(messageJob(message))] : [write];
}

function letter(
  { publicUrl }: Runtime,
  {
    topic,
    channel,
    dossier,
    entry,
    at,
  }: {
    topic: Topic;
    channel: MessageRecord['channel'];
    dossier: DossierRecord;
    entry: HistoryEntry;
    at: string;
  },
): { subject: string; text: string } {
  const { title, text } = TOPIC_TEXTS[topic];
  const standing = standingOf(dossier, { entry, at });
  const values = {
    ...standing,
    ...valuesOf(dossier, entry),
    applicant: dossier.applicant.fullName,
    title: title.vi,
    receiving: dossier.units.receivingName,
    competent: dossier.units.competentName,
    address: lookUpAddress(publicUrl, dossier.code),
  };
  const all = { ...values, text: fillText(text.vi, values), standing: fillText(STANDING.vi, standing) };
  const lines = (channel === 'email' ? LETTER.lines : LETTER.short).flatMap((line) => {
    const filled = fillText(line, all);
    return filled || !line ? [filled] : [];
  });
  return { subject: fillText(LETTER.subject, all), text: lines.join('\n') };
}

function valuesOf({ code, procedure, clock }: DossierRecord, entry: HistoryEntry): TopicValues {
  const after = entry.after as { dueAt?: string; promisedAt?: string } | null | undefined;
  const own = after?.dueAt ?? after?.promisedAt;
  const isOfStep = entry.type.startsWith('task-') || entry.type === 'consultation-overdue';
  const dueAt = isOfStep ? own : (own ?? clock?.dueAt);
  return {
    code,
    procedure: procedure.name,
    ...(entry.elementName && { step: entry.elementName }),
    ...(dueAt && { dueAt }),
    ...(entry.reason && { reason: entry.reason }),
  };
}
