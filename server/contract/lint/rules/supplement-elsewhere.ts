import { type LintRule, stepsOfPeople, withoutWord } from '../lint-model.ts';

/** R075: papers that complete a dossier come back through the one-stop counter, and nowhere else. */
export const supplementElsewhere: LintRule = (model) =>
  stepsOfPeople(model)
    .filter(({ actions }) => actions.includes('supplement'))
    .filter(
      ({ performer: { role } }) => role && !role.startsWith('=') && role !== 'counter' && role !== 'citizen',
    )
    .map(({ id, name, actions }) => ({
      code: 'publish.supplement-elsewhere',
      severity: 'warning',
      element: id,
      message: {
        vi: `Bước "${name}" nhận hồ sơ bổ sung nhưng không thuộc Bộ phận Một cửa.`,
        en: `Step "${name}" takes supplements in but is not the one-stop counter's.`,
      },
      fix: {
        label: { vi: 'Bỏ thao tác "Bổ sung hồ sơ"', en: 'Drop the operation "supplement"' },
        element: id,
        attributes: { actions: withoutWord(actions, 'supplement') },
      },
    }));
