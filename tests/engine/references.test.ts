import { describe, expect, it } from '@jest/globals';
import type { Plan } from '../../engine/index.ts';
import { buildFile, buildProcess } from '../support/build-process.ts';
import { keepTraced } from '../support/keep-compiled.ts';

/** Every reference to a root element or pool element with a prefix, as the schema's qualified names allow. */
const qualified = (xml: string) =>
  xml
    .replace('<definitions ', '<definitions xmlns:tns="urn:test" ')
    .replace(/<messageFlow [^>]*>/g, (flow) => flow.replace(/(sourceRef|targetRef)="/g, '$1="tns:'))
    .replace(/((?:message|signal|error|escalation|process)Ref)="/g, '$1="tns:');

/** The file without the declarations of its messages, signals, errors and escalations. */
const undeclared = (xml: string) => xml.replace(/<(message|signal|error|escalation) id=[^>]*\/>/g, '');

const completedIn = async (xml: string, plan?: Plan) => {
  const { events, result, diagnostics } = await keepTraced(xml, plan);
  return {
    completed: events.filter(({ type }) => type === 'complete').map(({ element }) => element),
    state: result.state,
    findings: diagnostics
      .filter(({ severity }) => severity !== 'info')
      .map(({ severity, code, element }) => `${severity} ${code} ${element}`),
  };
};

describe('a reference with a prefix', () => {
  it('leads to the element of that id, in events, tasks, pools and message flows', async () => {
    // given two pools that write to each other
    const file = buildFile(
      {
        P: 'start S\nsend T message=ask\nreceive R message=reply\nend E signal=done\nS -> T -> R -> E',
        Q: 'start s message=ask\nuser A\nsend B message=reply\nend e\ns -> A -> B -> e',
        W: 'start w signal=done\ntask D\nw -> D',
      },
      ['T -> s', 'B -> R'],
    );
    // when the plan does the one step of a person
    const traced = await completedIn(qualified(file), { steps: [{ complete: 'A' }] });
    // then every message and the signal have found their way
    expect(traced).toEqual({ completed: ['T', 'A', 'B', 'R', 'D'], state: 'completed', findings: [] });
  });

  it('keeps the code of an error and an escalation', async () => {
    const drawing = `start S
      subprocess Sub {
        start s
        throw T escalation=late
        end X error=refused
        s -> T -> X
      }
      boundary L on=Sub escalation=late nonInterrupting
      boundary B on=Sub error=refused
      task OnLate
      task OnRefused
      S -> Sub
      L -> OnLate
      B -> OnRefused`;
    const traced = await completedIn(qualified(buildProcess(drawing)));
    expect(traced).toEqual({ completed: ['OnLate', 'OnRefused'], state: 'completed', findings: [] });
  });
});

describe('a reference to what the file does not declare', () => {
  it('takes the id of a signal or message for its name, and says so on the element', async () => {
    const xml = undeclared(buildProcess('start S\ncatch C signal=bell\nreceive R message=mail\nS -> C -> R'));
    const steps = [{ signal: 'signal_bell' }, { message: 'message_mail' }];
    expect(await completedIn(xml, { steps })).toEqual({
      completed: ['R'],
      state: 'completed',
      findings: ['warning reference.undeclared C', 'warning reference.undeclared R'],
    });
  });

  it('does not make an error that only one boundary event names the error of all of them', async () => {
    const drawing = `start S
      subprocess Sub {
        start s
        end X error=second
        s -> X
      }
      boundary B1 on=Sub error=first
      boundary B2 on=Sub error=second
      task First
      task Second
      S -> Sub
      B1 -> First
      B2 -> Second`;
    expect(await completedIn(undeclared(buildProcess(drawing)))).toMatchObject({ completed: ['Second'] });
  });

  it('reports an activity to compensate that is not there, instead of compensating all', async () => {
    const xml = buildProcess('start S\ntask A\nend E compensate=Nobody\nS -> A -> E');
    expect((await completedIn(xml)).findings).toEqual(['error compensation.unknown-activity E']);
  });

  it('reads a collection that is named like a variable', async () => {
    const xml = buildProcess('start S\nuser A multi=1\nS -> A').replace(
      /<loopCardinality>.*<\/loopCardinality>/,
      '<loopDataInputRef>people</loopDataInputRef><inputDataItem name="person"/>',
    );
    const traced = await completedIn(xml, {
      input: { people: ['An', 'Bình'] },
      steps: [{ complete: 'A' }, { complete: 'A' }],
    });
    expect(traced).toMatchObject({ completed: ['A', 'A'], state: 'completed' });
  });

  it('reports a default flow that does not leave the gateway', async () => {
    const xml = buildProcess('start S\nxor X default=elsewhere\ntask A\nS -> X\nX -> A : go');
    expect((await completedIn(xml, { input: { go: true } })).findings).toContain(
      'warning flow.unknown-default X',
    );
  });
});
