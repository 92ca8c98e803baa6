import { longestWay, millisecondsOf } from '../../../../engine/index.ts';
import type { StepDuration } from '../../../../engine/types.ts';
import type { LintRule } from '../lint-model.ts';

const HOURS_A_DAY = 8;
const DAY_MS = { working: HOURS_A_DAY * 3_600_000, calendar: 24 * 3_600_000 };
/** Less than this many days is rounding. */
const TOLERANCE = 0.01;

/**
 * R006, DL01: the counted steps add up to the statutory limit; parallel ones by the longest, loops once. A day of a step
 * is compared as a day of the limit, whichever calendar counts it. Stands where the process starts.
 */
export const sumDiffers: LintRule = ({ process, graph, timeLimit }) => {
  if (!timeLimit) return [];
  const sum = longestWay(process, ({ duration }) => daysOf(duration));
  const allowed = timeLimit.unit === 'working-hours' ? timeLimit.amount / HOURS_A_DAY : timeLimit.amount;
  const difference = sum - allowed;
  if (sum === 0 || Math.abs(difference) < TOLERANCE) return [];
  const [longerVi, longerEn] = difference > 0 ? ['nhiều', 'more'] : ['ít', 'less'];
  return [
    {
      code: 'publish.sum-differs',
      severity: 'warning',
      element: graph.entries[0] ?? process.id,
      message: {
        vi: `Tổng thời gian các bước là ${days(sum, 'vi')} ngày, ${longerVi} hơn thời hạn giải quyết ${days(allowed, 'vi')} ngày là ${days(Math.abs(difference), 'vi')} ngày.`,
        en: `The steps take ${days(sum, 'en')} days in all, ${days(Math.abs(difference), 'en')} ${longerEn} than the limit of ${days(allowed, 'en')} days.`,
      },
    },
  ];
};

const daysOf = (duration: StepDuration | undefined): number =>
  !duration || duration.counts === 'none' ? 0 : millisecondsOf(duration) / DAY_MS[duration.counts];

const days = (amount: number, language: 'vi' | 'en'): string =>
  amount.toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 2 });
