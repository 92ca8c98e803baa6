import { validateForm as checkAnswer, checkExamples, type FormVerdict } from '../../forms/index.ts';
import type { Language } from '../http/messages.ts';
import { type FieldError, problem } from '../http/problem.ts';

import { today } from './active-versions.ts';
import { publishedOf } from './find-version.ts';
import type { Catalogue } from './open-catalogue.ts';
import { findVersion } from './publish-version.ts';
import type { FormVersionRecord } from './records.ts';
import { unknownLists } from './reference-lists.ts';

/**
 * Checks an answer against a form.
 * @param request.version the published one when absent
 * @throws Problem 404
 */
export async function validateForm(
  catalogue: Catalogue,
  request: { key: string; version?: number | undefined; data: unknown; language: Language },
): Promise<FormVerdict> {
  const { key, version, data, language } = request;
  const found =
    version === undefined
      ? await publishedOf(catalogue.forms, key)
      : await findVersion(catalogue.forms, { kind: 'form', key, version });
  if (!found) throw problem('form.not-found', 404, { values: { key } });
  return checkFormVersion(catalogue, found.doc, { data, language });
}

/** The verdict of a stored version, which compiled when it was stored. */
function checkFormVersion(
  catalogue: Catalogue,
  { key, version, schema, ui }: Pick<FormVersionRecord, 'key' | 'version' | 'schema' | 'ui'>,
  { data, language }: { data: unknown; language: Language },
): FormVerdict {
  const { form } = catalogue.compiled.form({ schema, ui });
  if (!form) throw new Error(`form ${key}@${version} no longer compiles`);
  return checkAnswer(form, data, language, {
    today: today(catalogue.clock),
    lists: catalogue.lists,
  });
}

/** @throws Problem 422 pointing into `{ schema, ui }` at what the form dialect refuses */
export function refuseUnusableForm(catalogue: Catalogue, source: { schema: unknown; ui: unknown }): void {
  const { form, problems } = catalogue.compiled.form(source);
  const errors: FieldError[] = problems.map(({ pointer, code, message }) => ({
    pointer,
    code: `form.${code}`,
    detail: message,
  }));
  for (const { pointer, code, message } of form ? unknownLists(form, catalogue.lists) : []) {
    errors.push({ pointer, code: `form.${code}`, detail: message });
  }
  if (errors.length === 0) return;
  throw problem('form.unusable', 422, { errors });
}

/**
 * Test data kept with a form are its regression tests: a version that fails them is not put in use.
 * @throws Problem 404; 422 pointing at each answer that the form takes otherwise than it was kept for
 */
export async function refuseFailingExamples(
  catalogue: Catalogue,
  { key, version }: { key: string; version: number },
  language: Language,
): Promise<void> {
  const { doc } = await findVersion(catalogue.forms, { kind: 'form', key, version });
  const { form } = catalogue.compiled.form({ schema: doc.schema, ui: doc.ui });
  if (!form) throw new Error(`form ${key}@${version} no longer compiles`);
  const context = { today: today(catalogue.clock), lists: catalogue.lists };
  const failing = checkExamples(form, language, context).filter(({ passes }) => !passes);
  if (failing.length === 0) return;
  throw problem('form.examples-fail', 422, {
    values: { version, count: failing.length },
    errors: failing.map(({ list, index, errors: [first] }) => ({
      pointer: `/schema/${list}/${index}`,
      code: first ? 'form.example-refused' : 'form.example-accepted',
      detail: saidOf(index + 1, first?.message),
    })),
  });
}

const saidOf = (number: number, complaint: string | undefined) =>
  complaint === undefined
    ? {
        vi: `Dữ liệu sai số ${number} được biểu mẫu chấp nhận.`,
        en: `Wrong answer ${number} is accepted.`,
      }
    : {
        vi: `Dữ liệu đúng số ${number} bị từ chối: ${complaint}.`,
        en: `Right answer ${number} is refused: ${complaint}.`,
      };
