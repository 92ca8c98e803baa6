/** Which backups stay: the newest of each of the last days, weeks and months that have one (R177). */
import type { BackupRetention } from '../contract/backups.ts';

const FORM = /^([1-9]\d{0,3})\s+(daily|weekly|monthly)$/i;

/** `7 daily, 4 weekly, 12 monthly`, any of the three; null when it is not of that form. */
export function readRetention(text: string): BackupRetention | null {
  const retention: BackupRetention = {};
  for (const part of text.split(',')) {
    const [, count, kind] = FORM.exec(part.trim()) ?? [];
    if (count === undefined || kind === undefined) return null;
    const key = kind.toLowerCase() as keyof BackupRetention;
    if (retention[key] !== undefined) return null;
    retention[key] = Number(count);
  }
  return retention;
}

/**
 * Those of the instants that stay, the newest always among them. What is left out today is never missed tomorrow:
 * leaving out after each backup keeps the same as leaving out once at the end.
 * @param taken milliseconds since the epoch
 */
export function keptBackups(taken: readonly number[], retention: BackupRetention): Set<number> {
  const newestFirst = [...taken].sort((left, right) => right - left);
  const kept = new Set(newestFirst.slice(0, 1));
  for (const [key, periodOf] of PERIODS) {
    const newestOfEach = new Map<number, number>();
    for (const at of newestFirst) if (!newestOfEach.has(periodOf(at))) newestOfEach.set(periodOf(at), at);
    for (const at of [...newestOfEach.values()].slice(0, retention[key] ?? 0)) kept.add(at);
  }
  return kept;
}

const DAY_MS = 24 * 3_600_000;
const OFFSET_MS = 7 * 3_600_000;
/** Days since 1970-01-01 on the clock of Asia/Ho_Chi_Minh. */
const dayOf = (at: number): number => Math.floor((at + OFFSET_MS) / DAY_MS);

/** Numbers of the local day, the week from Monday (1970-01-01 was a Thursday), and the month. */
const PERIODS: [keyof BackupRetention, (at: number) => number][] = [
  ['daily', dayOf],
  ['weekly', (at) => Math.floor((dayOf(at) + 3) / 7)],
  [
    'monthly',
    (at) => {
      const day = new Date(dayOf(at) * DAY_MS);
      return day.getUTCFullYear() * 12 + day.getUTCMonth();
    },
  ],
];
