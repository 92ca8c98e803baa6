import { describe, expect, it } from '@jest/globals';
import { BpmnModdle } from 'bpmn-moddle';
import type { BusinessObject, DiagramElement } from '../../designer/process/panel/diagram-element.ts';
import { namedEventOf, setEventName } from '../../designer/process/panel/event-name.ts';
import { compileProcess } from '../../engine/index.ts';
import { buildProcess } from '../support/build-process.ts';

const TEXT = `
  start S
  catch Wait message=paid
  throw Tell message=done
  user A
  boundary Failed on=A error=wrong
  end E
  S -> Wait -> A -> Tell -> E
  Failed -> E`;

/** The drawing library's services as far as the panel uses them, on a real model. */
async function drawing() {
  const moddle = new BpmnModdle() as BpmnModdle & { create(type: string, properties: object): object };
  const { rootElement } = await moddle.fromXML(buildProcess(TEXT));
  const definitions = rootElement as unknown as BusinessObject;
  const process = (definitions.get('rootElements') as BusinessObject[]).find(
    ({ $type }) => $type === 'bpmn:Process',
  )!;
  const elements = process.get('flowElements') as BusinessObject[];
  const services: Record<string, unknown> = {
    modeling: {
      updateModdleProperties: (_: unknown, object: object, properties: object) =>
        Object.assign(object, properties),
    },
    bpmnFactory: {
      create: (type: string, properties: object) => moddle.create(type, { id: 'New', ...properties }),
    },
  };
  const modeler = { get: (name: string) => services[name] } as never;
  const element = (id: string): DiagramElement => {
    const businessObject = elements.find((each) => each.id === id)!;
    return { id, type: businessObject.$type, businessObject };
  };
  return { modeler, element, xml: async () => (await moddle.toXML(rootElement)).xml };
}

describe('the name of an event', () => {
  it('is read with those of its kind that the file has', async () => {
    const { element } = await drawing();
    expect(namedEventOf(element('Wait'))).toEqual({
      kind: 'message',
      name: 'paid',
      others: ['paid', 'done'],
    });
    expect(namedEventOf(element('Failed'))).toMatchObject({ kind: 'error', name: 'wrong' });
    expect(namedEventOf(element('A'))).toBeUndefined();
  });

  it('refers to what the file has by that name', async () => {
    const { modeler, element } = await drawing();
    setEventName(modeler, element('Wait'), 'done');
    expect(namedEventOf(element('Wait'))).toMatchObject({ name: 'done', others: ['paid', 'done'] });
  });

  it.each([
    ['Wait', 'approved'],
    ['Failed', 'late'],
  ])('adds what the file does not have yet: %s by "%s", which the kernel runs', async (id, name) => {
    const { modeler, element, xml } = await drawing();
    setEventName(modeler, element(id), name);
    expect(namedEventOf(element(id))).toMatchObject({ name });
    const { diagnostics } = await compileProcess(await xml());
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('is taken away by an empty one', async () => {
    const { modeler, element } = await drawing();
    setEventName(modeler, element('Wait'), '');
    expect(namedEventOf(element('Wait'))).toMatchObject({ name: '' });
  });
});
