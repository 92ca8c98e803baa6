/**
 * Takes a dossier in: checks it, numbers it without gap or double, fixes the versions that shape it, starts its
 * clock and its process and issues the receipt - all in one commit (NĐ61 Đ.17; S0 Đ.8, 13).
 */
import { effectiveReception } from '../../calendar/index.ts';
import type { Asker } from '../access/audit.ts';
import { searchWords } from '../access/search-words.ts';
import { isoNow } from '../clock.ts';
import type { DocumentRecord } from '../documents/records.ts';
import { tellListeners } from '../runtime/execute.ts';
import { answerOnce, answerWrite, type Keyed } from '../runtime/idempotency.ts';
import { refusalAsProblem } from '../runtime/refusal-as-problem.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { settle } from '../runtime/settle-turn.ts';
import { audit, beginTurn, record, type Turn, type TurnContext } from '../runtime/turn.ts';
import type { Stored } from '../store/store.ts';
import { type Checked, checkIntake } from './check-intake.ts';
import { codeSequence, dossierCode } from './code-pattern.ts';
import type { Intake } from './intake-body.ts';
import { concludeIntake, outcomeBooks, outcomeOf } from './intake-outcome.ts';
import type { DossierRecord } from './records.ts';
import { STATUSES } from './statuses.ts';

export interface IntakeOrder {
  body: Intake;
  asker: Asker;
  language: 'vi' | 'en';
  /** the caller's `Idempotency-Key` */
  key?: string;
  /** what is answered; kept with the key, so that a repetition gets the very same */
  present: (dossier: Stored<DossierRecord>, documents: DocumentRecord[], context: TurnContext) => unknown;
}

/**
 * @returns the answer of `present`, or the recorded one when the key was used before
 * @throws Problem procedure.*, dossier.wrong-form, dossier.missing-paper, dossier.unknown-attachment,
 *   dossier.unit-cannot-receive, idempotency.other-body
 */
export function takeIn(runtime: Runtime, order: IntakeOrder): Promise<unknown> {
  const keyed: Keyed = { key: order.key, actor: order.asker.actor, body: order.body };
  return answerOnce(runtime, keyed, () => enter(runtime, order, keyed));
}

async function enter(runtime: Runtime, order: IntakeOrder, keyed: Keyed): Promise<unknown> {
  const checked = await checkIntake(runtime, {
    body: order.body,
    actor: order.asker.actor,
    language: order.language,
  });
  const at = isoNow(runtime.clock);
  const plan = planIntake(runtime, checked, { ...order, at });
  let turn: Turn | undefined;
  let answer: unknown;
  try {
    await runtime.store.commit({
      take: plan.take,
      writes: (numbers) => {
        turn = plan.turn(numbers);
        const { writes, documents } = settle(turn).writes(numbers);
        const { dossier, context } = turn;
        answer = order.present({ id: dossier.code, version: 1, doc: dossier }, documents, context);
        return [...writes, ...answerWrite(keyed, { code: dossier.code, answer, at })];
      },
    });
  } catch (error) {
    throw refusalAsProblem(error, '');
  }
  if (turn) tellListeners(runtime, turn);
  return answer;
}

interface Plan {
  take: string[];
  turn: (numbers: Record<string, number>) => Turn;
}

/** Pure given the numbers: the transaction may ask for it more than once. */
function planIntake(
  runtime: Runtime,
  checked: Checked,
  { body, asker, language, at }: IntakeOrder & { at: string },
): Plan {
  const { context, units } = checked;
  const unit = context.units.get(units.receiving)!;
  const receivedAt = receptionOf(checked, body.channel, body.backdated?.receivedAt ?? at);
  const sequence = codeSequence(unit.code, receivedAt);
  const books = outcomeBooks(outcomeOf(body), { unit: units.receiving, at, pins: checked.pins });
  return {
    take: [sequence, ...books],
    turn: (numbers) => {
      const code = dossierCode({ unitCode: unit.code, receivedAt, number: numbers[sequence]! });
      const dossier = newDossier({ checked, body, asker, code, at, receivedAt });
      const turn = beginTurn({
        dossier,
        version: 0,
        at,
        actor: asker.actor,
        context,
        request: {
          ...(asker.ip && { ip: asker.ip }),
          ...(asker.requestId && { requestId: asker.requestId }),
        },
      });
      record(turn, { type: 'dossier-filed', after: { channel: body.channel, receivedAt } });
      if (body.backdated) tellBackdated(turn, body.backdated);
      concludeIntake(runtime, turn, { body, language });
      return turn;
    },
  };
}

/** R168: who entered it when and why stays with it for ever. */
function tellBackdated(turn: Turn, { receivedAt, reason }: NonNullable<Intake['backdated']>): void {
  turn.dossier.backdated = { receivedAt, enteredAt: turn.at, reason, actor: turn.actor.id };
  record(turn, { type: 'backdated', reason, after: { receivedAt, enteredAt: turn.at } });
  audit(turn, 'dossier.backdate', `${receivedAt}: ${reason}`);
}

/** DL05, DL06: outside office hours the next opening counts; online after 17:00 the next working day. */
function receptionOf({ context }: Checked, channel: Intake['channel'], at: string): string {
  try {
    return effectiveReception({ calendar: context.calendar, at, channel }).at;
  } catch (error) {
    throw refusalAsProblem(error, '');
  }
}

function newDossier(facts: {
  checked: Checked;
  body: Intake;
  asker: Asker;
  code: string;
  at: string;
  receivedAt: string;
}): DossierRecord {
  const { checked, body, asker, code, at, receivedAt } = facts;
  const { procedure, units, pins, context } = checked;
  const name = (id: string) => context.units.get(id)?.name ?? id;
  return {
    code,
    procedure: { code: procedure.code, name: procedure.name, field: procedure.field },
    pins,
    units: { ...units, receivingName: name(units.receiving), competentName: name(units.competent) },
    involved: [...new Set([units.receiving, units.competent, units.returning])],
    status: 'registered',
    statusCode: STATUSES.registered.code,
    finance: { state: 'none', items: [], payments: [] },
    delivery: { state: 'not-ready', method: body.delivery.method, ...addressOf(body) },
    sync: { state: 'not-needed' },
    channel: body.channel,
    applicant: body.applicant,
    ...(asker.actor.kind === 'citizen' && { owner: asker.actor.id }),
    form: checked.form,
    attachments: body.attachments,
    setCount: body.setCount,
    filedAt: at,
    receivedAt,
    supplements: 0,
    instances: {},
    subscriptions: [],
    jobs: {},
    openTasks: [],
    performedBy: {},
    handovers: [],
    lyingAt: units.receiving,
    counts: { tasks: 0, events: 0, documents: 0, jobs: 0 },
    search: searchWords(code, body.applicant.fullName, body.applicant.submitter?.fullName ?? ''),
  };
}

const addressOf = ({ delivery }: Intake) =>
  delivery.address === undefined ? {} : { address: delivery.address };
