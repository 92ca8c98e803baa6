import { operationBodies } from '../../dossiers.ts';
import { type LintRule, withoutWord } from '../lint-model.ts';

/** An operation that the runtime does not know would silently never be offered. */
export const unknownAction: LintRule = ({ steps }) =>
  steps.flatMap(({ id, name, actions }) =>
    actions
      .filter((action) => !(action in operationBodies))
      .map((action) => ({
        code: 'publish.unknown-action',
        severity: 'error' as const,
        element: id,
        message: {
          vi: `Bước "${name}" cho phép thao tác "${action}" không có trong hệ thống.`,
          en: `Step "${name}" allows the operation "${action}", which does not exist.`,
        },
        fix: {
          label: { vi: 'Bỏ thao tác này', en: 'Drop the operation' },
          element: id,
          attributes: { actions: withoutWord(actions, action) },
        },
      })),
  );
