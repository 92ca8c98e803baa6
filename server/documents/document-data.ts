/**
 * The data of a paper, by the names of templates/catalogue.ts: a snapshot taken when it is issued, so that it
 * reads the same for ever (domain 2.1-2.8).
 */
import { CalendarYearMissing, WORKING_DAY_MINUTES, workingBetween } from '../../calendar/index.ts';
import type { PaperData } from '../../templates/catalogue.ts';
import type { PaperParts } from '../../templates/complete-paper.ts';
import type { TimeLimit } from '../contract/catalogue.ts';
import type { Channel } from '../contract/dossiers.ts';
import { localDay } from '../deadlines/local-time.ts';
import { DELIVERY_METHODS } from '../dossiers/mark-returned.ts';
import type { PendingPaper, Turn } from '../runtime/turn.ts';
import { carriesLookUp, DOCUMENT_KINDS } from './kinds.ts';

/** Of the paper that is written. */
export type DocumentFacts = Pick<PendingPaper, 'name' | 'kind' | 'title' | 'unit' | 'details' | 'insteadOf'>;

const CHANNELS: Record<Channel, string> = { counter: 'trực tiếp', online: 'trực tuyến', postal: 'bưu chính' };

/**
 * @param facts.details go before what is worked out here; of `dossier` and `payment` name by name
 * @param number with its symbol, blank in a draft
 */
export function documentData(turn: Turn, facts: DocumentFacts, number: string): PaperParts {
  const { dossier, context, at, actor } = turn;
  const { dossier: ownDossier, payment: ownPayment, ...further } = facts.details;
  const { applicant, clock, units } = dossier;
  const receiving = context.units.get(units.receiving);
  const issuing = context.units.get(facts.unit);
  return {
    unit: {
      name: issuing?.name ?? units.receivingName,
      parentName: issuing?.parentName,
      address: issuing?.address,
      phone: issuing?.phone,
    },
    doc: {
      number,
      title: facts.title,
      qr: checkAddress(context.publicUrl, { code: dossier.code, paper: facts }),
      replaces: facts.insteadOf ? replaced(facts.insteadOf) : '',
    },
    place: issuing?.place ?? receiving?.place ?? '',
    issuedAt: at,
    system: { name: 'Hệ thống thông tin giải quyết thủ tục hành chính' },
    dossier: {
      code: dossier.code,
      qr: lookUpAddress(context.publicUrl, dossier.code),
      setCount: dossier.setCount,
      channel: CHANNELS[dossier.channel],
      receivedAt: dossier.receivedAt,
      dueAt: clock?.dueAt,
      originalDueAt: clock?.originalDueAt,
      ...ownDossier,
    },
    counter: { name: units.receivingName, phone: receiving?.phone },
    calendar: clock ? workingTimeTo(turn, clock.dueAt) : {},
    applicant: {
      fullName: applicant.fullName,
      identifier: applicant.identifier,
      address: applicant.address,
      phone: applicant.phone,
      email: applicant.email,
    },
    procedure: {
      code: dossier.procedure.code,
      name: dossier.procedure.name,
      field: dossier.procedure.field,
      requestSummary: dossier.procedure.name,
      statutoryDays: statutoryDays(context.procedure.timeLimit),
      timeLimit: context.procedure.timeLimit,
    },
    components: papersHandedIn(turn),
    result: { name: context.procedure.result, deliveryPlace: deliveryPlace(turn) },
    ledger: { book: dossier.ledger?.book, serial: dossier.ledger && String(dossier.ledger.serial) },
    submitter: { name: applicant.submitter?.fullName ?? applicant.fullName },
    receiver: { name: dossier.acceptedBy?.name ?? actor.name, phone: receiving?.phone },
    signer: { title: context.issuer?.title, name: actor.name },
    addressee: { name: addresseeOf(turn, facts.kind) },
    resolver: { name: units.competentName, partners: partnersOf(turn) },
    handovers: dossier.handovers.map((each) => ({ ...each, receiver: each.receiver ?? '', note: '' })),
    payment: { ...feesOf(turn), ...ownPayment },
    register: { from: dossier.receivedAt, to: at, rows: [registerRow(turn)] },
    // What the applicant filled in goes before what steps wrote under the same name.
    form: { ...writtenBySteps(turn), ...dossier.form },
    ...further,
  };
}

/**
 * Working time to the due date, or past it (R098), as `P2DT4H`: days of eight hours. Blank where the calendar does not
 * reach: a paper is not held up by that.
 */
function workingTimeTo({ context: { calendar }, at }: Turn, dueAt: string): Partial<PaperData['calendar']> {
  try {
    const minutes = workingBetween({ calendar, from: at, to: dueAt });
    const time = workingTimeOf(Math.abs(minutes));
    return minutes < 0 ? { late: time } : { left: time };
  } catch (error) {
    if (error instanceof CalendarYearMissing) return {};
    throw error;
  }
}

function workingTimeOf(minutes: number): string {
  const days = Math.floor(minutes / WORKING_DAY_MINUTES);
  const rest = Math.round(minutes % WORKING_DAY_MINUTES);
  return `P${days}DT${Math.floor(rest / 60)}H${rest % 60}M`;
}

function addresseeOf({ dossier }: Turn, kind: string): string {
  return DOCUMENT_KINDS[kind]?.to === 'counter'
    ? `Bộ phận Một cửa – ${dossier.units.receivingName}`
    : dossier.applicant.fullName;
}

/** Agencies that were consulted: those a step went to, beside the counter's, the competent one and its own parts. */
function partnersOf({ dossier, context }: Turn): string {
  const { receiving, competent, returning } = dossier.units;
  return dossier.involved
    .filter((unit) => unit !== receiving && unit !== competent && unit !== returning)
    .filter((unit) => context.units.get(unit)?.parent !== competent)
    .map((unit) => context.units.get(unit)?.name ?? unit)
    .join(', ');
}

function feesOf({ dossier }: Turn): Partial<PaperData['payment']> {
  const { items } = dossier.finance;
  return {
    items: items.map((item) => ({ ...item, note: '' })),
    total: items.reduce((sum, { amount }) => sum + amount, 0),
  };
}

/** The dossier's own line in the register (domain 2.6; R067). */
function registerRow({ dossier }: Turn): PaperData['register']['rows'][number] {
  const { applicant, clock, delivery, ledger, units } = dossier;
  return {
    index: ledger?.serial ?? 1,
    code: dossier.code,
    procedure: dossier.procedure.name,
    setCount: dossier.setCount,
    applicant: applicant.fullName,
    contact: [applicant.address, applicant.phone].filter(Boolean).join(', '),
    resolver: units.competentName,
    receivedAt: dossier.receivedAt,
    dueAt: clock?.dueAt ?? '',
    returnedAt: delivery.returnedAt ?? '',
    method: DELIVERY_METHODS[delivery.method],
    note: '',
  };
}

/** Variables that the process was started with; everything else came from its steps. */
const STARTED_WITH = new Set([
  'dossier',
  'applicant',
  'form',
  'receivingUnit',
  'competentUnit',
  'returningUnit',
]);

const writtenBySteps = ({ dossier }: Turn): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(dossier.instances.main?.state.variables ?? {}).filter(([name]) => !STARTED_WITH.has(name)),
  );

/**
 * What the QR of a paper holds: the page that tells whether it is genuine, without any personal number (R103; TT
 * 01/2023 Đ.26). Blank for a receipt: its own QR is the look-up, which tells the same of every paper.
 */
const checkAddress = (
  publicUrl: string,
  { code, paper }: { code: string; paper: Pick<DocumentFacts, 'kind' | 'name'> },
): string =>
  carriesLookUp(paper.kind) ? '' : `${lookUpAddress(publicUrl, code)}/${encodeURIComponent(paper.name)}`;

/** `01/TNHS ngày 17/04/2026` */
const replaced = ({ number, issuedAt }: NonNullable<DocumentFacts['insteadOf']>): string =>
  `${number} ngày ${localDay(issuedAt).split('-').reverse().join('/')}`;

/** What the QR holds: the public look-up, without any personal number (domain 3.3). */
export const lookUpAddress = (publicUrl: string, code: string): string =>
  `${publicUrl}/tra-cuu/${encodeURIComponent(code)}`;

/** Papers of the procedure that were handed in, in its order, then the free ones; with how many of each. */
function papersHandedIn({ dossier, context }: Turn): PaperData['components'] {
  const { components } = context.procedure;
  const rank = (component?: string) => {
    const found = components.findIndex(({ id }) => id === component);
    return found < 0 ? components.length : found;
  };
  return [...dossier.attachments]
    .sort((left, right) => rank(left.component) - rank(right.component))
    .map(({ component, name, originals, certified, copies }, index) => ({
      index: index + 1,
      name: components.find(({ id }) => id === component)?.name ?? name,
      originals,
      certified,
      copies,
      note: '',
    }));
}

/** R087: the statutory number of days; hours as parts of an eight-hour day (DL01). */
const statutoryDays = ({ amount, unit }: TimeLimit): number =>
  unit === 'working-hours' ? amount / 8 : amount;

/** R060: the place of collection that the applicant chose. */
function deliveryPlace({ dossier }: Turn): string {
  switch (dossier.delivery.method) {
    case 'counter':
      return dossier.units.receivingName;
    case 'postal':
      return `Qua dịch vụ bưu chính công ích: ${dossier.delivery.address ?? dossier.applicant.address ?? ''}`;
    case 'electronic':
      return 'Bản điện tử trên hệ thống';
  }
}
