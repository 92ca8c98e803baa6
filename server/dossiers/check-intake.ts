/** May this be taken in? Procedure, unit, form, papers; and the versions that the dossier will keep. */
import { type Actor, holdsRole } from '../access/actor.ts';
import { isoNow } from '../clock.ts';
import { DOCUMENT_KINDS } from '../documents/kinds.ts';
import { problem } from '../http/problem.ts';
import type { CompiledVersion, FormVersionReader, ProcedureSettings } from '../runtime/ports.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { TurnContext } from '../runtime/turn.ts';
import { checkAttachments, requirePapers } from './check-papers.ts';
import type { Intake } from './intake-body.ts';
import { mustBeComplete, refuseWrongOutcome } from './intake-outcome.ts';
import type { DossierRecord, Pins } from './records.ts';
import { limitFor } from './start-promise.ts';
import { refuseWrongForm } from './wrong-form.ts';

export interface Checked {
  procedure: ProcedureSettings;
  units: Pick<DossierRecord['units'], 'receiving' | 'competent' | 'returning'>;
  pins: Pins;
  /** the application as it is kept: without hidden fields, with computed ones */
  form: Record<string, unknown>;
  context: TurnContext;
}

export async function checkIntake(
  runtime: Runtime,
  { body, actor, language }: { body: Intake; actor: Actor; language: 'vi' | 'en' },
): Promise<Checked> {
  const { catalogue } = runtime;
  const [procedure, version] = await Promise.all([
    catalogue.procedure(body.procedure),
    catalogue.publishedProcess(body.procedure),
  ]);
  if (!procedure) throw problem('procedure.not-found', 404, { values: { code: body.procedure } });
  if (!version) throw problem('procedure.not-published', 409, { values: { code: body.procedure } });
  const receiving = receivingUnit(procedure, actor, body.channel);
  refuseWrongOutcome(body);
  refuseWrongBackdating(body, isoNow(runtime.clock));
  const [forms, templates] = await Promise.all([
    publishedForms(runtime, [procedure.form, ...formKeys(version)]),
    pinnedTemplates(runtime, version),
    checkAttachments(runtime, body),
  ]);
  // R034-R036: the same form at every channel, checked here whatever a browser has checked.
  const application = forms.get(procedure.form);
  const isComplete = mustBeComplete(body);
  if (isComplete) {
    const faults = application?.check(body.form, language) ?? [];
    refuseWrongForm(faults, { code: 'dossier.wrong-form', under: '/form' });
    requirePapers(procedure, body);
  }
  const [calendar, known, issuer] = await Promise.all([
    runtime.calendars.of(receiving),
    runtime.organisation.units(),
    actor.kind === 'user' ? runtime.organisation.person(actor.id) : null,
  ]);
  const { timeLimit, policies, components, fees, form, result } = procedure;
  return {
    procedure,
    // The unit that takes it in also hands the result back, until somebody decides otherwise (R063).
    units: { receiving, competent: procedure.unit, returning: returningUnit(procedure, body) ?? receiving },
    pins: {
      procedure: procedure.version,
      process: version.version,
      forms: Object.fromEntries([...forms].map(([key, form]) => [key, form.version])),
      templates,
      settings: { timeLimit, policies, components, fees, form, result },
    },
    form: (isComplete && application?.submitted(body.form)) || body.form,
    context: {
      procedure: { ...procedure, timeLimit: limitFor(body, procedure) },
      version,
      calendar,
      units: new Map(known.map((unit) => [unit.id, unit])),
      issuer,
      jobs: runtime.jobs,
      publicUrl: runtime.publicUrl,
      ...(runtime.signing && { signing: runtime.signing }),
    },
  };
}

/** Staff take in where they hold the counter; what a citizen files online goes to the first receiving unit. */
function receivingUnit(procedure: ProcedureSettings, actor: Actor, channel: Intake['channel']): string {
  const first = procedure.receivingUnits[0]!;
  if (actor.kind === 'citizen' || holdsRole(actor, 'citizen')) {
    if (channel !== 'online') throw problem('dossier.citizens-file-online', 403);
    return first;
  }
  const counter = procedure.receivingUnits.find((unit) =>
    actor.positions.some((held) => held.role === 'counter' && held.unit === unit),
  );
  if (!counter) throw problem('dossier.unit-cannot-receive', 403, { values: { procedure: procedure.code } });
  return counter;
}

/** R063: any counter of the procedure may hand the result out. */
function returningUnit(
  { receivingUnits, code }: ProcedureSettings,
  { delivery }: Intake,
): string | undefined {
  const { unit } = delivery;
  if (unit === undefined || receivingUnits.includes(unit)) return unit;
  throw problem('dossier.unit-cannot-return', 422, {
    values: { procedure: code },
    errors: [{ pointer: '/delivery/unit', code: 'dossier.unit-cannot-return' }],
  });
}

/** R168: only what was handed in on paper, and only at a time that has passed. */
function refuseWrongBackdating({ backdated, channel }: Intake, now: string): void {
  if (!backdated) return;
  const pointer = '/backdated/receivedAt';
  const code =
    channel === 'online'
      ? 'dossier.backdated-online'
      : backdated.receivedAt >= now
        ? 'dossier.backdated-ahead'
        : undefined;
  if (code) throw problem(code, 422, { errors: [{ pointer, code }] });
}

const formKeys = ({ processes }: CompiledVersion): string[] =>
  Object.values(processes).flatMap(({ steps }) => steps.flatMap(({ form }) => form ?? []));

async function publishedForms(
  { catalogue }: Runtime,
  keys: string[],
): Promise<Map<string, FormVersionReader>> {
  const unique = [...new Set(keys)];
  const found = await Promise.all(unique.map((key) => catalogue.publishedForm(key)));
  return new Map(unique.flatMap((key, index) => (found[index] ? [[key, found[index]]] : [])));
}

/** The papers of the runtime and those that the process names, as they are published today. */
async function pinnedTemplates(
  { catalogue }: Runtime,
  { processes }: CompiledVersion,
): Promise<Pins['templates']> {
  const named = Object.values(processes).flatMap(({ steps }) => steps.flatMap(({ documents }) => documents));
  const kinds = [...new Set([...Object.keys(DOCUMENT_KINDS), ...named])];
  const found = await Promise.all(kinds.map((kind) => catalogue.publishedTemplate(kind)));
  return Object.fromEntries(
    kinds.flatMap((kind, index) => {
      const template = found[index];
      return template ? [[kind, { version: template.version, title: template.title }]] : [];
    }),
  );
}
