/** What the portal publishes: the province, and each unit by channel (R136; S4 Đ.11.1-2). */
import { isoNow } from '../clock.ts';
import type { PublicStatistics } from '../contract/reports.ts';
import type { Counts } from './counts.ts';
import { add } from './fold.ts';
import { readCounters } from './read-counters.ts';
import { counterSpec } from './records.ts';
import { type Reports, rate, spanOf } from './report.ts';

/** @param year the current one so far when absent */
export async function readPublicStatistics(
  { runtime, projector }: Reports,
  year?: number,
): Promise<PublicStatistics> {
  await projector.catchUp();
  const asOf = isoNow(runtime.clock);
  const span = spanOf(year === undefined ? {} : { from: `${year}-01-01`, to: `${year}-12-31` }, asOf);
  const sums = await readCounters(runtime.store.collection(counterSpec), span, ({ unit }) => unit);
  const units = (await runtime.organisation.units()).flatMap(({ id, name }) => {
    const sum = sums.get(id);
    if (!sum || Object.keys(sum.within).length === 0) return [];
    const { counter, online, postal } = sum.channels;
    return [
      {
        name,
        ...published(sum.within),
        channels: { online: published(online), direct: published(counter), postal: published(postal) },
      },
    ];
  });
  const province = [...sums.values()].reduce<Counts>((total, { within }) => add(total, within), {});
  return { ...span, asOf, province: published(province), units };
}

const published = ({ received = 0, resolved = 0, early = 0, onTime = 0 }: Counts) => ({
  received,
  resolved,
  onTime: early + onTime,
  ...rate('onTimeRate', early + onTime, resolved),
});
