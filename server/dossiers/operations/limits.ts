/** What the law allows only so often, or only until a day: asked before an operation, and before its button is shown. */
import {
  addWorking,
  CalendarYearMissing,
  type CompiledCalendar,
  type Limit,
  subtractWorking,
  WORKING_DAY_MINUTES,
} from '../../../calendar/index.ts';
import type { Operation } from '../../contract/dossiers.ts';
import { endOfLocalDay, localDay, showLocal, startOfLocalDay } from '../../deadlines/local-time.ts';
import type { ProblemOptions } from '../../http/problem.ts';
import type { ProcedureSettings } from '../../runtime/ports.ts';
import type { DossierRecord } from '../records.ts';

export interface LimitContext {
  procedure: ProcedureSettings;
  calendar: CompiledCalendar;
  /** the moment of asking; without it only what is used up is told, not what is too late */
  at?: string | undefined;
}

/** Why not: a code of messages.ts with what fills its sentence. */
export interface Limited {
  code: string;
  values: NonNullable<ProblemOptions['values']>;
}

type Rule = (dossier: DossierRecord, context: LimitContext) => Limited | undefined;

/** Working days after reception within which a supplement may be asked for (R075). */
const SUPPLEMENT_WITHIN = 3;
/** Working days before the due date by which an extension must be decided (DL19). */
const EXTENSION_NOTICE = 1;

const supplementOnce: Rule = ({ supplements }, { procedure: { policies } }) =>
  supplements >= policies.supplementTimes
    ? { code: 'dossier.supplement-already-requested', values: { times: policies.supplementTimes } }
    : undefined;

/** Before reception there is no such limit; after it, to the close of the last day. */
const supplementInTime: Rule = ({ acceptedAt }, { procedure: { policies }, calendar, at }) => {
  const { supplementWithinDays: days = SUPPLEMENT_WITHIN } = policies;
  if (days === null || !acceptedAt || !at) return undefined;
  const latest = reckoned(() =>
    endOfLocalDay(addWorking({ calendar, from: acceptedAt, minutes: days * WORKING_DAY_MINUTES }).at),
  );
  return latest && at > latest
    ? { code: 'dossier.supplement-too-late', values: { days, latest: showLocal(latest) } }
    : undefined;
};

const extensionOnce: Rule = ({ clock }) =>
  clock && clock.extensions >= clock.policy.extensionTimes
    ? { code: 'clock.already-extended', values: {} }
    : undefined;

/** A limit that is no longer than its notice needs none. */
const extensionInTime: Rule = ({ clock }, { procedure: { policies }, calendar, at }) => {
  const { extensionNoticeDays: days = EXTENSION_NOTICE } = policies;
  if (!clock || !at || lengthInDays(clock.limit) <= days) return undefined;
  // One working minute back from the morning of the due date lies on the working day before.
  const morning = startOfLocalDay(localDay(clock.dueAt));
  const minutes = (days - 1) * WORKING_DAY_MINUTES + 1;
  const latest =
    days > 0 && reckoned(() => endOfLocalDay(subtractWorking({ calendar, from: morning, minutes })));
  return latest && at > latest
    ? { code: 'dossier.extension-too-late', values: { days, latest: showLocal(latest) } }
    : undefined;
};

const LIMITS: Partial<Record<Operation, readonly Rule[]>> = {
  // R075, R076: once in the course of handling, full guidance in one go
  'request-supplement': [supplementOnce, supplementInTime],
  // R093, DL19, DL20
  extend: [extensionOnce, extensionInTime],
};

/** The first limit that stands in the way of an operation. */
export function limitOf(
  operation: Operation,
  dossier: DossierRecord,
  context: LimitContext,
): Limited | undefined {
  for (const rule of LIMITS[operation] ?? []) {
    const found = rule(dossier, context);
    if (found) return found;
  }
  return undefined;
}

/** A same-day procedure counts as one day (DL09). */
const lengthInDays = ({ amount, unit }: Limit): number =>
  unit === 'same-day' ? 1 : unit === 'working-hours' ? amount / 8 : amount;

/** A year that was not entered forbids nothing. */
function reckoned(reckon: () => string): string | undefined {
  try {
    return reckon();
  } catch (error) {
    if (error instanceof CalendarYearMissing) return undefined;
    throw error;
  }
}
