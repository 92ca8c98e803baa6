/** The digital signature of a paper while it is issued: which key, and the block that shows it (NĐ 30/2020, Phụ lục I). */
import type { PaperParts } from '../../../templates/complete-paper.ts';
import { localDay } from '../../deadlines/local-time.ts';
import type { PendingPaper, Turn } from '../../runtime/turn.ts';
import type { Seal } from '../records.ts';

/** The key of whoever signed or issues, or of the unit; none when none is configured, or while it cannot sign. */
export function sealFor({ context, at }: Turn, { signed, unit }: PendingPaper): Seal | undefined {
  const account = signed ? signed.account : context.issuer?.username;
  const key = context.signing?.usable({ account, unit, units: context.units }, at);
  return key && { file: key.setting.file, subject: key.subject, issuer: key.issuer };
}

/** The block stands where a hand would have signed: the signer's on letters, the receiver's on the counter's slips. */
export function withSignatureBlock(data: PaperParts, { seal, at }: { seal: Seal; at: string }): PaperParts {
  const signature = `Ký số bởi: ${seal.subject}. Thời gian ký: ${moment(at)}`;
  return { ...data, signer: { ...data.signer, signature }, receiver: { ...data.receiver, signature } };
}

/** `17/04/2026 10:00:00 +07:00` */
function moment(at: string): string {
  const wall = new Date(Date.parse(at) + 7 * 3_600_000).toISOString();
  return `${localDay(at).split('-').reverse().join('/')} ${wall.slice(11, 19)} +07:00`;
}
