import { isoNow } from '../clock.ts';
import { clockAnswer, moveClock as moveClockBody } from '../contract/integration.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { type MovedClock, moveClock } from './move-clock.ts';

/**
 * Only with CLOCK=manual: demonstrations and tests jump in time.
 * @param deps.keep makes a server that starts again begin where the clock stands
 */
export function clockRoutes({ keep, ...moved }: MovedClock & { keep: () => Promise<void> }): Endpoint[] {
  if (!moved.clock.moveTo) return [];
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
        await moveClock(moved, body);
        await keep();
        return { now: isoNow(moved.clock) };
      },
    }),
  ];
}
