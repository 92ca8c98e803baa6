/**
 * Live events among servers on one database: what is told here is written in batches, and each server reads those of
 * the others from where it left off. See docs/decisions/0012-live-events-through-the-store.md.
 */
import { randomUUID } from 'node:crypto';
import type { Store } from '../store/store.ts';
import { concerns, type Listener, type LiveHub, liveHub } from './live-hub.ts';
import { openLiveLog, type Told } from './live-log.ts';

export interface SharedLiveHub extends LiveHub {
  /** When it resolves, what was told here before the call is written, and what others had written is heard. */
  exchange(): Promise<void>;
}

/** For listeners whose connection was lost, and for servers that fall behind. */
const BATCHES_KEPT = 1000;
const EVENTS_A_BATCH = 500;
/** While the database does not answer; the oldest go first, since screens refresh by themselves. */
const MOST_WAITING = 5000;

/**
 * Listeners here hear at once, those at other servers within two looks; those not at all whose event was still to be
 * written when this process was killed.
 * @param options.everyMs milliseconds between looks; 200 when absent
 */
export function sharedLiveHub({
  store,
  onFault,
  everyMs = 200,
}: {
  store: Store;
  onFault: (fault: unknown) => void;
  everyMs?: number;
}): SharedLiveHub {
  const log = openLiveLog(store, { kept: BATCHES_KEPT });
  const here = liveHub();
  const by = randomUUID();
  const waiting: Told[] = [];
  let seen: number | undefined;
  let running: Promise<void> | undefined;

  const write = async () => {
    while (waiting.length > 0) {
      const told = waiting.slice(0, EVENTS_A_BATCH);
      await log.append({ by, told });
      waiting.splice(0, waiting.indexOf(told.at(-1)!) + 1);
    }
  };
  const look = async () => {
    seen ??= await log.last();
    await write();
    for await (const batch of log.after(seen)) {
      if (batch.by !== by) for (const { event, audience } of batch.told) here.tell(event, audience);
      seen = batch.seq;
      here.mark(`${seen}`);
    }
  };
  const exchange = async (): Promise<void> => {
    // What runs began before the call and may have looked already.
    await running?.catch(() => undefined);
    running ??= look().finally(() => {
      running = undefined;
    });
    return running;
  };
  const timer = setInterval(() => {
    if (!running) exchange().catch(onFault);
  }, everyMs).unref();

  return {
    listen: (actor, listener, mark) => {
      if (mark === undefined || !PLACE.test(mark)) {
        if (seen !== undefined) listener.mark?.(`${seen}`);
        return here.listen(actor, listener);
      }
      const returning = marksHeld(listener);
      const stop = here.listen(actor, returning.listener);
      let isListening = true;
      const repeat = async () => {
        for await (const { seq, told } of log.after(Number(mark))) {
          for (const { event, audience } of told)
            if (isListening && concerns(actor, audience)) listener.hear(event);
          returning.listener.mark(`${seq}`);
        }
        if (isListening) returning.release();
      };
      repeat().catch(onFault);
      return () => {
        isListening = false;
        stop();
      };
    },
    tell: (event, audience) => {
      here.tell(event, audience);
      waiting.push({ event, audience });
      if (waiting.length > MOST_WAITING) waiting.shift();
    },
    close: here.close,
    exchange,
    stop: async () => {
      clearInterval(timer);
      await exchange().catch(onFault);
    },
  };
}

const PLACE = /^\d{1,15}$/;

/** A mark says that everything before it was heard: it is passed on when that is so, the highest first. */
function marksHeld(listener: Listener) {
  let isHeld = true;
  let highest = 0;
  const mark = (place: string) => {
    highest = Math.max(highest, Number(place));
    if (!isHeld) listener.mark?.(`${highest}`);
  };
  return {
    listener: { ...listener, mark },
    release: () => {
      isHeld = false;
      if (highest > 0) listener.mark?.(`${highest}`);
    },
  };
}
