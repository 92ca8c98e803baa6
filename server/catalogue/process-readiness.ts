/** Whether a version is fit to be published: the checks, the approved table, its tests, and another engine's opinion of them. */
import type { Diagnostic, Process } from '../../engine/types.ts';
import type { KeptTrial, ProcessReadiness } from '../contract/catalogue.ts';
import { compareTable } from '../contract/step-table/compare-table.ts';
import { replayTrial } from '../contract/trial/replay-trial.ts';
import type { Catalogue } from './open-catalogue.ts';
import { trialsOf } from './process-trials.ts';
import { publicationFindings } from './publication-findings.ts';
import type { ProcedureRecord, ProcessVersionRecord } from './records.ts';

/** Everything that is to be known before a publication; a version that does not compile has diagnostics alone. */
export async function processReadiness(
  catalogue: Catalogue,
  record: ProcessVersionRecord,
): Promise<ProcessReadiness> {
  const diagnostics = await publicationFindings(catalogue, record);
  const { process } = await catalogue.compiled.process(record.xml);
  const settings = (await catalogue.procedures.get(record.procedure))?.doc;
  if (!process || !settings)
    return { diagnostics, tableDifferences: [], trials: [], secondOpinion: { state: 'not-asked' } };
  const kept = await trialsOf(catalogue, record.procedure);
  return {
    diagnostics,
    tableDifferences: await tableDifferences(catalogue, { record, process, settings }),
    trials: await replayed(catalogue, { kept, process, settings }),
    secondOpinion: await catalogue.askSecondOpinion({ xml: record.xml, process, trials: kept }),
  };
}

/** A reason not to publish; a final one cannot be overridden. */
export interface Objection extends Diagnostic {
  isFinal: boolean;
}

/** What stands against a publication (R003, R007). Differences from the approved table are shown, and decided by people. */
export async function publicationObjections(
  catalogue: Catalogue,
  record: ProcessVersionRecord,
): Promise<Objection[]> {
  const { diagnostics: ofKernel } = await catalogue.compiled.process(record.xml);
  const { diagnostics, trials, secondOpinion } = await processReadiness(catalogue, record);
  const findings = diagnostics.map((finding, index) => ({ ...finding, isFinal: index < ofKernel.length }));
  const failed = trials.flatMap(({ name, differences }) =>
    differences.slice(0, 1).map(({ element, message }) => ({
      code: 'publish.test-fails',
      severity: 'error' as const,
      ...(element ? { element } : {}),
      isFinal: false,
      message: {
        vi: `Bài chạy thử "${name}" không đạt: ${message.vi}`,
        en: `The test "${name}" fails: ${message.en}`,
      },
    })),
  );
  const disagreement =
    secondOpinion.state === 'disagrees' && secondOpinion.reason
      ? [
          {
            code: 'publish.second-opinion',
            severity: 'error' as const,
            isFinal: false,
            message: secondOpinion.reason,
          },
        ]
      : [];
  return [...findings.filter(({ severity }) => severity === 'error'), ...failed, ...disagreement];
}

interface Subject {
  process: Process;
  settings: ProcedureRecord;
}

async function tableDifferences(
  { organisation }: Catalogue,
  { record, process, settings }: Subject & { record: ProcessVersionRecord },
): Promise<ProcessReadiness['tableDifferences']> {
  if (!record.approvedTable) return [];
  const around = { units: await organisation.units(), competent: settings.unit };
  return compareTable(record.approvedTable.steps, process, around);
}

async function replayed(
  catalogue: Catalogue,
  { kept, process, settings }: Subject & { kept: KeptTrial[] },
): Promise<ProcessReadiness['trials']> {
  if (kept.length === 0) return [];
  const calendar = await catalogue.calendarOf(settings.unit);
  return kept.map((trial) => {
    const { differences } = replayTrial(trial, { process, calendar, timeLimit: settings.timeLimit });
    return {
      id: trial.id,
      name: trial.name,
      passed: differences.length === 0,
      differences: differences.map(({ element, message }) => ({ ...(element ? { element } : {}), message })),
    };
  });
}
