/** E-mail through a configured SMTP server; nodemailer is loaded with the first letter. */
import { createHash } from 'node:crypto';
import { JobHopeless } from '../jobs/retry-policy.ts';
import type { Outlet } from './outlets.ts';

export interface SmtpSettings {
  /** `smtp://user:password@host:587`, `smtps://…` */
  url: string;
  /** sender, `Một cửa <motcua@example.vn>` */
  from: string;
}

/** Milliseconds; shorter than a job's lease. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

export function smtpOutlet({ url, from }: SmtpSettings): Outlet {
  const opened = (async () => (await import('nodemailer')).createTransport({ url, ...PATIENCE }))();
  // Told by the first letter that needs it.
  opened.catch(() => undefined);
  return async ({ id, to, subject, text }) => {
    const transport = await opened;
    const name = createHash('sha256').update(id).digest('hex').slice(0, 32);
    try {
      await transport.sendMail({ from, to, subject, text, messageId: `<${name}@motcua>` });
    } catch (error) {
      if (isRefusedForGood(error)) throw new JobHopeless(error.message);
      throw error;
    }
  };
}

/** SMTP 5xx: the server will not take this letter, however often it is offered (RFC 5321 4.2.1). */
const isRefusedForGood = (error: unknown): error is Error =>
  error instanceof Error &&
  'responseCode' in error &&
  typeof error.responseCode === 'number' &&
  error.responseCode >= 500 &&
  // A wrong password is the operator's to mend; the letter waits for him.
  (error as { code?: string }).code !== 'EAUTH';
