/** The data of a paper that a dry run would have issued, by the names of the templates' catalogue. */
import type { Procedure } from '../../server/contract/catalogue.ts';
import type { DryPaper, DryRun } from '../../server/contract/trial/dry-run.ts';
import { type PaperParts, SAMPLE_PAPER } from '../../templates/index.ts';

const HOURS_A_DAY = 8;

/** @param named.title of the paper; `named.copyLabel` marks the sheet as a trial's */
export function trialPaper(
  run: DryRun,
  paper: DryPaper,
  { procedure, title, copyLabel }: { procedure: Procedure; title: string; copyLabel: string },
): PaperParts {
  const { timeLimit } = procedure;
  const variables = run.state.variables;
  return {
    ...SAMPLE_PAPER,
    unit: { ...SAMPLE_PAPER.unit, name: procedure.unitName },
    doc: { number: '00/CT', title },
    copyLabel,
    issuedAt: paper.at,
    dossier: {
      ...SAMPLE_PAPER.dossier,
      receivedAt: run.receivedAt,
      dueAt: paper.dueAt ?? run.clock?.dueAt ?? '',
      originalDueAt: run.clock?.originalDueAt ?? '',
    },
    procedure: {
      code: procedure.code,
      name: procedure.name,
      field: procedure.field,
      requestSummary: procedure.name,
      statutoryDays: timeLimit.unit === 'working-hours' ? timeLimit.amount / HOURS_A_DAY : timeLimit.amount,
      timeLimit,
    },
    components: procedure.components.map((component, index) => ({
      index: index + 1,
      name: component.name,
      originals: component.originals,
      certified: component.certified,
      copies: component.copies,
      note: '',
    })),
    result: { ...SAMPLE_PAPER.result, name: procedure.result },
    resolver: { name: procedure.unitName, partners: '' },
    reason: paper.reason ?? '',
    appointment: { newDueAt: paper.newDueAt ?? run.clock?.dueAt ?? '' },
    handovers: handovers(run),
    form: { ...variables, ...(variables['form'] as Record<string, unknown> | undefined) },
  };
}

/** One line a completed step: who had it and when it was done. */
function handovers({ events, process }: DryRun): NonNullable<PaperParts['handovers']> {
  const people = process.steps.filter(({ kind }) => kind === 'user' || kind === 'manual');
  const done = events.flatMap((event) =>
    event.type === 'complete'
      ? people.filter(({ id }) => id === event.element).map((step) => ({ step, event }))
      : [],
  );
  return done.map(({ step, event }, index) => ({
    from: step.lane ?? step.name,
    to: done[index + 1]?.step.lane ?? '',
    at: event.at,
    giver: step.name,
    receiver: '',
    outcome: '',
    note: '',
  }));
}
