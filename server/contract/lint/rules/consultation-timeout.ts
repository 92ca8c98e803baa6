import { allNodes, type LintRule, stepsOfPeople } from '../lint-model.ts';

/** Steps in which other agencies are asked, by their names. */
const CONSULTATION =
  /(lấy|cho|tham gia|xin|góp) ý kiến (?!.*(soạn|xem xét|ký|trình))|^\W*\d*\W*(lấy|cho|xin|góp) ý kiến/i;

/** R014: a consultation has a deadline, and what happens when nobody answers by then. */
export const consultationTimeout: LintRule = (model) => {
  const nodes = allNodes(model.graph);
  const isMultiple = new Set(nodes.filter((node) => node.isMultiple).map(({ id }) => id));
  const timed = new Set(nodes.filter(({ triggers }) => triggers.includes('timer')).map(({ host }) => host));
  return stepsOfPeople(model)
    .filter(({ id, name }) => isMultiple.has(id) || CONSULTATION.test(name))
    .filter(({ id }) => !timed.has(id))
    .map(({ id, name }) => ({
      code: 'publish.consultation-timeout',
      severity: 'warning',
      element: id,
      message: {
        vi: `Bước lấy ý kiến "${name}" chưa có hẹn giờ khi hết hạn mà không trả lời.`,
        en: `The consultation "${name}" has no timer for when nobody answers in time.`,
      },
    }));
};
