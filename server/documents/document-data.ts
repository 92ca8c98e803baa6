/**
 * The data of a paper, by the names of templates/catalogue.ts: a snapshot taken when it is issued, so that it
 * reads the same for ever (domain 2.1-2.8).
 */
import type { PaperData } from '../../templates/catalogue.ts';
import type { PaperParts } from '../../templates/complete-paper.ts';
import type { TimeLimit } from '../contract/catalogue.ts';
import type { Channel } from '../contract/dossiers.ts';
import type { Turn } from '../runtime/turn.ts';

export interface DocumentFacts {
  turn: Turn;
  number: string;
  title: string;
  details: PaperParts;
}

const CHANNELS: Record<Channel, string> = { counter: 'trực tiếp', online: 'trực tuyến', postal: 'bưu chính' };

export function documentData({ turn, number, title, details }: DocumentFacts): PaperParts {
  const { dossier, context, at, actor } = turn;
  const { applicant, clock, units } = dossier;
  const receiving = context.units.get(units.receiving);
  return {
    unit: {
      name: units.receivingName,
      parentName: receiving?.parentName,
      address: receiving?.address,
      phone: receiving?.phone,
    },
    doc: { number, title },
    place: receiving?.place ?? '',
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
    },
    counter: { name: units.receivingName, phone: receiving?.phone },
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
    addressee: { name: applicant.fullName },
    resolver: { name: units.competentName },
    handovers: dossier.handovers.map((each) => ({ ...each, receiver: '', note: '' })),
    form: dossier.form,
    ...details,
  };
}

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
