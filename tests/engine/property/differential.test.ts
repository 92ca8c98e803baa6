import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { applyCommand, compileProcess, startProcess } from '../../../engine/index.ts';
import { arbitraryBlocks } from '../../support/arbitrary-blocks.ts';
import { type Block, drawBlocks, variablesOf } from '../../support/block-model.ts';
import { runOnPeer } from '../../support/peer-engine.ts';

const AT = '2026-04-17T01:00:00.000Z';

/** Where bpmn-engine follows the BPMN text: docs/reference/bpmn.md lists where it does not. */
function isWithinPeer(block: Block, isInParallel = false): boolean {
  switch (block.kind) {
    case 'task':
    case 'multi':
      return true;
    case 'sequence':
      return block.blocks.every((inner) => isWithinPeer(inner, isInParallel));
    case 'exclusive':
      // Its parallel join fires early when a branch holds an exclusive split (its issue 200).
      return !isInParallel && block.branches.every((inner) => isWithinPeer(inner));
    case 'parallel':
      return block.branches.every((inner) => isWithinPeer(inner, true));
    case 'subprocess':
      return isWithinPeer(block.body);
    default:
      return false;
  }
}

/** Flows need a language for the peer to evaluate them at all. */
const forPeer = (xml: string): string =>
  xml.replaceAll('xsi:type="bpmn:tFormalExpression"', 'xsi:type="bpmn:tFormalExpression" language="feel"');

describe('beside bpmn-engine, where it is right', () => {
  it('opens the same tasks after every completion, in any order', async () => {
    const blocks = arbitraryBlocks({
      kinds: ['task', 'sequence', 'exclusive', 'parallel', 'subprocess', 'multi'],
    }).filter((block) => isWithinPeer(block));
    await fc.assert(
      fc.asyncProperty(blocks, fc.infiniteStream(fc.nat()), async (block, picks) => {
        const xml = drawBlocks(block);
        const peer = await runOnPeer(forPeer(xml), variablesOf(block));
        const { process } = await compileProcess(xml);
        let step = startProcess(process!, variablesOf(block), AT);
        const open = new Map<string, string>();
        const elements = () => [...open.values()];
        const note = () => {
          for (const effect of step.effects)
            if (effect.type === 'open-task') open.set(effect.occurrence, effect.element);
        };
        note();
        while (open.size > 0) {
          expect(elements().sort()).toEqual(peer.openTasks());
          const [occurrence, element] = [...open][(picks.next().value ?? 0) % open.size]!;
          open.delete(occurrence);
          peer.complete(element);
          step = applyCommand(process!, step.state, { type: 'complete', occurrence }, AT);
          note();
        }
        expect(step.state.status).toBe('completed');
        expect(peer.openTasks()).toEqual([]);
        expect(peer.isDone()).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
