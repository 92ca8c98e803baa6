/**
 * Block-structured processes: a tree that is at once drawn as BPMN XML and walked by a small interpreter of its own,
 * so that the kernel can be held against something that shares none of its code.
 */

export type Block =
  | { kind: 'task'; id: string }
  | { kind: 'sequence'; blocks: Block[] }
  | { kind: 'exclusive'; id: string; branches: Block[]; choice: number }
  | { kind: 'parallel'; id: string; branches: Block[] }
  | { kind: 'inclusive'; id: string; branches: Block[]; chosen: boolean[] }
  /** repeated `times` (at least once) through a gateway that leads back */
  | { kind: 'loop'; id: string; body: Block; times: number }
  | { kind: 'subprocess'; id: string; body: Block }
  | { kind: 'multi'; id: string; count: number; isSequential: boolean }
  /** a task with a timer on its border: interrupting leads on through `detour`, else `detour` runs beside */
  | { kind: 'guarded'; id: string; isInterrupting: boolean; detour: Block }
  /** an event-based gateway: a timer before each branch, the first to go off takes its branch */
  | { kind: 'race'; id: string; branches: Block[] }
  /** a sub-process whose main line ends in an error, and what its border does with it */
  | { kind: 'failing'; id: string; body: Block; handler: Block };

/** Input variables that make the gateways choose as the tree says. */
export function variablesOf(block: Block): Record<string, number | boolean> {
  switch (block.kind) {
    case 'task':
    case 'multi':
      return {};
    case 'sequence':
      return Object.assign({}, ...block.blocks.map(variablesOf));
    case 'exclusive':
      return Object.assign({ [block.id]: block.choice }, ...block.branches.map(variablesOf));
    case 'parallel':
    case 'race':
      return Object.assign({}, ...block.branches.map(variablesOf));
    case 'inclusive':
      return Object.assign(
        Object.fromEntries(block.chosen.map((chosen, index) => [`${block.id}_${index}`, chosen])),
        ...block.branches.map(variablesOf),
      );
    case 'loop':
      return variablesOf(block.body);
    case 'subprocess':
      return variablesOf(block.body);
    case 'guarded':
      return variablesOf(block.detour);
    case 'failing':
      return { ...variablesOf(block.body), ...variablesOf(block.handler) };
  }
}

/** The tree as a complete BPMN file with one executable process `p`. */
export function drawBlocks(block: Block): string {
  const pen = createPen();
  const body = drawScope(block, 'p', pen);
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:motcua="urn:motcua:bpmn:1" targetNamespace="urn:test">
<bpmn:process id="p" isExecutable="true">${body}</bpmn:process></bpmn:definitions>`;
}

interface Pen {
  nextFlow(): string;
}

function createPen(): Pen {
  let count = 0;
  return { nextFlow: () => `f${++count}` };
}

/** A drawn part: its XML, where it is entered and where it is left; absent both: nothing drawn, a bare flow. */
interface Drawn {
  xml: string;
  entry?: string;
  exit?: string;
}

function drawScope(block: Block, id: string, pen: Pen): string {
  const start = `${id}_start`;
  const end = `${id}_end`;
  const part = draw(block, pen);
  const flows = part.entry
    ? flow(pen, start, part.entry) + flow(pen, part.exit!, end)
    : flow(pen, start, end);
  return `<bpmn:startEvent id="${start}"/><bpmn:endEvent id="${end}"/>${part.xml}${flows}`;
}

function draw(block: Block, pen: Pen): Drawn {
  switch (block.kind) {
    case 'task':
      return { xml: `<bpmn:userTask id="${block.id}"/>`, entry: block.id, exit: block.id };
    case 'sequence':
      return drawSequence(block.blocks, pen);
    case 'exclusive':
      return drawSplit({
        ...block,
        tag: 'exclusiveGateway',
        pen,
        condition: (index) => `${block.id} = ${index}`,
      });
    case 'parallel':
      return drawSplit({ ...block, tag: 'parallelGateway', pen });
    case 'inclusive':
      return drawSplit({
        ...block,
        tag: 'inclusiveGateway',
        pen,
        condition: (index) => `${block.id}_${index} = true`,
      });
    case 'loop':
      return drawLoop(block, pen);
    case 'subprocess':
      return {
        xml: `<bpmn:subProcess id="${block.id}">${drawScope(block.body, block.id, pen)}</bpmn:subProcess>`,
        entry: block.id,
        exit: block.id,
      };
    case 'multi':
      return {
        xml: `<bpmn:userTask id="${block.id}"><bpmn:multiInstanceLoopCharacteristics isSequential="${block.isSequential}"><bpmn:loopCardinality xsi:type="bpmn:tFormalExpression">${block.count}</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics></bpmn:userTask>`,
        entry: block.id,
        exit: block.id,
      };
    case 'guarded':
      return drawGuarded(block, pen);
    case 'race':
      return drawRace(block, pen);
    case 'failing':
      return drawFailing(block, pen);
  }
}

function drawSequence(blocks: Block[], pen: Pen): Drawn {
  const parts = blocks.map((block) => draw(block, pen));
  const drawn = parts.filter((part) => part.entry);
  const links = drawn.slice(1).map((part, index) => flow(pen, drawn[index]!.exit!, part.entry!));
  return {
    xml: parts.map((part) => part.xml).join('') + links.join(''),
    entry: drawn[0]?.entry,
    exit: drawn.at(-1)?.exit,
  };
}

interface Split {
  id: string;
  branches: Block[];
  tag: string;
  pen: Pen;
  condition?: (index: number) => string;
}

function drawSplit({ id, branches, tag, pen, condition }: Split): Drawn {
  const split = `${id}_split`;
  const join = `${id}_join`;
  const parts = branches.map((branch) => draw(branch, pen));
  const flows = parts.map((part, index) => {
    const guard = condition?.(index);
    return part.entry
      ? flow(pen, split, part.entry, guard) + flow(pen, part.exit!, join)
      : flow(pen, split, join, guard);
  });
  return {
    xml: `<bpmn:${tag} id="${split}"/><bpmn:${tag} id="${join}"/>${parts.map((part) => part.xml).join('')}${flows.join('')}`,
    entry: split,
    exit: join,
  };
}

function drawLoop({ id, body, times }: Extract<Block, { kind: 'loop' }>, pen: Pen): Drawn {
  const turns = `${id}_turns`;
  const part = draw(body, pen);
  const inner = part.entry
    ? part.xml + flow(pen, `${id}_in`, part.entry) + flow(pen, part.exit!, `${id}_count`)
    : flow(pen, `${id}_in`, `${id}_count`);
  const onward = pen.nextFlow();
  return {
    xml: `<bpmn:scriptTask id="${id}_zero" motcua:resultVariable="${turns}"><bpmn:script>0</bpmn:script></bpmn:scriptTask>${flow(pen, `${id}_zero`, `${id}_in`)}<bpmn:exclusiveGateway id="${id}_in"/><bpmn:scriptTask id="${id}_count" motcua:resultVariable="${turns}"><bpmn:script>${turns} + 1</bpmn:script></bpmn:scriptTask><bpmn:exclusiveGateway id="${id}_out" default="${onward}"/><bpmn:exclusiveGateway id="${id}_after"/>${inner}${flow(pen, `${id}_count`, `${id}_out`)}${flow(pen, `${id}_out`, `${id}_in`, `${turns} < ${times}`)}<bpmn:sequenceFlow id="${onward}" sourceRef="${id}_out" targetRef="${id}_after"/>`,
    entry: `${id}_zero`,
    exit: `${id}_after`,
  };
}

function drawGuarded({ id, isInterrupting, detour }: Extract<Block, { kind: 'guarded' }>, pen: Pen): Drawn {
  const part = draw(detour, pen);
  const after = isInterrupting ? `${id}_after` : `${id}_aside`;
  const tail = part.entry
    ? part.xml + flow(pen, `${id}_timer`, part.entry) + flow(pen, part.exit!, after)
    : flow(pen, `${id}_timer`, after);
  const timer = `<bpmn:boundaryEvent id="${id}_timer" attachedToRef="${id}" cancelActivity="${isInterrupting}"><bpmn:timerEventDefinition id="${id}_def"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>`;
  const exits = isInterrupting
    ? `<bpmn:exclusiveGateway id="${after}"/>${flow(pen, id, after)}`
    : `<bpmn:endEvent id="${after}"/>`;
  return {
    xml: `<bpmn:userTask id="${id}"/>${timer}${exits}${tail}`,
    entry: id,
    exit: isInterrupting ? after : id,
  };
}

function drawRace({ id, branches }: Extract<Block, { kind: 'race' }>, pen: Pen): Drawn {
  const parts = branches.map((branch, index) => {
    const timer = `${id}_timer${index}`;
    const part = draw(branch, pen);
    const tail = part.entry
      ? part.xml + flow(pen, timer, part.entry) + flow(pen, part.exit!, `${id}_after`)
      : flow(pen, timer, `${id}_after`);
    return `<bpmn:intermediateCatchEvent id="${timer}"><bpmn:timerEventDefinition id="${timer}_def"><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>${flow(pen, `${id}_gate`, timer)}${tail}`;
  });
  return {
    xml: `<bpmn:eventBasedGateway id="${id}_gate"/><bpmn:exclusiveGateway id="${id}_after"/>${parts.join('')}`,
    entry: `${id}_gate`,
    exit: `${id}_after`,
  };
}

function drawFailing({ id, body, handler }: Extract<Block, { kind: 'failing' }>, pen: Pen): Drawn {
  const inside = drawScope(body, id, pen).replace(
    `<bpmn:endEvent id="${id}_end"/>`,
    `<bpmn:endEvent id="${id}_end"><bpmn:errorEventDefinition id="${id}_thrown"/></bpmn:endEvent>`,
  );
  const part = draw(handler, pen);
  const tail = part.entry
    ? part.xml + flow(pen, `${id}_caught`, part.entry) + flow(pen, part.exit!, `${id}_after`)
    : flow(pen, `${id}_caught`, `${id}_after`);
  return {
    xml: `<bpmn:subProcess id="${id}">${inside}</bpmn:subProcess><bpmn:boundaryEvent id="${id}_caught" attachedToRef="${id}"><bpmn:errorEventDefinition id="${id}_def"/></bpmn:boundaryEvent><bpmn:exclusiveGateway id="${id}_after"/>${tail}`,
    entry: id,
    exit: `${id}_after`,
  };
}

function flow(pen: Pen, from: string, to: string, condition?: string): string {
  const body = condition
    ? `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${condition.replace('<', '&lt;')}</bpmn:conditionExpression>`
    : '';
  return `<bpmn:sequenceFlow id="${pen.nextFlow()}" sourceRef="${from}" targetRef="${to}">${body}</bpmn:sequenceFlow>`;
}
