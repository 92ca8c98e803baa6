/**
 * Days of the Vietnamese lunar calendar, reckoned at UTC+7: for proposals that a person confirms, never for due
 * dates. New moons and the sun's longitude after Meeus, Astronomical Formulae for Calculators, chapters 18 and 32.
 */
import { toDay, toDayNumber } from './local-time.ts';
import type { Day } from './types.ts';

/**
 * The day of a lunar month (1 is the month of Tết) in the lunar year that begins in `year`.
 * @example lunarDay({ year: 2026, month: 1, day: 1 }) // '2026-02-17'
 */
export function lunarDay({ year, month, day }: { year: number; month: number; day: number }): Day {
  const first = solsticeMonth(year - 1);
  const months = solsticeMonth(year) - first;
  // Thirteen moons between two solstice months: one of them, the first without a major term, is intercalary.
  const leap = months > 12 ? leapAfter(first) : Number.POSITIVE_INFINITY;
  // The month of the solstice is the eleventh, so the first month is the second after it.
  const ordinary = month + 1;
  return toDay(newMoonDay(first + ordinary + (leap <= ordinary ? 1 : 0)) + day - 1);
}

/** Number of the new moon that begins the month of the winter solstice. */
function solsticeMonth(year: number): number {
  const lastDay = toDayNumber(`${year}-12-31`);
  let moon = Math.floor((lastDay + EPOCH - FIRST_NEW_MOON) / SYNODIC_MONTH) + 1;
  while (newMoonDay(moon) > lastDay) moon -= 1;
  // Sector 9 begins with the solstice: a month that begins in it begins after the solstice.
  return sunSector(newMoonDay(moon)) >= 9 ? moon - 1 : moon;
}

function leapAfter(first: number): number {
  let month = 1;
  while (sunSector(newMoonDay(first + month)) !== sunSector(newMoonDay(first + month + 1))) month += 1;
  return month;
}

/** Julian day number of the civil day 1970-01-01. */
const EPOCH = 2_440_588;
const FIRST_NEW_MOON = 2_415_021.076;
const SYNODIC_MONTH = 29.530588853;
const ZONE = 7 / 24;

const sin = (degrees: number): number => Math.sin((degrees * Math.PI) / 180);

/** Local day number of the n-th new moon since January 1900. */
function newMoonDay(moon: number): number {
  const t = moon / 1236.85;
  const [t2, t3] = [t * t, t * t * t];
  const mean =
    2_415_020.75933 +
    29.53058868 * moon +
    0.0001178 * t2 -
    0.000000155 * t3 +
    0.00033 * sin(166.56 + 132.87 * t - 0.009173 * t2);
  const sun = 359.2242 + 29.10535608 * moon - 0.0000333 * t2 - 0.00000347 * t3;
  const anomaly = 306.0253 + 385.81691806 * moon + 0.0107306 * t2 + 0.00001236 * t3;
  const latitude = 21.2964 + 390.67050646 * moon - 0.0016528 * t2 - 0.00000239 * t3;
  const terms: [number, number][] = [
    [0.1734 - 0.000393 * t, sun],
    [0.0021, 2 * sun],
    [-0.4068, anomaly],
    [0.0161, 2 * anomaly],
    [-0.0004, 3 * anomaly],
    [0.0104, 2 * latitude],
    [-0.0051, sun + anomaly],
    [-0.0074, sun - anomaly],
    [0.0004, 2 * latitude + sun],
    [-0.0004, 2 * latitude - sun],
    [-0.0006, 2 * latitude + anomaly],
    [0.001, 2 * latitude - anomaly],
    [0.0005, 2 * anomaly + sun],
  ];
  const dynamicalTime = -0.000278 + 0.000265 * t + 0.000262 * t2;
  const moment = terms.reduce((sum, [weight, angle]) => sum + weight * sin(angle), mean) - dynamicalTime;
  return Math.floor(moment + 0.5 + ZONE) - EPOCH;
}

/** Which twelfth of its way the sun stands in when a local day begins: 0 from the spring equinox. */
function sunSector(day: number): number {
  const t = (day + EPOCH - 0.5 - ZONE - 2_451_545) / 36_525;
  const anomaly = 357.5291 + 35_999.0503 * t - 0.0001559 * t * t;
  const longitude =
    280.46645 +
    36_000.76983 * t +
    0.0003032 * t * t +
    (1.9146 - 0.004817 * t) * sin(anomaly) +
    (0.019993 - 0.000101 * t) * sin(2 * anomaly) +
    0.00029 * sin(3 * anomaly);
  return Math.floor((((longitude % 360) + 360) % 360) / 30);
}
