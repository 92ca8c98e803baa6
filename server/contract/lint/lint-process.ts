import { graphOf } from '../../../engine/index.ts';
import type { Process } from '../../../engine/types.ts';
import type { LintFacts, LintFinding, LintModel, LintRule } from './lint-model.ts';
import { consultationTimeout } from './rules/consultation-timeout.ts';
import { countedReturn } from './rules/counted-return.ts';
import { endlessLoop } from './rules/endless-loop.ts';
import { intakeElsewhere } from './rules/intake-elsewhere.ts';
import { noAccount } from './rules/no-account.ts';
import { noDuration } from './rules/no-duration.ts';
import { noForm } from './rules/no-form.ts';
import { noPerformer } from './rules/no-performer.ts';
import { noRefusal } from './rules/no-refusal.ts';
import { noResume } from './rules/no-resume.ts';
import { noReturn } from './rules/no-return.ts';
import { noStatus } from './rules/no-status.ts';
import { noTemplate } from './rules/no-template.ts';
import { openEnd } from './rules/open-end.ts';
import { sumDiffers } from './rules/sum-differs.ts';
import { supplementElsewhere } from './rules/supplement-elsewhere.ts';
import { unknownAction } from './rules/unknown-action.ts';
import { unknownRole } from './rules/unknown-role.ts';
import { unknownSameAs } from './rules/unknown-same-as.ts';

/** Every rule, in the order in which its findings are told. */
export const LINT_RULES: readonly LintRule[] = [
  noPerformer,
  unknownRole,
  unknownSameAs,
  noAccount,
  noDuration,
  noForm,
  noTemplate,
  noStatus,
  unknownAction,
  intakeElsewhere,
  consultationTimeout,
  supplementElsewhere,
  noResume,
  noRefusal,
  noReturn,
  countedReturn,
  openEnd,
  endlessLoop,
  sumDiffers,
];

/** What the house wants of a process besides what the kernel needs (domain 6.4; docs/reference/lint.md). Pure. */
export function lintProcess(process: Process, facts: LintFacts = {}): LintFinding[] {
  const model: LintModel = { ...facts, process, steps: process.steps, graph: graphOf(process) };
  return LINT_RULES.flatMap((rule) => rule(model));
}
