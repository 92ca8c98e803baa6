import { describe, expect, it } from '@jest/globals';
import type { Plan } from '../../engine/index.ts';
import { buildProcess } from '../support/build-process.ts';
import { keepTraced } from '../support/keep-compiled.ts';

const traceOf = async (xml: string, plan?: Plan) => {
  const { events, result, diagnostics } = await keepTraced(xml, plan);
  return {
    completed: events.filter(({ type }) => type === 'complete').map(({ element }) => element),
    state: result.state,
    open: result.open,
    findings: diagnostics
      .filter(({ severity }) => severity !== 'info')
      .map(({ severity, code, element }) => `${severity} ${code} ${element}`),
  };
};

describe('a file written loosely', () => {
  it('may have blanks around the equals signs of attributes, which leaves their values alone', async () => {
    const xml = buildProcess('start S\nscript A script="x" motcua:resultVariable=y name="a = b"\nS -> A')
      .replace(/ (id|sourceRef|targetRef|name)="/g, '\n $1 = "')
      .replace('<process', '<!-- id = "kept" --><process');
    expect(xml).toContain('name = "a = b"');
    expect(await traceOf(xml, { input: { x: 1 } })).toEqual({
      completed: ['A'],
      state: 'completed',
      open: [],
      findings: [],
    });
  });

  it('may draw two shapes of one id: what is drawn is not run', async () => {
    const shape = '<di:BPMNShape id="twice" bpmnElement="A"/>';
    const xml = buildProcess('start S\ntask A\nS -> A').replace(
      '</definitions>',
      `<di:BPMNDiagram xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI"><di:BPMNPlane bpmnElement="P">${shape}${shape}</di:BPMNPlane></di:BPMNDiagram></definitions>`,
    );
    expect(await traceOf(xml)).toMatchObject({ completed: ['A'], findings: [] });
  });

  it('may leave the message of a receive task open: completing it or its own id goes on', async () => {
    const xml = buildProcess('start S\nreceive A\nreceive B\nS -> A -> B');
    expect(await traceOf(xml)).toEqual({
      completed: [],
      state: 'waiting',
      open: ['A'],
      findings: ['warning receive.no-message A', 'warning receive.no-message B'],
    });
    const steps = [{ complete: 'A' }, { message: 'B' }];
    expect(await traceOf(xml, { steps })).toMatchObject({ completed: ['A', 'B'], state: 'completed' });
  });

  it('may leave messages and signals without a name: their ids are taken', async () => {
    const xml = buildProcess('start S\ncatch C signal=bell\nS -> C').replace(' name="bell"', '');
    expect(await traceOf(xml, { steps: [{ signal: 'signal_bell' }] })).toMatchObject({
      state: 'completed',
      findings: ['warning name.from-id C'],
    });
  });

  it('may write a duration where a date is asked for, and join text to one that data give', async () => {
    const xml = buildProcess(`start S\ncatch D date=PT2H\ncatch M timer="PT\${hours}H"\nS -> D -> M`);
    const input = { hours: 3 };
    expect(await traceOf(xml, { input, steps: [{ advance: 'PT4H' }] })).toMatchObject({ open: ['M'] });
    expect(await traceOf(xml, { input, steps: [{ advance: 'PT5H' }] })).toMatchObject({
      state: 'completed',
      findings: [],
    });
  });

  it('is told once what is wrong with the trigger of an event sub-process', async () => {
    const xml = buildProcess(
      'start S\ntask A\nS -> A\neventsubprocess H {\nstart h cycle="0 0 * * * ?"\ntask B\nh -> B\n}',
    );
    expect((await traceOf(xml)).findings).toEqual(['error timer.cron h']);
  });
});

describe('a catcher whose error or escalation has no code', () => {
  const drawn = (thrown: string, caught: string) =>
    buildProcess(`start S
      subprocess Sub {
        start s
        end X ${thrown}
        s -> X
      }
      boundary B on=Sub ${caught}
      boundary Own on=Sub ${thrown}
      task Any
      task Exact
      S -> Sub
      B -> Any
      Own -> Exact`);

  it.each(['error', 'escalation'])('takes any %s', async (kind) => {
    const xml = drawn(`${kind}=e1`, `${kind}=e2`)
      .replace(/<boundaryEvent id="Own".*?<\/boundaryEvent>/, '')
      .replace(/<sequenceFlow id="Own_to_Exact".*?<\/sequenceFlow>/, '')
      .replace(/ (error|escalation)Code="e2"/, '');
    expect(await traceOf(xml)).toMatchObject({ completed: ['Any'] });
  });

  it.each(['error', 'escalation'])('stands back behind the %s that names what was thrown', async (kind) => {
    const xml = drawn(`${kind}=e1`, `${kind}=e2`).replace(/ (error|escalation)Code="[^"]*"/g, '');
    expect(await traceOf(xml)).toMatchObject({ completed: ['Exact'] });
  });
});
