import type { LintRule } from '../lint-model.ts';

/** A form that a step names exists and is published. */
export const noForm: LintRule = ({ steps, publishedForms }) =>
  publishedForms
    ? steps
        .filter(({ form }) => form && !publishedForms.has(form))
        .map(({ id, name, form }) => ({
          code: 'publish.no-form',
          severity: 'error',
          element: id,
          message: {
            vi: `Bước "${name}" dùng biểu mẫu "${form}" chưa được ban hành.`,
            en: `Step "${name}" uses the form "${form}", which is not published.`,
          },
          fix: {
            label: { vi: 'Bỏ biểu mẫu khỏi bước', en: 'Take the form off the step' },
            element: id,
            attributes: { form: '' },
          },
        }))
    : [];
