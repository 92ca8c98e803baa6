import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startServer, type TestServer } from '../support/start-server.ts';
import type { TestClient } from '../support/test-client.ts';

const PROCESSES = '/procedures/2.000815/processes';

let server: TestServer;
let owner: TestClient;
let office: TestClient;
let xml: string;

beforeAll(async () => {
  server = await startServer();
  owner = await server.as('chuquytrinh');
  office = await server.as('vanphong');
  xml = (await owner.get(`${PROCESSES}/1`)).body.xml;
});
afterAll(() => server.close());

async function draft(): Promise<string> {
  const { body } = await owner.post(PROCESSES, { xml });
  return `${PROCESSES}/${body.version}`;
}

describe('a remark on a version', () => {
  it('is made by whoever looks it over, stands on its element, and is settled by the owner', async () => {
    const path = await draft();

    const { status, body: made } = await office.post(`${path}/comments`, {
      element: 'Ky',
      text: 'Nêu rõ người được ủy quyền ký',
    });
    const byOffice = await office.put(`${path}/comments/${made.id}`, { isSettled: true });
    const settled = await owner.put(`${path}/comments/${made.id}`, { isSettled: true });

    expect(status).toBe(201);
    expect(byOffice.status).toBe(403);
    expect(settled.body).toEqual({ ...made, isSettled: true });
    expect((await owner.get(path)).body.comments).toEqual([settled.body]);
  });

  it('is refused empty, and not found on another version', async () => {
    const path = await draft();
    expect((await office.post(`${path}/comments`, { text: ' ' })).status).toBe(422);
    expect((await owner.put(`${path}/comments/none`, { isSettled: true })).status).toBe(404);
  });

  it('is no change of the drawing: whoever draws can save all the same', async () => {
    const path = await draft();
    const { revision } = (await owner.get(path)).body;
    await office.post(`${path}/comments`, { text: 'Đã xem' });
    expect((await owner.put(path, { xml, revision })).status).toBe(200);
  });
});

describe('a drawing that is not saved', () => {
  it('is told apart from the saved one in words, what only stands elsewhere last', async () => {
    const path = await draft();
    const drawn = xml
      .replace(/(bpmnElement="VaoSo"[^>]*>\s*<dc:Bounds x=")(\d+)/, '$199')
      .replace(/(id="Ky"[^>]*motcua:duration=")PT\d+H/, '$1P2D');

    const { body } = await office.post(`${path}/diff`, { xml: drawn });

    expect(body.changes).toMatchObject([
      { kind: 'changed', element: 'Ky' },
      { kind: 'moved', element: 'VaoSo' },
    ]);
    expect(body.changes[0].text).toContain('2 ngày');
    expect(body.changes[1].text).toMatch(/^Chuyển chỗ bước/);
  });
});
