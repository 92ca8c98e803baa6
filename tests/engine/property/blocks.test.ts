import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { applyCommand, compileProcess, startProcess } from '../../../engine/index.ts';
import type { ProcessState } from '../../../engine/types.ts';
import { arbitraryBlocks } from '../../support/arbitrary-blocks.ts';
import { drawBlocks, variablesOf } from '../../support/block-model.ts';
import { walkBlocks } from '../../support/block-walker.ts';
import { runs } from '../../support/property-runs.ts';
import { createDesk } from '../../support/walk-desk.ts';

const AT = '2026-04-17T01:00:00.000Z';

const throughJson = (state: ProcessState): ProcessState => JSON.parse(JSON.stringify(state)) as ProcessState;

describe('any block-structured process', () => {
  it('opens exactly the tasks and timers that its structure says, whatever the order of completion', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryBlocks(), fc.infiniteStream(fc.nat()), async (block, picks) => {
        const { process, diagnostics } = await compileProcess(drawBlocks(block));
        expect(diagnostics.filter((finding) => finding.severity === 'error')).toEqual([]);
        const walk = walkBlocks(block);
        const desk = createDesk();
        let step = startProcess(process!, variablesOf(block), AT);
        desk.carryOut(step.effects);
        for (let turn = 0; turn < 200; turn++) {
          expect([...desk.tasks.values()].sort()).toEqual(walk.openTasks());
          expect([...desk.timers.values()].sort()).toEqual(walk.openTimers());
          expect(step.state.status).toBe(walk.isDone() ? 'completed' : 'running');
          if (walk.isDone()) return;
          step = move(picks.next().value ?? 0);
        }

        function move(pick: number) {
          const { command, element, isTask } = desk.take(pick)!;
          const saved = JSON.stringify(step.state);
          const next = applyCommand(process!, throughJson(step.state), command, AT);
          const again = applyCommand(process!, step.state, command, AT);
          expect(JSON.stringify(again)).toBe(JSON.stringify(next));
          expect(JSON.stringify(step.state)).toBe(saved);
          if (isTask) walk.complete(element);
          else walk.fire(element);
          desk.carryOut(next.effects);
          return next;
        }
      }),
      { numRuns: runs(300) },
    );
  });

  it('leaves nothing open when it is cancelled at any point', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryBlocks(), fc.array(fc.nat(), { maxLength: 6 }), async (block, picks) => {
        const { process } = await compileProcess(drawBlocks(block));
        const desk = createDesk();
        let step = startProcess(process!, variablesOf(block), AT);
        desk.carryOut(step.effects);
        for (const pick of picks) {
          const [occurrence] = [...desk.tasks.keys()].slice(pick % Math.max(1, desk.tasks.size));
          if (!occurrence || step.state.status !== 'running') break;
          desk.tasks.delete(occurrence);
          step = applyCommand(process!, step.state, { type: 'complete', occurrence }, AT);
          desk.carryOut(step.effects);
        }
        if (step.state.status !== 'running') return;
        step = applyCommand(process!, step.state, { type: 'cancel' }, AT);
        desk.carryOut(step.effects);
        expect(step.state.status).toBe('cancelled');
        expect([...desk.tasks, ...desk.timers]).toEqual([]);
      }),
      { numRuns: runs(150) },
    );
  });
});
