/** Who works off the queues of a simulation: people by unit and role, as the kernel keys them. */
import type { Process } from '../../engine/types.ts';
import type { PanelChoices } from '../process/panel/panel-choices.ts';

/** Keys in the order of the steps. */
export const resourcesOf = ({ steps }: Process): string[] => [
  ...new Set(
    steps
      .filter(({ kind }) => kind === 'user' || kind === 'manual')
      .flatMap(({ performer: { unit, role, assignee }, lane }) => {
        if (assignee && !assignee.startsWith('=')) return assignee;
        return unit && role ? `${unit}/${role}` : (role ?? unit ?? lane ?? []);
      }),
  ),
];

/** A key in the words of the house: "Lãnh đạo – Sở Tài chính". */
export function resourceName(key: string, { units, roles }: PanelChoices): string {
  const [first = key, role] = key.split('/');
  const named = (choices: PanelChoices['units'], value: string) =>
    choices.find((choice) => choice.value === value)?.label ?? value;
  return role ? `${named(roles, role)} – ${named(units, first)}` : named(roles, first);
}
