import { globSync } from 'tinyglobby';

/**
 * Each room that has a target for its mutation score, with the tests that answer for it, the slow ones last. Fuzz and
 * differential tests of the kernel are left out, and tests through HTTP: they catch much, but cost seconds a mutant.
 * `bundled` names packages taken into the bundle; all others are loaded from node_modules.
 */
const ROOMS = {
  engine: {
    tests: ['tests/engine/*.test.ts', 'tests/engine/property/{blocks,versions}.test.ts'],
    bundled: true,
    target: 85,
  },
  calendar: { tests: ['tests/calendar/*.test.ts'], bundled: true, target: 90 },
  'server/deadlines': {
    tests: ['tests/deadlines/*.test.ts'],
    bundled: false,
    target: 90,
  },
};

/** The room MUTATION_ROOM names, and what to mutate: the room, or the folder of it that MUTATION_ONLY names. */
export function chosenRoom() {
  const name = process.env.MUTATION_ROOM ?? 'engine';
  const room = ROOMS[name];
  if (!room) throw new Error(`MUTATION_ROOM is ${name}; it can be ${Object.keys(ROOMS).join(', ')}`);
  return {
    ...room,
    name,
    mutate: process.env.MUTATION_ONLY ?? name,
    files: room.tests.flatMap((tests) => globSync(tests).sort()),
  };
}
