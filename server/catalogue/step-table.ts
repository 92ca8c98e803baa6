/** The step table of a process, as the approving decision prints it (domain 6.1; R006). */
import { Temporal } from 'temporal-polyfill';
import type { StepDuration, StepInfo } from '../../engine/types.ts';
import type { Organisation } from '../access/organisation.ts';
import { ROLES } from '../access/role-catalogue.ts';
import type { StepRow } from '../contract/catalogue.ts';
import type { Language } from '../http/messages.ts';

/** R006: one day is eight working hours. */
const HOURS_A_DAY = 8;

/** Rows in the order of the process, texts in the caller's language. */
export function stepTable(
  steps: readonly StepInfo[],
  { organisation, language }: { organisation: Organisation; language: Language },
): Promise<StepRow[]> {
  return Promise.all(
    steps.map(async (step, index) => {
      const hours = workingHours(step.duration);
      return {
        order: index + 1,
        element: step.id,
        name: step.name,
        performer: await performerText(step, organisation, language),
        duration: durationText(step.duration, language),
        ...(hours === undefined ? {} : { hours }),
        ...(step.form ? { form: step.form } : {}),
        documents: step.documents,
        ...(step.status ? { status: step.status } : {}),
      };
    }),
  );
}

/** Working hours of a duration that is counted in working time; undefined for the others. */
function workingHours(duration: StepDuration | undefined): number | undefined {
  if (duration?.counts !== 'working') return undefined;
  const { days, weeks, hours, minutes } = parts(duration.iso);
  return (weeks * 5 + days) * HOURS_A_DAY + hours + minutes / 60;
}

/** `10 ngày làm việc`, `4 giờ làm việc`, `15 ngày`, `không tính thời gian`. */
function durationText(duration: StepDuration | undefined, language: Language): string {
  if (!duration) return '';
  const words = WORDS[language];
  if (duration.counts === 'none') return words.none;
  const { weeks, days, hours, minutes } = parts(duration.iso);
  const of = duration.counts === 'working' ? words.working : '';
  const amounts = [
    [weeks * (duration.counts === 'working' ? 5 : 7) + days, words.days],
    [hours, words.hours],
    [minutes, words.minutes],
  ] as const;
  return amounts
    .filter(([amount]) => amount > 0)
    .map(
      ([amount, unit]) =>
        `${String(amount).replace('.', language === 'vi' ? ',' : '.')} ${language === 'en' ? of : ''}${unit}${language === 'vi' ? of : ''}`,
    )
    .join(' ');
}

const WORDS = {
  vi: { days: 'ngày', hours: 'giờ', minutes: 'phút', working: ' làm việc', none: 'không tính thời gian' },
  en: { days: 'days', hours: 'hours', minutes: 'minutes', working: 'working ', none: 'not counted' },
};

const NOTHING = { weeks: 0, days: 0, hours: 0, minutes: 0 };

/** A duration that the kernel took but Temporal does not read counts for nothing here. */
function parts(iso: string): typeof NOTHING {
  try {
    return Temporal.Duration.from(iso);
  } catch (fault) {
    if (fault instanceof RangeError) return NOTHING;
    throw fault;
  }
}

/** Units that a dossier brings along. */
const EXPRESSIONS: Record<string, Record<Language, string>> = {
  '=receivingUnit': { vi: 'nơi tiếp nhận hồ sơ', en: 'where it was received' },
  '=competentUnit': { vi: 'cơ quan giải quyết', en: 'the resolving agency' },
  '=returningUnit': { vi: 'nơi trả kết quả', en: 'where the result is returned' },
};

async function performerText(
  { performer, lane }: StepInfo,
  organisation: Organisation,
  language: Language,
): Promise<string> {
  const role = ROLES.find(({ key }) => key === performer.role)?.name[language] ?? performer.role;
  const unit = performer.unit
    ? (EXPRESSIONS[performer.unit]?.[language] ??
      (await organisation.unit(performer.unit))?.name ??
      performer.unit)
    : lane;
  return [role ?? performer.assignee ?? '', unit ?? ''].filter(Boolean).join(' – ');
}
