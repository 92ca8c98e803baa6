import { type LintRule, stepsOfPeople } from '../lint-model.ts';

/** R049: dossiers are taken in at the one-stop counter, so the first step is the counter's. */
export const intakeElsewhere: LintRule = (model) => {
  const people = new Map(stepsOfPeople(model).map((step) => [step.id, step]));
  const nodes = new Map(model.graph.nodes.map((node) => [node.id, node]));
  const first = new Set<string>();
  const seen = new Set<string>();
  const queue = [...model.graph.entries];
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    if (seen.has(id)) continue;
    seen.add(id);
    if (people.has(id)) first.add(id);
    else queue.push(...(nodes.get(id)?.next ?? []));
  }
  return [...first]
    .map((id) => people.get(id)!)
    .filter(({ performer: { role } }) => role && !role.startsWith('=') && role !== 'counter')
    .map(({ id, name }) => ({
      code: 'publish.intake-elsewhere',
      severity: 'warning',
      element: id,
      message: {
        vi: `Bước đầu "${name}" không do Bộ phận Một cửa thực hiện.`,
        en: `The first step "${name}" is not done by the one-stop counter.`,
      },
    }));
};
