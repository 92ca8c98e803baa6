/** Refuses what there is no room for, before a session is looked up or a body read. */
import type { RequestHandler, Response } from 'express';
import type { Asker, LoadGate, Place } from './load-gate.ts';
import { problem } from './problem.ts';

/** Seconds; who was refused comes again when the burst is worked off. */
const COME_AGAIN = '2';

/** @throws Problem 503 server.busy, with `Retry-After` */
export const shedLoad =
  (gate: LoadGate): RequestHandler =>
  (request, response, next) => {
    const { authorization, cookie } = request.headers;
    const asker: Asker = authorization || cookie?.includes('motcua.sid=') ? 'signed-in' : 'stranger';
    const place = gate.enter(asker);
    if (!place) {
      response.locals.route = 'shed';
      throw problem('server.busy', 503, { headers: { 'retry-after': COME_AGAIN } });
    }
    response.locals.place = place;
    response.once('close', place.leave);
    next();
  };

/**
 * The place of a request that `shedLoad` let in. Whoever asks for it leaves it: an answer that is still being worked
 * out takes its place even when its client has hung up.
 */
export function placeOf(response: Response): Place {
  const place = response.locals.place as Place;
  response.off('close', place.leave);
  place.resume();
  return place;
}
