/**
 * A small language for processes, so that scenarios read as what they draw. One line an element or flow:
 *
 *     start S                           elements: a type, an id, options
 *     user Review
 *     xor Choice default=no
 *     subprocess Sub {                  sub-processes nest with braces
 *       ...
 *     }
 *     S -> Review -> Choice             flows; `Choice -> A : amount > 3` carries a condition,
 *     Choice -yes-> A : amount > 3      and `-yes->` gives a flow its id (else `A_to_B`)
 *
 * Options: `key=value` (value to the next blank, or "quoted"). Events: `message=M`, `signal=S`, `timer=PT4H`,
 * `date=...`, `cycle=R3/PT1H`, `error=E`, `escalation=E`, `condition="x > 3"`, `compensate`, `link=L`, `terminate`,
 * `cancel`, `none`. Boundaries: `boundary B on=Task timer=PT4H [nonInterrupting]`. Activities: `multi=3`,
 * `collection=items element=item`, `sequential`, `completion="..."`, `loop="again = true"`, `testBefore`, `max=3`,
 * `forCompensation`, `startQuantity=2`. Anything with a colon (`motcua:unit=x`) becomes an attribute as it stands.
 */
export function buildProcess(text: string, options: { id?: string; executable?: boolean } = {}): string {
  return definitions([{ id: options.id ?? 'P', text, ...options }]);
}

/** Several processes in one file; message flows as `Source -> Target`. */
export function buildFile(processes: Record<string, string>, messageFlows: string[] = []): string {
  const flows = messageFlows.map((flow, index) => {
    const [source, target] = flow.split('->').map((part) => part.trim());
    return `<messageFlow id="mf${index}" sourceRef="${source}" targetRef="${target}"/>`;
  });
  const ids = Object.keys(processes);
  const participants = ids.map((id) => `<participant id="pool_${id}" processRef="${id}"/>`);
  const collaboration =
    flows.length > 0 ? `<collaboration id="c">${participants.join('')}${flows.join('')}</collaboration>` : '';
  return definitions(
    ids.map((id) => ({ id, text: processes[id]! })),
    collaboration,
  );
}

const TYPES: Record<string, string> = {
  start: 'startEvent',
  end: 'endEvent',
  throw: 'intermediateThrowEvent',
  catch: 'intermediateCatchEvent',
  boundary: 'boundaryEvent',
  task: 'task',
  user: 'userTask',
  manual: 'manualTask',
  service: 'serviceTask',
  script: 'scriptTask',
  rule: 'businessRuleTask',
  send: 'sendTask',
  receive: 'receiveTask',
  call: 'callActivity',
  subprocess: 'subProcess',
  eventsubprocess: 'subProcess',
  transaction: 'transaction',
  adhoc: 'adHocSubProcess',
  xor: 'exclusiveGateway',
  or: 'inclusiveGateway',
  and: 'parallelGateway',
  complex: 'complexGateway',
  race: 'eventBasedGateway',
};

interface Root {
  messages: Set<string>;
  signals: Set<string>;
  errors: Set<string>;
  escalations: Set<string>;
}
type Options = Record<string, string>;

function definitions(
  processes: { id: string; text: string; executable?: boolean }[],
  collaboration = '',
): string {
  const root: Root = { messages: new Set(), signals: new Set(), errors: new Set(), escalations: new Set() };
  const bodies = processes.map(({ id, text, executable = true }) => {
    const lines = text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '' && !line.startsWith('#'));
    return `<process id="${id}" isExecutable="${executable}">${scope(lines, root)}</process>`;
  });
  const list = (tag: string, names: Set<string>, code = '') =>
    [...names]
      .map((name) => `<${tag} id="${tag}_${name}" name="${name}"${code && ` ${code}="${name}"`}/>`)
      .join('');
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
 xmlns:motcua="urn:motcua:bpmn:1" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
 xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="defs" targetNamespace="urn:test">
${list('message', root.messages)}${list('signal', root.signals)}${list('error', root.errors, 'errorCode')}${list('escalation', root.escalations, 'escalationCode')}
${collaboration}${bodies.join('\n')}</definitions>`;
}

function scope(lines: string[], root: Root): string {
  let xml = '';
  while (lines.length > 0) {
    const line = lines.shift()!;
    if (line === '}') return xml;
    if (line.startsWith('lanes ')) xml = lanes(line) + xml;
    else if (/-\w*->|->/.test(line)) xml += flows(line);
    else if (line.startsWith('undo ')) xml += association(line);
    else if (line.startsWith('data ')) xml += `<dataObject id="${line.slice(5)}" name="${line.slice(5)}"/>`;
    else xml += element(line, lines, root);
  }
  return xml;
}

/** `lanes clerk: A, B; leader: C` */
function lanes(line: string): string {
  const sets = line
    .slice(6)
    .split(';')
    .map((lane) => {
      const [name, nodes] = lane.split(':').map((part) => part.trim());
      const refs = nodes!.split(',').map((node) => `<flowNodeRef>${node.trim()}</flowNodeRef>`);
      return `<lane id="lane_${name}" name="${name}" motcua:role="${name}">${refs.join('')}</lane>`;
    });
  return `<laneSet id="lanes">${sets.join('')}</laneSet>`;
}

/** `undo Boundary Handler` links a compensation boundary to its handler. */
function association(line: string): string {
  const [, source, target] = line.split(/\s+/);
  return `<association id="undo_${source}" associationDirection="One" sourceRef="${source}" targetRef="${target}"/>`;
}

function flows(line: string): string {
  const [path, ...rest] = line.split(/\s:\s/);
  const condition = rest.join(' : ').trim();
  const parts = path!.trim().split(/\s*-(?:(\w+)-)?>\s*/);
  let xml = '';
  for (let index = 0; index + 2 < parts.length; index += 2) {
    const [source, name, target] = [parts[index]!, parts[index + 1], parts[index + 2]!];
    const isLast = index + 4 > parts.length;
    const inner =
      condition && isLast
        ? `<conditionExpression xsi:type="tFormalExpression">${xmlText(condition)}</conditionExpression>`
        : '';
    xml += `<sequenceFlow id="${name ?? `${source}_to_${target}`}" sourceRef="${source}" targetRef="${target}">${inner}</sequenceFlow>`;
  }
  return xml;
}

function element(line: string, lines: string[], root: Root): string {
  const [, type, id, rest] = /^(\w+)\s+([\w.-]+)\s*(.*?)\s*\{?$/.exec(line)!;
  const tag = TYPES[type!];
  if (!tag) throw new Error(`unknown element type in: ${line}`);
  const options = readOptions(rest!);
  const inside = line.endsWith('{') ? scope(lines, root) : '';
  return `<${tag} id="${id}"${attributes(type!, options)}>${children(type!, options, root)}${inside}</${tag}>`;
}

function readOptions(text: string): Options {
  const options: Options = {};
  for (const [, key, quoted, plain] of text.matchAll(/([\w:]+)(?:=(?:"([^"]*)"|(\S+)))?/g))
    options[key!] = quoted ?? plain ?? 'true';
  return options;
}

const PLAIN: Record<string, string> = {
  name: 'name',
  on: 'attachedToRef',
  default: 'default',
  instantiate: 'instantiate',
  parallelMultiple: 'parallelMultiple',
  gateway: 'eventGatewayType',
  direction: 'gatewayDirection',
  calls: 'calledElement',
  format: 'scriptFormat',
  startQuantity: 'startQuantity',
  completionQuantity: 'completionQuantity',
  ordering: 'ordering',
};

function attributes(type: string, options: Options): string {
  let xml = type === 'eventsubprocess' ? ' triggeredByEvent="true"' : '';
  for (const [key, value] of Object.entries(options)) {
    if (PLAIN[key]) xml += ` ${PLAIN[key]}="${xmlText(value)}"`;
    else if (/^(motcua|camunda):/.test(key) && !/:(collection|elementVariable)$/.test(key))
      xml += ` ${key}="${xmlText(value)}"`;
  }
  if (options['nonInterrupting'])
    xml += type === 'boundary' ? ' cancelActivity="false"' : ' isInterrupting="false"';
  if (options['forCompensation']) xml += ' isForCompensation="true"';
  if ((type === 'receive' || type === 'send') && options['message'])
    xml += ` messageRef="message_${options['message']}"`;
  return xml;
}

function children(type: string, options: Options, root: Root): string {
  if (options['message']) root.messages.add(options['message']);
  const isEvent = ['start', 'end', 'throw', 'catch', 'boundary'].includes(type);
  let xml = '';
  const io = ['in', 'out']
    .filter((way) => options[way])
    .map((way) =>
      options[way]!.split(';')
        .map((each) => {
          const [target, source] = each.split(':=').map((part) => part.trim());
          return `<zeebe:${way}put source="=${xmlText(source!)}" target="${target}"/>`;
        })
        .join(''),
    );
  const mapped = io.length > 0 ? `<zeebe:ioMapping>${io.join('')}</zeebe:ioMapping>` : '';
  const extra = options['xml'] ?? '';
  if (mapped || extra) xml += `<extensionElements>${mapped}${extra}</extensionElements>`;
  if (options['script']) xml += `<script>${xmlText(options['script'])}</script>`;
  if (isEvent) xml += eventDefinitions(options, root);
  else xml += loop(options);
  if (type === 'complex' && options['activation'])
    xml += `<activationCondition>${xmlText(options['activation'])}</activationCondition>`;
  if (type === 'adhoc' && options['completion'])
    xml += `<completionCondition>${xmlText(options['completion'])}</completionCondition>`;
  return xml;
}

function eventDefinitions(options: Options, root: Root): string {
  let xml = '';
  const named = (key: string, names: Set<string>, tag: string, ref: string) => {
    const name = options[key];
    if (name === undefined) return;
    if (name === 'true') xml += `<${tag}/>`;
    else {
      names.add(name);
      xml += `<${tag} ${ref}="${key}_${name}"/>`;
    }
  };
  named('message', root.messages, 'messageEventDefinition', 'messageRef');
  named('signal', root.signals, 'signalEventDefinition', 'signalRef');
  named('error', root.errors, 'errorEventDefinition', 'errorRef');
  named('escalation', root.escalations, 'escalationEventDefinition', 'escalationRef');
  const counts = options['counts'] ? ` motcua:counts="${options['counts']}"` : '';
  const timers = { timer: 'timeDuration', date: 'timeDate', cycle: 'timeCycle' } as const;
  for (const [key, tag] of Object.entries(timers))
    if (options[key])
      xml += `<timerEventDefinition${counts}><${tag}>${xmlText(options[key])}</${tag}></timerEventDefinition>`;
  if (options['condition'])
    xml += `<conditionalEventDefinition><condition>${xmlText(options['condition'])}</condition></conditionalEventDefinition>`;
  if (options['compensate'])
    xml += `<compensateEventDefinition${options['compensate'] === 'true' ? '' : ` activityRef="${options['compensate']}"`}/>`;
  if (options['link']) xml += `<linkEventDefinition name="${options['link']}"/>`;
  if (options['terminate']) xml += '<terminateEventDefinition/>';
  if (options['cancel']) xml += '<cancelEventDefinition/>';
  return xml;
}

function loop(options: Options): string {
  if (options['loop'] || options['max']) {
    const before = options['testBefore'] ? ' testBefore="true"' : '';
    const max = options['max'] ? ` loopMaximum="${options['max']}"` : '';
    const condition = options['loop'] ? `<loopCondition>${xmlText(options['loop'])}</loopCondition>` : '';
    return `<standardLoopCharacteristics${before}${max}>${condition}</standardLoopCharacteristics>`;
  }
  if (!options['multi'] && !options['collection']) return '';
  const sequential = options['sequential'] ? ' isSequential="true"' : '';
  const completion = options['completion']
    ? `<completionCondition>${xmlText(options['completion'])}</completionCondition>`
    : '';
  const pairs = {
    collection: 'inputCollection',
    element: 'inputElement',
    results: 'outputCollection',
    result: 'outputElement',
  };
  const zeebe = Object.entries(pairs)
    .filter(([key]) => options[key])
    .map(
      ([key, name]) =>
        ` ${name}="${/Collection$/.test(name) && key === 'results' ? '' : key === 'element' ? '' : '='}${xmlText(options[key]!)}"`,
    )
    .join('');
  const extension = zeebe
    ? `<extensionElements><zeebe:loopCharacteristics${zeebe}/></extensionElements>`
    : '';
  const cardinality = options['multi']
    ? `<loopCardinality>${xmlText(options['multi'])}</loopCardinality>`
    : '';
  return `<multiInstanceLoopCharacteristics${sequential}>${extension}${cardinality}${completion}</multiInstanceLoopCharacteristics>`;
}

function xmlText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
