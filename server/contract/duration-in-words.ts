import { Temporal } from 'temporal-polyfill';

type Language = 'vi' | 'en';

const WORDS = {
  vi: { weeks: 'tuần', days: 'ngày', hours: 'giờ', minutes: 'phút' },
  en: { weeks: 'weeks', days: 'days', hours: 'hours', minutes: 'minutes' },
};

/** `P1DT4H` as `1 ngày 4 giờ`; what is no ISO-8601 duration stays as it is written. */
export function durationInWords(text: string, language: Language): string {
  try {
    const duration = Temporal.Duration.from(text);
    const parts = (['weeks', 'days', 'hours', 'minutes'] as const)
      .filter((unit) => duration[unit] > 0)
      .map((unit) => `${duration[unit]} ${WORDS[language][unit]}`);
    return parts.join(' ') || text;
  } catch (fault) {
    if (fault instanceof RangeError) return text;
    throw fault;
  }
}
