/** Text messages, or Zalo, through a gateway that the operator has contracted: one POST a message. */
import { JobHopeless } from '../jobs/retry-policy.ts';
import type { Outlet } from './outlets.ts';

export interface GatewaySettings {
  /** takes `{ id, to, text }` as JSON; anything but 2xx is a refusal */
  url: string;
  /** sent as a bearer token */
  token?: string;
}

/** Milliseconds; shorter than a job's lease. */
const PATIENCE = 20_000;

/** Refusals that pass: too slow, too early, too many; and a key that the operator has to mend. */
const FOR_NOW = new Set([401, 403, 408, 425, 429]);

const LONGEST_ANSWER = 200;

/** The id of a message is its idempotency key: a gateway that knows it does not send it twice. */
export const gatewayOutlet =
  ({ url, token }: GatewaySettings): Outlet =>
  async ({ id, to, text }) => {
    const answer = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': encodeURIComponent(id),
        ...(token && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ id, to, text }),
      signal: AbortSignal.timeout(PATIENCE),
    });
    const said = `${answer.status} ${(await answer.text()).slice(0, LONGEST_ANSWER)}`.trim();
    if (answer.ok) return;
    const isForGood = answer.status >= 400 && answer.status < 500 && !FOR_NOW.has(answer.status);
    throw isForGood ? new JobHopeless(said) : new Error(said);
  };
