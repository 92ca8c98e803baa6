/** A paper's data with every name of the catalogue present. */
import type { PaperData } from './catalogue.ts';

/** The parts of a paper's data that its kind needs; a part may be given in part. */
export type PaperParts = { [Part in keyof PaperData]?: PartOf<PaperData[Part]> };

type PartOf<T> = T extends unknown[] | string | number ? T : Partial<T>;

/** Fills what is absent with blanks ('' and empty lists), so that a strict template may name it. */
export function completePaper(parts: PaperParts): PaperData {
  const complete: Record<string, unknown> = { ...BLANK };
  for (const [name, given] of Object.entries(parts)) {
    if (given === undefined) continue;
    const blank = complete[name];
    complete[name] = isRecord(given) && isRecord(blank) ? { ...blank, ...withoutUndefined(given) } : given;
  }
  return complete as PaperData;
}

const BLANK: PaperData = {
  unit: { parentName: '', name: '', address: '', phone: '', website: '' },
  doc: { number: '', title: '', qr: '', replaces: '' },
  place: '',
  issuedAt: '',
  copyLabel: '',
  system: { name: '' },
  dossier: { code: '', qr: '', setCount: 1, channel: '', receivedAt: '', dueAt: '', originalDueAt: '' },
  counter: { name: '', phone: '' },
  calendar: { left: '', late: '' },
  applicant: { fullName: '', identifier: '', address: '', phone: '', email: '' },
  procedure: {
    code: '',
    name: '',
    field: '',
    requestSummary: '',
    statutoryDays: 0,
    timeLimit: { amount: 0, unit: 'working-days' },
  },
  components: [],
  result: { name: '', deliveryPlace: '' },
  ledger: { book: '', serial: '' },
  submitter: { name: '' },
  receiver: { name: '', phone: '', signature: '' },
  signer: { title: '', name: '', signature: '' },
  addressee: { name: '' },
  reason: '',
  recipients: [],
  supplement: { papers: [], stage: '', days: 0 },
  refusal: { stage: '' },
  appointment: { newDueAt: '' },
  extension: { times: 1, time: '', progress: '' },
  stop: { requestedAt: '', request: '', stoppedAt: '', originals: '', fees: '' },
  payment: { items: [], total: 0, dueAt: '', state: '' },
  secondPhase: { receivedAt: '', dueAt: '' },
  taxNotice: { place: '' },
  resolver: { name: '', partners: '' },
  handovers: [],
  returned: {
    at: '',
    by: '',
    byPhone: '',
    to: '',
    toPhone: '',
    method: '',
    kind: '',
    number: '',
    summary: '',
  },
  register: { from: '', to: '', rows: [] },
  delivery: { giver: '', receiver: '', rows: [] },
  accounts: {
    holder: {
      fullName: '',
      identifier: '',
      identifierIssuedAt: '',
      identifierPlace: '',
      title: '',
      phone: '',
      email: '',
      address: '',
    },
    contact: { fullName: '', title: '', phone: '', email: '', unit: '' },
    rows: [],
  },
  form: {},
};

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function withoutUndefined(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}
