import { describe, expect, it } from '@jest/globals';
import { programOf } from '../../engine/compile/program.ts';
import { type CompileOptions, compileProcess } from '../../engine/index.ts';

const file = (roots: string) =>
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="urn:t" xmlns:tns="urn:t">${roots}</definitions>`;
const process = (id: string, inside = '<startEvent id="S_X"/>', attributes = 'isExecutable="true"') =>
  `<process id="${id}" ${attributes}>${inside.replaceAll('_X', `_${id}`)}</process>`;
const calling = (name: string) =>
  `<startEvent id="S_X"/><callActivity id="C_X" calledElement="${name}"/><sequenceFlow id="f_X" sourceRef="S_X" targetRef="C_X"/>`;
const BROKEN =
  '<startEvent id="S_X"/><intermediateCatchEvent id="T_X"/><sequenceFlow id="f_X" sourceRef="S_X" targetRef="T_X"/>';

/** The process that is to run, all that can be run, and the findings. */
async function read(roots: string, options?: CompileOptions) {
  const compiled = await compileProcess(file(roots), options);
  return {
    process: compiled.process?.id ?? null,
    processes: Object.keys(compiled.processes),
    findings: compiled.diagnostics.map(({ severity, code, element }) =>
      [severity, code, ...(element ? [element] : [])].join(' '),
    ),
  };
}

describe('which processes of a file run', () => {
  it.each([
    ['an executable one beside a drawing', process('P') + process('Q', undefined, ''), 'P', ['P'], []],
    ['an executable one beside an empty pool', process('P') + process('Q', '', ''), 'P', ['P'], []],
    [
      'an executable one beside a broken drawing',
      process('P') + process('Q', BROKEN, ''),
      'P',
      ['P'],
      ['info event.no-trigger T_Q'],
    ],
    [
      'an executable one behind a broken drawing',
      process('Q', BROKEN, '') + process('P', calling('Nobody')),
      null,
      [],
      ['info event.no-trigger T_Q', 'error call.unknown-target C_P'],
    ],
    [
      'an executable one with what it calls',
      process('P', calling('Q')) + process('Q', undefined, ''),
      'P',
      ['P', 'Q'],
      [],
    ],
    [
      'an executable one without the broken one that it calls',
      process('P', calling('Q')) + process('Q', BROKEN, ''),
      'P',
      ['P'],
      ['error event.no-trigger T_Q'],
    ],
    ['the caller, though it stands behind', process('Q') + process('P', calling('Q')), 'P', ['Q', 'P'], []],
    [
      'the first of two that call each other',
      process('P', calling('Q')) + process('Q', calling('P')),
      'P',
      ['P', 'Q'],
      [],
    ],
    [
      'one that calls itself before one it does not',
      process('P', calling('P')) + process('Q'),
      'P',
      ['P', 'Q'],
      ['warning call.itself C_P'],
    ],
    ['the whole one of two', process('P', BROKEN) + process('Q'), 'Q', ['Q'], ['error event.no-trigger T_P']],
    ['none, if the only one is broken', process('P', BROKEN), null, [], ['error event.no-trigger T_P']],
    [
      'all drawings, if none is executable',
      process('P', undefined, '') + process('Q', BROKEN, '') + process('R', '', ''),
      'P',
      ['P'],
      ['error event.no-trigger T_Q', 'info process.not-executable P', 'info process.not-executable Q'],
    ],
    ['none, if the only executable one is empty', process('P', ''), null, [], ['error process.no-start P']],
    ['one that has no id', '<process isExecutable="true"><startEvent id="S"/></process>', '', [''], []],
    ['none, if all is empty', process('P', '', ''), null, [], ['error process.none']],
  ])('%s', async (_, roots, runs, processes, findings) => {
    expect(await read(roots)).toEqual({ process: runs, processes, findings });
  });

  it('are none where two elements have one id, wherever these stand', async () => {
    const twice = '<message id="m" name="a"/><message id="m" name="b"/>';
    expect(await read(twice + process('P'))).toEqual({
      process: null,
      processes: [],
      findings: ['error id.duplicate m'],
    });
  });

  it('are all where an id is only written in an odd way', async () => {
    expect(await read(process('1 P', '<startEvent id="S"/>'))).toEqual({
      process: '1 P',
      processes: ['1 P'],
      findings: ['info id.illegal 1 P'],
    });
  });

  it('are not choreographies, which are named as such', async () => {
    const { diagnostics } = await compileProcess(file('<choreography id="H"/>'));
    expect(diagnostics[0]?.message.en).toContain('Choreography');
  });

  it('are not choreographies or conversations', async () => {
    const others = '<choreography id="H"><startEvent id="s"/></choreography><globalConversation id="G"/>';
    expect(await read(others)).toEqual({
      process: null,
      processes: [],
      findings: ['error element.unsupported H', 'error element.unsupported G', 'error process.none'],
    });
  });
});

describe('what a call activity may name', () => {
  const roots =
    '<message id="M" name="m"/><globalTask id="T"/><globalUserTask id="U"/><dataStore id="Process_data" name="d"/>';

  it.each(['Q', 'T', 'U', 'tns:Q', 'Known'])('is a process or global task: %s', async (name) => {
    const known = { isCallable: (id: string) => id === 'Known' };
    const { findings } = await read(roots + process('P', calling(name)) + process('Q'), known);
    expect(findings).toEqual([]);
  });

  it.each(['M', 'S_Q', 'Process_data', 'Nobody', 'Known'])('is nothing else: %s', async (name) => {
    const { findings } = await read(roots + process('P', calling(name)) + process('Q'));
    expect(findings).toEqual(['error call.unknown-target C_P']);
  });
});

describe('the name of a process', () => {
  it.each([
    ['name=" Grant "', 'name="Pool"', 'Grant'],
    ['name="  "', 'name="Pool"', 'Pool'],
    ['', 'name="Pool"', 'Pool'],
    ['', '', 'P'],
  ])('with %j in a pool with %j is %s', async (own, pool, name) => {
    const roots = `<collaboration id="c"><participant id="office" ${pool} processRef="tns:P"/><participant id="box"/></collaboration>`;
    const compiled = await compileProcess(
      file(roots + process('P', undefined, `isExecutable="true" ${own}`)),
    );
    expect(programOf(compiled.process!)).toMatchObject({ name, pool: 'office' });
  });

  it('is its id without a pool', async () => {
    const { process: alone } = await compileProcess(file(process('P')));
    expect(programOf(alone!).name).toBe('P');
    expect(programOf(alone!)).not.toHaveProperty('pool');
  });
});

describe('message flows', () => {
  const collaboration = (flows: string) =>
    `<collaboration id="c"><participant id="p" processRef="P"/><participant id="q" processRef="Q"/><participant id="box"/>${flows}</collaboration>`;
  const flow = (ends: string, id = 'id="m"') => `<messageFlow ${id} ${ends}/>`;
  const steps =
    '<startEvent id="S_X"/><subProcess id="B_X"><task id="T_X"/></subProcess><sequenceFlow id="f_X" sourceRef="S_X" targetRef="B_X"/>';
  const two = process('P', steps) + process('Q', steps);
  const notes = ['info task.abstract T_P', 'info task.abstract T_Q'];

  it.each([
    'sourceRef="T_P" targetRef="T_Q"',
    'sourceRef="T_P" targetRef="q"',
    'sourceRef="box" targetRef="T_Q"',
    'sourceRef="T_P"',
    'targetRef="T_P"',
    '',
  ])('may lead from pool to pool, or lack an end: %s', async (ends) => {
    const { findings } = await read(collaboration(flow(ends)) + two);
    expect(findings).toEqual(notes);
  });

  it.each([
    'sourceRef="T_P" targetRef="S_P"',
    'sourceRef="T_P" targetRef="p"',
    'sourceRef="box" targetRef="box"',
  ])('may not stay in one: %s', async (ends) => {
    const { findings } = await read(collaboration(flow(ends)) + two);
    expect(findings).toEqual(['warning message-flow.same-pool m', ...notes]);
  });

  it('tell where an element sends its messages', async () => {
    const flows = [
      flow('sourceRef="T_P" targetRef="T_Q"', 'id="m1"'),
      flow('sourceRef="T_P" targetRef="box"', 'id="m2"'),
      flow('sourceRef="box" targetRef="T_P"', 'id="m3"'),
      flow('sourceRef="T_P" targetRef="S_Q"', ''),
    ];
    const compiled = await compileProcess(file(collaboration(flows.join('')) + two));
    expect([...programOf(compiled.process!).sends]).toEqual([['T_P', ['T_Q', 'box']]]);
  });
});

it('follows references with prefixes that lead round in a circle', async () => {
  const circle =
    '<startEvent id="S"/><exclusiveGateway id="G" default="tns:n"/><task id="A"/><sequenceFlow id="f" sourceRef="tns:S" targetRef="tns:G"/><sequenceFlow id="n" sourceRef="tns:G" targetRef="tns:A"/><sequenceFlow id="b" sourceRef="tns:A" targetRef="tns:G"/>';
  expect(await read(process('P', circle))).toMatchObject({ process: 'P', processes: ['P'] });
});
