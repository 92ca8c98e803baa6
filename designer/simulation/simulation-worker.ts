/** The thread in which a simulation runs, so that the screen stays quick. */
import { runSimulation } from './run-simulation.ts';
import type { SimulationAsked } from './simulation-message.ts';

addEventListener('message', ({ data }: MessageEvent<SimulationAsked>) => {
  void runSimulation(data).then((reply) => postMessage(reply));
});
