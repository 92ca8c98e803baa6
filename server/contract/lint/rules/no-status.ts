import { type LintRule, stepsOfPeople } from '../lint-model.ts';

/** R072: each step maps to one of the portal's ten statuses, which the citizen sees while it is open. */
export const noStatus: LintRule = (model) =>
  stepsOfPeople(model)
    .filter(({ status }) => status === undefined)
    .map(({ id, name }) => ({
      code: 'publish.no-status',
      severity: 'warning',
      element: id,
      message: {
        vi: `Bước "${name}" chưa gắn với trạng thái hồ sơ nào (1–10).`,
        en: `Step "${name}" is not mapped to a status of the dossier (1–10).`,
      },
      fix: {
        label: { vi: 'Gắn trạng thái 4 – Đang xử lý', en: 'Set status 4 – In progress' },
        element: id,
        attributes: { status: '4' },
      },
    }));
