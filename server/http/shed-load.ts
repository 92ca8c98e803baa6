/** Refuses what there is no room for: at the door, and again when the body of a request is there. */
import type { RequestHandler, Response } from 'express';
import type { LoadGate, Place } from './load-gate.ts';
import { type Problem, problem } from './problem.ts';
import { turnstile } from './turnstile.ts';

/** Seconds; who was refused comes again when the burst is worked off. */
const COME_AGAIN = '2';

/** @throws Problem 503 server.busy, with `Retry-After` */
export function shedLoad(gate: LoadGate): RequestHandler {
  const door = turnstile();
  return (request, response, next) => {
    const { authorization, cookie } = request.headers;
    const place = gate.enter(authorization || cookie?.includes('motcua.sid=') ? 'signed-in' : 'stranger');
    if (!place) {
      door.turnAway();
      throw busy(response);
    }
    response.locals.place = place;
    response.once('close', place.leave);
    door.wait(() => {
      // Who has hung up meanwhile wants no answer any more.
      if (!request.socket.destroyed) next();
    });
  };
}

/**
 * The place of a request that `shedLoad` let in. Whoever asks for it leaves it: an answer that is still being worked
 * out takes its place even when its client has hung up.
 */
export function placeOf(response: Response): Place {
  const place = response.locals.place as Place;
  response.off('close', place.leave);
  return place;
}

/** Waits for a client without taking room meanwhile. @throws Problem 503 server.busy when there is none afterwards */
export async function waitOutside(response: Response, arrival: () => Promise<void>): Promise<void> {
  const place = response.locals.place as Place;
  place.leave();
  await arrival();
  if (!place.resume()) throw busy(response);
}

function busy(response: Response): Problem {
  response.locals.route = 'shed';
  return problem('server.busy', 503, { headers: { 'retry-after': COME_AGAIN } });
}
