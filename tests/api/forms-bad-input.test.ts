/** What people and programs send into a form that they should not: each is answered at its field, nothing is taken in. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Application, buildApplication, HOUSE_PERMIT } from '../support/build-application.ts';
import { startServer, type TestServer } from '../support/start-server.ts';
import type { TestClient } from '../support/test-client.ts';

describe('a form with bad input', () => {
  let server: TestServer;
  let counter: TestClient;
  let sound: Application;

  beforeAll(async () => {
    server = await startServer();
    counter = await server.as('motcua');
    sound = await buildApplication(counter, HOUSE_PERMIT);
  });
  afterAll(() => server.close());

  const rows = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ name: `Tầng ${index}`, area: 1 }));
  const deep = (depth: number): unknown => JSON.parse(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`);

  it.each([
    [
      'a megabyte in a text field',
      () => ({ street: 'a'.repeat(1_048_576) }),
      '/form/street',
      'form.maxLength',
    ],
    ['ten thousand rows', () => ({ floors: rows(10_000) }), '/form/floors', 'form.maxItems'],
    ['a row that is none', () => ({ floors: ['Tầng 1'] }), '/form/floors/0', 'form.type'],
    ['a text where a number belongs', () => ({ plotArea: '120' }), '/form/plotArea', 'form.type'],
    [
      'a property that the form does not have',
      () => ({ isAdmin: true }),
      '/form/isAdmin',
      'form.additionalProperties',
    ],
    [
      'the constructor',
      () => ({ constructor: { prototype: 1 } }),
      '/form/constructor',
      'form.additionalProperties',
    ],
    ['a field nested ninety deep', () => ({ street: deep(90) }), '/form/street', 'form.type'],
  ])('answers %s at the field', async (_what, changes, pointer, code) => {
    // spread would set a prototype instead of a key
    const form = Object.fromEntries([...Object.entries(sound.form), ...Object.entries(changes())]);
    const { status, body } = await counter.post('/dossiers', { ...sound, form });

    expect(status).toBe(422);
    expect(body.errors).toContainEqual(
      expect.objectContaining({ pointer, code, detail: expect.stringMatching(/\S/) }),
    );
    expect(body.errors.length).toBeLessThanOrEqual(200);
  });

  it('says of data nested without end that they are too deep', async () => {
    const answer = await counter.fetch('/forms/house-permit-application/validate', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `{"data":${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}}`,
    });

    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ valid: false, errors: [{ pointer: '', keyword: 'depth' }] });
  });

  it('has taken nothing in, and takes in the corrected answer under the next code', async () => {
    const { body: list } = await counter.get('/dossiers');
    const { status, body } = await counter.post('/dossiers', sound);

    expect(list.items).toEqual([]);
    expect(status).toBe(201);
    expect(body.code).toMatch(/-0001$/);
  });

  it('never lets a key of the prototype through', async () => {
    const form = Object.fromEntries([
      ...Object.entries(sound.form),
      ...Object.entries(JSON.parse('{"__proto__":{"isAdmin":true}}')),
    ]);

    const { body } = await counter.post('/dossiers', { ...sound, form });

    expect(Object.keys(body.form)).not.toContain('__proto__');
    expect(body.form.isAdmin).toBeUndefined();
    expect(Object.hasOwn(Object.prototype, 'isAdmin')).toBe(false);
  });
});
