import { type LintRule, stepsOfPeople } from '../lint-model.ts';

/** What pauses the clock is balanced by what sets it going again (domain 6.4). */
export const noResume: LintRule = (model) => {
  const people = stepsOfPeople(model);
  if (people.some(({ actions }) => actions.includes('resume'))) return [];
  return people
    .filter(({ actions }) => actions.includes('suspend'))
    .map(({ id, name, actions }) => ({
      code: 'publish.no-resume',
      severity: 'warning',
      element: id,
      message: {
        vi: `Bước "${name}" cho phép tạm dừng nhưng không bước nào cho phép tiếp tục.`,
        en: `Step "${name}" allows a suspension but no step allows it to be resumed.`,
      },
      fix: {
        label: { vi: 'Cho phép "Tiếp tục" ở bước này', en: 'Allow "resume" at this step' },
        element: id,
        attributes: { actions: [...actions, 'resume'].join(' ') },
      },
    }));
};
