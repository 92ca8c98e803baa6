import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { applyCommand, compileProcess, upgradeState } from '../../../engine/index.ts';
import type { Command, Process, ProcessState, Variables } from '../../../engine/types.ts';

/**
 * States as versions before this one stored them, in a folder for each state format (`v1/`), never changed afterwards: a
 * dossier that waits for years is resumed by whatever version runs then. `states[i]` is what was stored
 * before `steps[i]`. A new format adds a folder of its own and leaves the older ones as they are.
 */
interface Fixture {
  xml: string;
  steps: ToldStep[];
  states: ProcessState[];
  ends: { status: string; variables: Variables; open: string[] };
}

type ToldStep = { element?: string; command: Record<string, unknown> };

const HERE = dirname(fileURLToPath(import.meta.url));
const AT = '2027-03-01T00:00:00.000Z';

const fixtures = readdirSync(HERE, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: version }) =>
    readdirSync(join(HERE, version)).map((file): [string, Fixture] => [
      `${version}/${file}`,
      JSON.parse(readFileSync(join(HERE, version, file), 'utf8')) as Fixture,
    ]),
  );

const openOf = (state: ProcessState) =>
  Object.entries(state['open'] as Record<string, { element: string; role: string }>);

/** The command with the occurrence it acts on: the first of its element that awaits something. */
function told({ element, command }: ToldStep, state: ProcessState): Command {
  if (element === undefined) return command as Command;
  const waits = openOf(state).filter(([, open]) => open.element === element && open.role !== 'multi');
  return { ...command, occurrence: waits[0]![0] } as Command;
}

function goOn(process: Process, fixture: Fixture, from: number): ProcessState {
  return fixture.steps
    .slice(from)
    .reduce<ProcessState>(
      (state, step) => applyCommand(process, state, told(step, state), AT).state,
      fixture.states[from]!,
    );
}

describe('a state stored by an earlier version', () => {
  it.each(fixtures)(
    '%s goes on to the same end from every point at which it was stored',
    async (_, fixture) => {
      const { process } = await compileProcess(fixture.xml, { isCallable: () => true });
      expect(fixture.states).toHaveLength(fixture.steps.length);
      for (const from of fixture.states.keys()) {
        const { status, variables, ...rest } = goOn(process!, fixture, from);
        const open = openOf({ status, variables, ...rest }).map(([, { element }]) => element);
        expect({ from, status, variables, open }).toEqual({ from, ...fixture.ends });
      }
    },
  );

  it('of a later format is refused', () => {
    const [, { states }] = fixtures[0]!;
    expect(() => upgradeState({ ...states[0]!, format: 10_000 })).toThrow(RangeError);
  });
});
