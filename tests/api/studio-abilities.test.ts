import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startServer, type TestServer } from '../support/start-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
}, 60_000);
afterAll(() => server?.close());

describe('what the studio offers a form designer', () => {
  it('is to save and publish a new version of an e-form, and he does', async () => {
    const designer = await server.as('thietkebieumau');
    const { body: form } = await designer.get('/forms/assignment');
    expect(form.abilities).toEqual(expect.arrayContaining(['create-version', 'publish']));
    const { schema, ui } = form.published;
    const saved = await designer.post('/forms/assignment/versions', { schema, ui });
    expect(saved.body).toMatchObject({ version: 2, state: 'draft' });
    expect((await designer.post('/forms/assignment/versions/2/publish', {})).status).toBe(200);
    const { body: after } = await designer.get('/forms/assignment');
    expect(after.published.version).toBe(2);
  });
});
