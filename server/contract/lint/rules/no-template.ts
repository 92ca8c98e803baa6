import { type LintRule, stepsOfPeople } from '../lint-model.ts';

/** A paper that a step issues has a published template of its kind; without one nothing would be printed. */
export const noTemplate: LintRule = (model) => {
  const { publishedTemplates } = model;
  if (!publishedTemplates) return [];
  return stepsOfPeople(model).flatMap(({ id, name, documents }) =>
    documents
      .filter((kind) => !OUTSIDE.has(kind) && !publishedTemplates.has(kind))
      .map((kind) => ({
        code: 'publish.no-template',
        severity: 'error' as const,
        element: id,
        message: {
          vi: `Bước "${name}" ban hành giấy tờ "${kind}" chưa có mẫu văn bản được ban hành.`,
          en: `Step "${name}" issues the paper "${kind}", which has no published template.`,
        },
        fix: {
          label: { vi: `Bỏ giấy tờ "${kind}" khỏi bước`, en: `Take the paper "${kind}" off the step` },
          element: id,
          attributes: { documents: documents.filter((each) => each !== kind).join(' ') },
        },
      })),
  );
};

/** The result itself is drawn up by the agency and attached; it needs no template here. */
const OUTSIDE = new Set(['result']);
