/** What the law allows only so often, or only until a day: asked before an operation, and before its button is shown. */
import {
  CalendarYearMissing,
  type CompiledCalendar,
  noticeDay,
  SUPPLEMENT_WITHIN_DAYS,
  supplementBy,
} from '../../../calendar/index.ts';
import type { Operation } from '../../contract/dossiers.ts';
import { extensionNotice } from '../../deadlines/extension-notice.ts';
import { endOfLocalDay, showLocal } from '../../deadlines/local-time.ts';
import type { ProblemOptions } from '../../http/problem.ts';
import type { ProcedureSettings } from '../../runtime/ports.ts';
import type { DossierRecord } from '../records.ts';

export interface LimitContext {
  procedure: ProcedureSettings;
  calendar: CompiledCalendar;
  /** the moment of asking */
  at: string;
}

/** Why not: a code of messages.ts with what fills its sentence. */
export interface Limited {
  code: string;
  values: NonNullable<ProblemOptions['values']>;
}

type Rule = (dossier: DossierRecord, context: LimitContext) => Limited | undefined;

const supplementOnce: Rule = ({ supplements }, { procedure: { policies } }) =>
  supplements >= policies.supplementTimes
    ? { code: 'dossier.supplement-already-requested', values: { times: policies.supplementTimes } }
    : undefined;

/** DL13, R075: before reception there is no such limit; after it, to the end of the last day. */
const supplementInTime: Rule = ({ acceptedAt }, { procedure: { policies }, calendar, at }) => {
  const { supplementWithinDays: days = SUPPLEMENT_WITHIN_DAYS } = policies;
  if (days === null || !acceptedAt) return undefined;
  const latest = reckoned(() => endOfLocalDay(supplementBy({ calendar, at: acceptedAt, days })));
  return latest && at > latest
    ? { code: 'dossier.supplement-too-late', values: { days, latest: showLocal(latest) } }
    : undefined;
};

const extensionOnce: Rule = ({ clock }) =>
  clock && clock.extensions >= clock.policy.extensionTimes
    ? { code: 'clock.already-extended', values: {} }
    : undefined;

/** To the end of the last day on which it may be decided (DL19); without such a day, until it is due (DL09). */
const extensionInTime: Rule = ({ clock }, { procedure: { policies }, calendar, at }): Limited | undefined => {
  if (!clock) return undefined;
  const { dueAt } = clock;
  if (at > dueAt) return { code: 'dossier.extension-after-due', values: { latest: showLocal(dueAt) } };
  const days = extensionNotice(clock.limit, policies);
  if (days === 0) return undefined;
  const latest = reckoned(() => endOfLocalDay(noticeDay({ calendar, dueAt, days }).closesAt));
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

/** A year that was not entered forbids nothing. */
function reckoned(reckon: () => string): string | undefined {
  try {
    return reckon();
  } catch (error) {
    if (error instanceof CalendarYearMissing) return undefined;
    throw error;
  }
}
