import { expect, it } from '@jest/globals';
import { compileProcess, graphOf } from '../../engine/index.ts';
import { buildProcess } from '../support/build-process.ts';

it('tells the shape of a process as plain data', async () => {
  const drawing = `
    start S
    user A name=Check multi=3
    boundary B on=A timer=PT1H
    subprocess Sub {
      start S2
      throw Go link=L
      catch Here link=L
      end E2 terminate
      S2 -> Go
      Here -> E2
    }
    end E
    S -> A -> Sub -> E
    B -> E`;
  const { process } = await compileProcess(buildProcess(drawing));
  const node = (id: string, rest: object) => ({ id, name: id, triggers: [], isMultiple: false, ...rest });
  expect(graphOf(process!)).toEqual({
    entries: ['S'],
    nodes: [
      node('S', { kind: 'startEvent', next: ['A'] }),
      node('A', { name: 'Check', kind: 'userTask', next: ['Sub'], isMultiple: true }),
      node('B', { kind: 'boundaryEvent', next: ['E'], host: 'A', triggers: ['timer'] }),
      node('Sub', {
        kind: 'subProcess',
        next: ['E'],
        body: {
          entries: ['S2'],
          nodes: [
            node('S2', { kind: 'startEvent', next: ['Go'] }),
            node('Go', { kind: 'throwEvent', next: ['Here'], triggers: ['link'] }),
            node('Here', { kind: 'catchEvent', next: ['E2'], triggers: ['link'] }),
            node('E2', { kind: 'endEvent', next: [], triggers: ['terminate'] }),
          ],
        },
      }),
      node('E', { kind: 'endEvent', next: [] }),
    ],
  });
});
