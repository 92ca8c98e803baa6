import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

const HOUR = 60;

/** Working minutes as a reader measures steps: minutes below an hour, else hours with one decimal. */
export function useAverageTime(): (minutes: number) => string {
  const { t, i18n } = useTranslation('designer');
  return useCallback(
    (minutes) =>
      minutes < HOUR
        ? t('activity.minutes', { minutes })
        : t('activity.hours', {
            hours: (minutes / HOUR).toLocaleString(i18n.language, { maximumFractionDigits: 1 }),
          }),
    [t, i18n.language],
  );
}
