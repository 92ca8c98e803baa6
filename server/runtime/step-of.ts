import type { StepInfo } from '../../engine/types.ts';
import type { TurnContext } from './turn.ts';

/** The step of an element id, in whichever of the file's processes it stands. */
export function stepOf(
  { context }: { context: Pick<TurnContext, 'version'> },
  element: string,
): StepInfo | undefined {
  for (const process of Object.values(context.version.processes)) {
    const step = process.steps.find(({ id }) => id === element);
    if (step) return step;
  }
  return undefined;
}
