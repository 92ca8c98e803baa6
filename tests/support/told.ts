import type { PlanStep } from '../../engine/index.ts';
import { buildProcess } from './build-process.ts';
import { keepTraced } from './keep-compiled.ts';

/** What a drawn process comes to in a trace by these steps: state and what is open, data, events, steps in vain. */
export const told = async (drawing: string, ...steps: PlanStep[]) => {
  const options = { isCallable: () => true };
  const { events, result, diagnostics } = await keepTraced(buildProcess(drawing), { steps }, options);
  const [state, ...open] = [result.state, ...result.open];
  return {
    left: [state, ...open].join(' '),
    variables: result.variables,
    events: events.map(({ type, element }) => `${type} ${element}`),
    idle: diagnostics.filter(({ code }) => code === 'trace.step-without-effect').length,
  };
};
