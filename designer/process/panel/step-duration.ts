/** A step's time as its owner says it: so many hours, or working days of eight hours. */

export interface SpokenDuration {
  amount: number;
  unit: 'hours' | 'days';
}

/** `PT4H` -> 4 hours, `P10D` -> 10 days, `P0.5D`/`PT4H` as written; undefined for what the panel cannot show. */
export function parseDuration(iso: string): SpokenDuration | undefined {
  const days = /^P(\d+(?:[.,]\d+)?)D$/.exec(iso);
  if (days) return { amount: Number(days[1]!.replace(',', '.')), unit: 'days' };
  const hours = /^PT(\d+(?:[.,]\d+)?)H$/.exec(iso);
  if (hours) return { amount: Number(hours[1]!.replace(',', '.')), unit: 'hours' };
  return undefined;
}

/** Half days become hours, so that the ISO text stays without fractions of a day. */
export function formatDuration({ amount, unit }: SpokenDuration): string {
  if (unit === 'days') return Number.isInteger(amount) ? `P${amount}D` : `PT${amount * 8}H`;
  return `PT${amount}H`;
}
