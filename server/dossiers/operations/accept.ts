import { acceptDossier } from '../accept.ts';
import { requirePapers } from '../check-papers.ts';
import { refuseWrongForm } from '../wrong-form.ts';
import type { Act } from './act.ts';

/**
 * The counter finds complete what was registered: online, or on paper with a supplement slip. What still lacks a
 * paper or an answer gets no receipt (R049).
 * @throws Problem dossier.wrong-form, dossier.missing-paper
 */
export async function accept({ runtime, turn, language }: Act<'accept'>): Promise<void> {
  const { dossier, context } = turn;
  const key = dossier.pins.settings.form ?? context.procedure.form;
  const form = await runtime.catalogue.formVersion(key, dossier.pins.forms[key] ?? 0);
  refuseWrongForm(form?.check(dossier.form, language) ?? [], { code: 'dossier.wrong-form', under: '/form' });
  requirePapers(context.procedure, dossier);
  acceptDossier(turn);
}
