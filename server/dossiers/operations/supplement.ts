/** Asking the applicant to complete his dossier, and taking in what he brings (NĐ61 Đ.11.2c, 17.1a, 19.4). */
import { supplementBy } from '../../../calendar/index.ts';
import type { Variables } from '../../../engine/types.ts';
import type { Attachment } from '../../contract/dossiers.ts';
import { deliver, MAIN, tell } from '../../runtime/run-process.ts';
import { record, type Turn } from '../../runtime/turn.ts';
import { checkAttachments } from '../check-papers.ts';
import type { DossierRecord } from '../records.ts';
import { refuseWrongForm } from '../wrong-form.ts';
import { type Act, take } from './act.ts';

const STAGES = { true: 'thẩm định', false: 'tiếp nhận' } as const;

/** R075, R076: the clock stands still until the complete dossier is there. */
export function requestSupplement({ turn, row, body }: Act<'request-supplement'>): void {
  const { dossier, context } = turn;
  const { days = context.procedure.policies.supplementDays } = body;
  dossier.supplements += 1;
  record(turn, {
    type: 'request-supplement',
    reason: body.reason,
    after: { papers: body.papers, days },
  });
  const papers = body.papers.map((name, index) => ({
    index: index + 1,
    name,
    originals: 0,
    certified: 0,
    copies: 0,
    note: '',
  }));
  const stage = STAGES[`${dossier.acceptedAt !== undefined}`];
  take({ turn, row }, { reason: body.reason, paper: { supplement: { papers, stage, days: days ?? 0 } } });
  if (days !== undefined && dossier.hold) dossier.hold.until = endOfWait(turn, days);
}

/** Close of the last of so many working days (DL16, R077). */
const endOfWait = ({ context, at }: Turn, days: number): string =>
  supplementBy({ calendar: context.calendar, at, days });

/** R037, R038: same code, the change is kept in the history; the limit starts anew or is shifted (DL14, DL15). */
export async function supplement({ runtime, turn, row, body, language }: Act<'supplement'>): Promise<void> {
  const { dossier, context } = turn;
  if (body.attachments) await checkAttachments(runtime, { attachments: body.attachments });
  let brought = body.form;
  if (brought) {
    const formKey = context.procedure.form;
    const form = await runtime.catalogue.formVersion(formKey, dossier.pins.forms[formKey] ?? 0);
    const faults = form?.check(brought, language) ?? [];
    refuseWrongForm(faults, { code: 'dossier.wrong-form', under: '/form' });
    brought = form?.submitted(brought) ?? brought;
  }
  const before = { form: dossier.form, attachments: dossier.attachments };
  if (brought) dossier.form = brought;
  if (body.attachments) dossier.attachments = merged(dossier, body.attachments);
  record(turn, {
    type: 'supplement',
    before,
    after: { form: dossier.form, attachments: dossier.attachments },
  });
  take({ turn, row });
  if (!dossier.instances[MAIN]) return;
  const variables = JSON.parse(JSON.stringify({ form: dossier.form })) as Variables;
  tell(turn, MAIN, { type: 'set-variables', variables });
  deliver(turn, { name: 'supplement', payload: variables });
}

/** A paper brought again takes the place of the one it stands for. */
function merged({ attachments }: DossierRecord, brought: Attachment[]): Attachment[] {
  const replaced = new Set(brought.flatMap(({ component }) => component ?? []));
  return [...attachments.filter(({ component }) => !component || !replaced.has(component)), ...brought];
}
