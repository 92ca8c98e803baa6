import { describe, expect, it } from '@jest/globals';
import type { Plan } from '../../engine/index.ts';
import { buildFile, buildProcess } from '../support/build-process.ts';
import { keepCompiled, keepTraced } from '../support/keep-compiled.ts';

const MODEL = 'http://www.omg.org/spec/BPMN/20100524/MODEL';

/** Diagnostics without notes, then the events of these types as `type element`. */
async function traceOf(xml: string, plan: Plan = {}) {
  const { diagnostics, events, result } = await keepTraced(xml, plan);
  await keepCompiled(xml);
  return {
    findings: diagnostics.filter(({ severity }) => severity !== 'info').map(({ code }) => code),
    completed: events.filter(({ type }) => type === 'complete').map(({ element }) => element),
    ...result,
  };
}

/** A file as its tool writes it: the namespace under `prefix`, one task between start and end. */
const fileWith = (prefix: string, { task = 'A', flow = 'F', executable = ' isExecutable="true"' } = {}) => {
  const tag = prefix === '' ? '' : `${prefix}:`;
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<${tag}definitions xmlns${prefix && `:${prefix}`}="${MODEL}" targetNamespace="urn:x"><${tag}process id="P"${executable}>
<${tag}startEvent id="S"/><${tag}task id="${task}"><${tag}incoming>${flow}</${tag}incoming></${tag}task><${tag}endEvent id="E"/>
<${tag}sequenceFlow id="${flow}" sourceRef="S" targetRef="${task}"/><${tag}sequenceFlow id="G" sourceRef='${task}' targetRef="E"/>
</${tag}process></${tag}definitions>`;
};

describe('a file drawn elsewhere', () => {
  it.each(['bpmn', 'bpmn2', 'semantic', 'model', ''])('runs with the prefix "%s"', async (prefix) => {
    expect(await traceOf(fileWith(prefix))).toMatchObject({ findings: [], completed: ['A'] });
  });

  it('runs behind a byte order mark, and when it declares another encoding', async () => {
    const xml = `\uFEFF${fileWith('bpmn').replace('UTF-8', 'ISO-8859-1')}`;
    expect(await traceOf(xml)).toMatchObject({ findings: [], state: 'completed' });
  });

  it('runs when nothing in it is marked executable, and says so', async () => {
    const xml = fileWith('bpmn', { executable: '' });
    expect(await traceOf(xml)).toMatchObject({ findings: [], completed: ['A'] });
    const { diagnostics } = await keepCompiled(xml);
    expect(diagnostics).toContainEqual(
      expect.objectContaining({ code: 'process.not-executable', element: 'P' }),
    );
  });

  it.each(['1A', 'Bước 1', '{3F2504E0-4F89}', 'a&#32;b', 'ü'])('keeps the id %s as written', async (task) => {
    const traced = await traceOf(fileWith('bpmn', { task, flow: `2 ${task}` }));
    expect(traced).toMatchObject({ findings: [], completed: [task], state: 'completed' });
  });

  it('reports two elements with one id that is not legal', async () => {
    const xml = fileWith('bpmn', { task: '1A' }).replace('id="E"', 'id="1A"');
    expect((await traceOf(xml)).findings).toContain('id.duplicate');
  });

  it('leaves texts alone that look like ids', async () => {
    const xml = buildProcess('start S\nscript A script="1" motcua:resultVariable=x\nS -> A')
      .replaceAll('"A"', '"1 A"')
      .replace(/<script>1<\/script>/, '<script><![CDATA["id=\\"1 A\\""]]></script>');
    expect((await traceOf(xml)).variables).toEqual({ x: 'id="1 A"' });
  });

  it('gives sequence flows drawn without an id one of their own', async () => {
    const xml = fileWith('bpmn').replaceAll(/(sequenceFlow) id="\w"/g, '$1');
    const { events, result } = await keepTraced(xml);
    expect(result.state).toBe('completed');
    expect(events.filter(({ type }) => type === 'take').map(({ element }) => element)).toEqual([
      'S-A',
      'A-E',
    ]);
  });

  it.each(['http://www.w3.org/1999/XPath', 'http://www.mvel.org/2.0', 'groovy', 'text/javascript'])(
    'names the expression language %s',
    async (language) => {
      const xml = buildProcess('start S\nxor X default=n\nuser A\nuser B\nS -> X\nX -> A : x > 1\nX -n-> B');
      const foreign = xml.replace('<conditionExpression', `<conditionExpression language="${language}"`);
      expect((await traceOf(foreign)).findings).toEqual(['expression.language']);
    },
  );
});

describe('tracing processes that go round', () => {
  it('stops a circle of tasks that nothing waits in', async () => {
    const traced = await traceOf(buildProcess('start S\ntask A\nservice B\nS -> A -> B\nB -> A'));
    expect(traced).toMatchObject({ findings: ['trace.circle'], state: 'waiting' });
  });

  it.each(['', ' sequential'])('lets a%s multi-instance have as many turns as it asks for', async (order) => {
    const xml = buildProcess(`start S\nservice A multi=1200${order}\nend E\nS -> A -> E`);
    expect(await traceOf(xml)).toMatchObject({ findings: [], state: 'completed' });
  });

  it('stops a circle with a multi-instance on it', async () => {
    const xml = buildProcess('start S\nservice A multi=2\nservice B\nS -> A -> B\nB -> A');
    expect(await traceOf(xml)).toMatchObject({ findings: ['trace.circle'], state: 'waiting' });
  });

  it('stops a circle that doubles its tokens long before a thousand rounds', async () => {
    const xml = buildProcess(
      'start S\nxor X\nand Q\nservice A\nservice B\nS -> X -> Q\nQ -> A -> X\nQ -> B -> X',
    );
    const { state, findings, completed } = await traceOf(xml);
    expect([state, findings]).toEqual(['waiting', ['trace.circle', 'trace.circle']]);
    expect(completed.length).toBeLessThan(1000);
  });

  it('stops two processes that call each other with signals', async () => {
    const echo = (me: string, hears: string, calls: string) =>
      `start S${me}\nxor X${me}\ncatch C${me} signal=${hears}\nthrow T${me} signal=${calls}\nS${me} -> X${me} -> C${me} -> T${me}\nT${me} -> X${me}`;
    const xml = buildFile({ P: echo('1', 'ping', 'pong'), Q: echo('2', 'pong', 'ping') });
    expect(await traceOf(xml, { steps: [{ signal: 'ping' }] })).toMatchObject({
      findings: ['trace.circle'],
      state: 'waiting',
      open: ['C1', 'C2'],
    });
  });

  it('fails when only a process is left that a broken one would call', async () => {
    const xml = buildFile({
      P: 'start S\ncall C calls=Q\nscript D script=x format=groovy\nS -> C -> D',
      Q: 'start T\nuser U\nT -> U',
    });
    expect(await traceOf(xml)).toMatchObject({ state: 'failed', open: [] });
  });
});
