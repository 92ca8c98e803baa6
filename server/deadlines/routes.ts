import { isoNow } from '../clock.ts';
import { clockAnswer, moveClock as moveClockBody } from '../contract/integration.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { type MovedClock, moveClock } from './move-clock.ts';

/** Only with CLOCK=manual: demonstrations and tests jump in time. */
export function clockRoutes(deps: MovedClock): Endpoint[] {
  if (!deps.clock.moveTo) return [];
  return [
    endpoint({
      method: 'post',
      path: '/admin/clock',
      summary: 'Chỉnh đồng hồ thử nghiệm; mọi việc đến hạn trước đó đã được thực hiện khi trả lời',
      tag: 'Quản trị',
      auth: 'session',
      ability: ['manage', 'Clock'],
      body: moveClockBody,
      response: clockAnswer,
      handler: async ({ body }) => {
        await moveClock(deps, body);
        return { now: isoNow(deps.clock) };
      },
    }),
  ];
}
