import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  applyCommand,
  compileProcess,
  migrateInstance,
  planMigration,
  startProcess,
} from '../../../engine/index.ts';
import type { Process, Step } from '../../../engine/types.ts';
import { arbitraryBlocks } from '../../support/arbitrary-blocks.ts';
import { type Block, drawBlocks, variablesOf } from '../../support/block-model.ts';
import { type Walk, walkBlocks } from '../../support/block-walker.ts';
import { runs } from '../../support/property-runs.ts';
import { createDesk, type Desk } from '../../support/walk-desk.ts';

const AT = '2026-04-17T01:00:00.000Z';
const NEW: Block = { kind: 'task', id: 'added' };

interface Course {
  process: Process;
  step: Step;
  desk: Desk;
  walk: Walk;
}

async function begin(block: Block): Promise<Course> {
  const { process } = await compileProcess(drawBlocks(block));
  const step = startProcess(process!, variablesOf(block), AT);
  const desk = createDesk();
  desk.carryOut(step.effects);
  return { process: process!, step, desk, walk: walkBlocks(block) };
}

/** Completes a task or fires a timer in the instance and in the walks that go beside it; false at the end. */
function move(course: Course, pick: number, walks: Walk[] = [course.walk]): boolean {
  const taken = course.desk.take(pick);
  if (!taken) return false;
  for (const walk of walks)
    if (taken.isTask) walk.complete(taken.element);
    else walk.fire(taken.element);
  course.step = applyCommand(course.process, course.step.state, taken.command, AT);
  course.desk.carryOut(course.step.effects);
  return true;
}

function expectAlike({ desk, step }: Course, walk: Walk): void {
  expect([...desk.tasks.values()].sort()).toEqual(walk.openTasks());
  expect([...desk.timers.values()].sort()).toEqual(walk.openTimers());
  expect(step.state.status).toBe(walk.isDone() ? 'completed' : 'running');
}

function goOn(course: Course, walk: Walk): void {
  for (let turn = 0; turn < 100 && !walk.isDone(); turn++) {
    move(course, turn, [walk]);
    expectAlike(course, walk);
  }
}

/** One token in the outer scope, whatever runs beside the main line inside. */
const whole = arbitraryBlocks().map((body): Block => ({ kind: 'subprocess', id: 'whole', body }));
const picks = fc.array(fc.nat(), { maxLength: 8 });

describe('an instance of any block-structured process', () => {
  it('moves to a version with a task more and goes on by it', async () => {
    await fc.assert(
      fc.asyncProperty(whole, picks, fc.boolean(), async (block, moves, isFirst) => {
        const course = await begin(block);
        const longer: Block = { kind: 'sequence', blocks: isFirst ? [NEW, block] : [block, NEW] };
        const walk = walkBlocks(longer);
        if (isFirst) walk.complete('added');
        for (const pick of moves) if (!move(course, pick, [course.walk, walk])) break;
        if (course.walk.isDone()) return;
        const { process: to } = await compileProcess(drawBlocks(longer));
        const request = { from: course.process, to: to!, state: course.step.state };
        const plan = planMigration(request);
        expect(plan).toMatchObject({ isPossible: true, withdraws: [], blocked: [] });
        expect(plan.moves.map(({ occurrence }) => occurrence)).toEqual(
          Object.keys(course.step.state['open'] as object),
        );
        const moved = migrateInstance(request, AT);
        expect(moved.effects).toEqual([]);
        Object.assign(course, { process: to, step: moved });
        expectAlike(course, walk);
        goOn(course, walk);
      }),
      { numRuns: runs(150) },
    );
  });

  it('moves to a version with a task less, unless it waits at just that task', async () => {
    await fc.assert(
      fc.asyncProperty(whole, picks, async (block, moves) => {
        const course = await begin({ kind: 'sequence', blocks: [block, NEW] });
        const walk = walkBlocks(block);
        for (const pick of moves) {
          if (walk.isDone()) break;
          move(course, pick, [course.walk, walk]);
        }
        const { process: to } = await compileProcess(drawBlocks(block));
        const request = { from: course.process, to: to!, state: course.step.state };
        const isAtIt = [...course.desk.tasks.values()].includes('added');
        const plan = planMigration(request);
        expect(plan.isPossible).toBe(!isAtIt);
        expect(plan.blocked.map(({ element, code }) => `${element} ${code}`)).toEqual(
          isAtIt ? ['added element-missing'] : [],
        );
        if (isAtIt) return;
        Object.assign(course, { process: to, step: migrateInstance(request, AT) });
        expectAlike(course, walk);
        goOn(course, walk);
      }),
      { numRuns: runs(150) },
    );
  });

  it('loses and doubles nothing when it is suspended and resumed at any point', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryBlocks(), picks, async (block, moves) => {
        const course = await begin(block);
        for (const pick of moves) {
          if (course.walk.isDone()) return;
          const before = JSON.stringify(course.step.state['open']);
          for (const type of ['suspend', 'resume'] as const) {
            course.step = applyCommand(course.process, course.step.state, { type }, AT);
            course.desk.carryOut(course.step.effects);
          }
          expect(JSON.stringify(course.step.state['open'])).toBe(before);
          expectAlike(course, course.walk);
          move(course, pick);
        }
        goOn(course, course.walk);
      }),
      { numRuns: runs(100) },
    );
  });

  it('has just the task open that it jumps to', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryBlocks(), picks, fc.nat(), async (block, moves, choice) => {
        const tree: Block = { kind: 'sequence', blocks: [block, NEW] };
        const course = await begin(tree);
        for (const pick of moves) {
          if ([...course.desk.tasks.values()].includes('added')) break;
          move(course, pick);
        }
        const tasks = tasksOf(tree);
        const to = tasks[choice % tasks.length]!;
        course.step = applyCommand(course.process, course.step.state, { type: 'jump', to }, AT);
        course.desk.carryOut(course.step.effects);
        expect([...course.desk.tasks.values()]).toEqual([to]);
        expect([...course.desk.timers]).toEqual([]);
        const again = applyCommand(course.process, course.step.state, { type: 'cancel' }, AT);
        course.desk.carryOut(again.effects);
        expect([...course.desk.tasks, ...course.desk.timers]).toEqual([]);
      }),
      { numRuns: runs(100) },
    );
  });
});

/** Ids of the plain tasks of a tree. */
function tasksOf(block: Block): string[] {
  if (block.kind === 'task') return [block.id];
  if ('blocks' in block) return block.blocks.flatMap(tasksOf);
  if ('branches' in block) return block.branches.flatMap(tasksOf);
  if ('body' in block) return tasksOf(block.body);
  return 'detour' in block ? tasksOf(block.detour) : [];
}
