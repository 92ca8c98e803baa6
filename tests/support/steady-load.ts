/** Intakes that go on whatever happens to the server or its database: each is sent again until it is answered. */
import type { Application } from './build-application.ts';
import type { TestClient } from './test-client.ts';

export interface SteadyLoad {
  /** Resolves when so many intakes are acknowledged. */
  until(acknowledged: number): Promise<void>;
  /** Resolves when so many requests were refused. */
  refused(requests: number): Promise<void>;
  /** Resolves with every code acknowledged, one for an intake, when all are. */
  done: Promise<string[]>;
  /** what was answered instead of 201, and whether it said when to come back */
  refusals: { status: number; hasRetryAfter: boolean }[];
  /** milliseconds (`performance.now`) at which each was acknowledged */
  acknowledgedAt: number[];
}

const CLIENTS = 8;
const AGAIN_MS = 100;

/** @param intakes how many; each bears an idempotency key, as whoever repeats a request must */
export function steadyLoad(
  client: TestClient,
  { application, intakes, name }: { application: Application; intakes: number; name: string },
): SteadyLoad {
  const refusals: SteadyLoad['refusals'] = [];
  const acknowledgedAt: number[] = [];
  const waiting: { isOver: () => boolean; resolve: () => void }[] = [];
  const tell = () => {
    for (const { isOver, resolve } of waiting) if (isOver()) resolve();
  };
  const when = (isOver: () => boolean) =>
    new Promise<void>((resolve) => {
      waiting.push({ isOver, resolve });
      tell();
    });
  let next = 0;

  const takeIn = async (key: string): Promise<string> => {
    for (;;) {
      const answer = await client.post('/dossiers', application, { 'idempotency-key': key });
      if (answer.status === 201) {
        acknowledgedAt.push(performance.now());
        tell();
        return answer.body.code;
      }
      refusals.push({ status: answer.status, hasRetryAfter: answer.headers.has('retry-after') });
      tell();
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  };
  const caller = async (): Promise<string[]> => {
    const codes: string[] = [];
    while (next < intakes) codes.push(await takeIn(`${name}-${next++}`));
    return codes;
  };
  const done = Promise.all(Array.from({ length: CLIENTS }, caller)).then((codes) => codes.flat());
  return {
    until: (count) => when(() => acknowledgedAt.length >= count),
    refused: (count) => when(() => refusals.length >= count),
    done,
    refusals,
    acknowledgedAt,
  };
}
