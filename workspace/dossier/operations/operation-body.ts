/** From what the dialog holds to what the server is told. */
import type { Attachment, Dossier, Operation } from '../../../server/contract/dossiers.ts';
import { instantOf } from '../../../ui/format/format-time.ts';

export interface OperationFields {
  reason?: string;
  note?: string;
  papers?: string[];
  days?: number;
  items?: { name: string; amount: number }[];
  method?: string;
  reference?: string;
  amount?: number;
  /** `yyyy-mm-ddTHH:mm` in Vietnam's time, as a datetime-local field holds it */
  dueAt?: string;
  unit?: string;
  outcome?: 'granted' | 'refused';
  attachments?: Attachment[];
  to?: string;
}

/** The body of `POST /dossiers/{code}/{operation}`; empty optional fields are left out. */
export function bodyOf(operation: Operation, { dueAt, attachments, ...fields }: OperationFields): object {
  const [day, time] = dueAt?.split('T') ?? [];
  const filled = Object.entries({
    ...fields,
    ...(day && time && { dueAt: instantOf(day, time.slice(0, 5)) }),
    ...(attachments?.length && { attachments }),
  }).filter(([, value]) => value !== undefined && value !== '' && value !== null);
  const body = Object.fromEntries(filled);
  return operation === 'pay' ? { reference: '', ...body } : body;
}

/** What the dialog opens with: the likely answer, so that most need only a confirmation. */
export function startingFields(operation: Operation, dossier: Dossier): OperationFields {
  const { finance, applicant } = dossier;
  const starts: Partial<Record<Operation, OperationFields>> = {
    pay: { method: 'cash', amount: finance.items.reduce((sum, { amount }) => sum + amount, 0) },
    'request-payment': { items: finance.items.length > 0 ? finance.items : [{ name: '', amount: 0 }] },
    finish: { outcome: 'granted' },
    return: { to: applicant.submitter?.fullName ?? applicant.fullName, method: dossier.delivery.method },
  };
  return starts[operation] ?? {};
}
