import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { TidyCommand, type TidyContext, type TidyHandler } from '../../designer/process/tidy/tidy-command.ts';
import { type Drawn, tidyDrawing } from '../../designer/process/tidy/tidy-drawing.ts';
import type { Box, Layout, Point } from '../../designer/table/lay-out.ts';

const LANES = 3;
const at = { x: 0, y: 0 };
const pool: Drawn = { id: 'Pool', type: 'bpmn:Participant', ...at, width: 600, height: 300 };

/** A step for each lane that is named, with flows between them by their numbers. */
function drawing(lanesOfSteps: number[], flows: [number, number][], timers: number[] = []): Drawn[] {
  const steps = lanesOfSteps.map(
    (_, index): Drawn => ({
      id: `Step_${index}`,
      type: index % 4 === 3 ? 'bpmn:ExclusiveGateway' : 'bpmn:UserTask',
      x: index * 10,
      y: 0,
      ...(index % 4 === 3 ? { width: 50, height: 50 } : { width: index % 2 ? 100 : 150, height: 80 }),
    }),
  );
  const borders = timers.map(
    (step): Drawn => ({
      id: `Timer_${step}`,
      type: 'bpmn:BoundaryEvent',
      ...at,
      width: 36,
      height: 36,
      attachedTo: `Step_${step}`,
    }),
  );
  const lanes = Array.from(
    { length: LANES },
    (_, lane): Drawn => ({
      id: `Lane_${lane}`,
      type: 'bpmn:Lane',
      x: 30,
      y: lane * 100,
      width: 570,
      height: 100,
      parent: 'Pool',
      members: steps.filter((_step, index) => lanesOfSteps[index] === lane).map(({ id }) => id),
    }),
  );
  const connections = flows.map(
    ([from, to], index): Drawn => ({
      id: `Flow_${index}`,
      type: 'bpmn:SequenceFlow',
      ...at,
      width: 0,
      height: 0,
      from: `Step_${from}`,
      to: `Step_${to}`,
    }),
  );
  return [pool, ...lanes, ...steps, ...borders, ...connections];
}

const arbitraryDrawing = fc
  .array(fc.nat(LANES - 1), { minLength: 2, maxLength: 12 })
  .chain((lanes) => {
    const step = fc.nat(lanes.length - 1);
    const flow = fc.tuple(step, step).filter(([from, to]) => from !== to);
    const tasks = lanes.flatMap((_, index) => (index % 4 === 3 ? [] : [index]));
    return fc.tuple(
      fc.constant(lanes),
      fc.uniqueArray(flow, { maxLength: 20, selector: String }),
      fc.subarray(tasks),
    );
  })
  .map(([lanes, flows, timers]) => drawing(lanes, flows, timers));

function layoutOf(drawn: Drawn[]): Layout {
  const tidied = tidyDrawing(drawn);
  if ('refusal' in tidied) throw new Error(`${tidied.refusal} ${tidied.element}`);
  return tidied.layout;
}

const right = ({ x, width }: Box) => x + width;
const foot = ({ y, height }: Box) => y + height;
const overlap = (one: Box, other: Box) =>
  one.x < right(other) && other.x < right(one) && one.y < foot(other) && other.y < foot(one);
/** A level or upright stretch through the inside of a shape. */
const crosses = ([from, to]: [Point, Point], box: Box) =>
  overlap(
    {
      x: Math.min(from.x, to.x),
      y: Math.min(from.y, to.y),
      width: Math.abs(from.x - to.x),
      height: Math.abs(from.y - to.y),
    },
    { x: box.x + 1, y: box.y + 1, width: box.width - 2, height: box.height - 2 },
  );

describe('tidying a drawing', () => {
  it('places every element and flow once, each step inside its own lane, without overlap', () => {
    fc.assert(
      fc.property(arbitraryDrawing, (drawn) => {
        const layout = layoutOf(drawn);
        const lanes = drawn.filter(({ type }) => type === 'bpmn:Lane');
        const nodes = drawn.filter(({ type }) => /Task|Gateway|Event/.test(type));
        expect([...layout.nodes.keys()].sort()).toEqual(nodes.map(({ id }) => id).sort());
        expect([...layout.flows.keys()]).toEqual(
          drawn.filter(({ type }) => type === 'bpmn:SequenceFlow').map(({ id }) => id),
        );
        for (const { id, members = [] } of lanes) {
          const lane = layout.lanes.get(id)!;
          for (const node of nodes.filter((each) => members.includes(each.attachedTo ?? each.id))) {
            const box = layout.nodes.get(node.id)!;
            expect(
              box.x >= lane.x && right(box) <= right(lane) && box.y >= lane.y && foot(box) <= foot(lane),
            ).toBe(true);
          }
        }
        const steps = nodes.filter(({ attachedTo }) => !attachedTo).map(({ id }) => layout.nodes.get(id)!);
        expect(steps.some((one, index) => steps.slice(index + 1).some((other) => overlap(one, other)))).toBe(
          false,
        );
      }),
      { numRuns: 60 },
    );
  });

  it('leads no flow through a step', () => {
    fc.assert(
      fc.property(arbitraryDrawing, (drawn) => {
        const layout = layoutOf(drawn);
        const steps = drawn
          .filter(({ type }) => /Task|Gateway/.test(type))
          .map(({ id }) => layout.nodes.get(id)!);
        const through = [...layout.flows.values()].flatMap((points) =>
          points
            .slice(1)
            .map((point, index): [Point, Point] => [points[index]!, point])
            .filter((stretch) => steps.some((box) => crosses(stretch, box))),
        );
        expect(through).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('puts each step after those that lead to it, and a loop back along the foot of its lane', () => {
    const layout = layoutOf(
      drawing(
        [0, 1, 0],
        [
          [2, 1],
          [1, 0],
          [0, 2],
        ],
      ),
    );
    const layoutForward = layoutOf(
      drawing(
        [0, 1, 0],
        [
          [2, 1],
          [1, 0],
        ],
      ),
    );

    const column = (id: string) => layoutForward.nodes.get(id)!.x;
    expect(column('Step_2')).toBeLessThan(column('Step_1'));
    expect(column('Step_1')).toBeLessThan(column('Step_0'));
    expect(
      [...layout.flows.values()].filter((points) => points[1]!.y > points[0]!.y && points.length === 4),
    ).not.toEqual([]);
  });

  it.each([
    ['no-lanes', [pool]],
    ['pools', [...drawing([0], []), { ...pool, id: 'Other' }]],
    [
      'nested-lanes',
      drawing([0], []).map((each) => (each.id === 'Lane_1' ? { ...each, parent: 'Lane_0' } : each)),
    ],
    ['content', [...drawing([0], []), { ...pool, id: 'Note', type: 'bpmn:TextAnnotation' }]],
    ['content', drawing([0], [[0, 0]])],
    ['outside', drawing([0, LANES], [])],
    ['size', drawing([0], []).map((each) => (each.id === 'Step_0' ? { ...each, width: 300 } : each))],
    ['borders', drawing([0], [], [0, 0])],
  ])('refuses what it has no place for: %s', (refusal, drawn) => {
    expect(tidyDrawing(drawn as Drawn[])).toMatchObject({ refusal });
  });
});

describe('the command that tidies', () => {
  it('moves everything at once and takes it back whole', () => {
    const written: unknown[] = [];
    const handler = {} as TidyHandler;
    TidyCommand.call(handler, {
      updateBounds: (shape) => written.push(shape),
      updateConnectionWaypoints: (connection) => written.push(connection),
    });
    const shape = { name: 'Tiếp nhận', x: 1, y: 2, width: 100, height: 80 };
    const flow = { waypoints: [{ x: 0, y: 0 }] };
    const context: TidyContext = {
      moves: [
        { element: shape, to: { x: 10, y: 20, width: 100, height: 80 } },
        { element: flow, to: { waypoints: [{ x: 5, y: 5 }] } },
      ],
    };

    expect(handler.execute(context)).toEqual([shape, flow]);
    expect([shape.x, flow.waypoints, written]).toEqual([10, [{ x: 5, y: 5 }], [shape, flow]]);
    handler.revert(context);

    expect(shape).toEqual({ name: 'Tiếp nhận', x: 1, y: 2, width: 100, height: 80 });
    expect(flow.waypoints).toEqual([{ x: 0, y: 0 }]);
  });
});
