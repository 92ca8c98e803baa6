import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startServer, type TestServer } from '../support/start-server.ts';
import type { TestClient } from '../support/test-client.ts';

const SCHEMA = {
  type: 'object',
  title: 'Phiếu thử',
  properties: { ten: { type: 'string', title: 'Họ và tên', minLength: 2 } },
  required: ['ten'],
};

let server: TestServer;
let designer: TestClient;
beforeAll(async () => {
  server = await startServer();
  designer = await server.as('thietkebieumau');
}, 60_000);
afterAll(() => server?.close());

describe('what uses a form', () => {
  it('is told of an application form: the procedure, and the conditions and papers that name a field', async () => {
    await designer.post('/templates/giay-bao/versions', {
      source: '<p>{{form.ownerName}}, {{#each form.floors}}{{area}}{{/each}}</p>',
    });
    await designer.post('/templates/giay-bao/versions/1/publish');

    const { status, body } = await designer.get('/forms/house-permit-application/uses');

    expect(status).toBe(200);
    expect(body.procedures).toEqual([{ code: '1.013225', name: expect.stringContaining('nhà ở riêng lẻ') }]);
    expect(body.steps).toEqual([]);
    expect(body.fields).toEqual([
      {
        path: 'ownerName',
        by: [{ kind: 'template', key: 'giay-bao', title: 'giay-bao', version: 1 }],
      },
      { path: 'floors', by: [expect.objectContaining({ key: 'giay-bao' })] },
      { path: 'floors[].area', by: [expect.objectContaining({ key: 'giay-bao' })] },
    ]);
  });

  it("is told of a step's form: the step, and the ways its answer decides", async () => {
    const { body } = await designer.get('/forms/house-permit-examination/uses');

    expect(body.steps).toEqual([
      expect.objectContaining({ procedure: '1.013225', state: 'published', element: 'ThamDinh' }),
    ]);
    const examination = body.fields.find(({ path }: { path: string }) => path === 'examination');
    expect(examination.by).toContainEqual(
      expect.objectContaining({
        kind: 'process',
        key: '1.013225',
        expression: expect.stringContaining('examination'),
      }),
    );
  });

  it('is no business of a citizen', async () => {
    const citizen = await server.as('congdan');
    expect((await citizen.get('/forms/house-permit-application/uses')).status).toBe(403);
    expect((await designer.get('/forms/khong-co/uses')).body.code).toBe('form.not-found');
  });
});

describe('a form in use', () => {
  it('is not retired while a procedure or a published step needs it', async () => {
    const application = await designer.post('/forms/house-permit-application/versions/1/retire');
    const step = await designer.post('/forms/house-permit-examination/versions/1/retire');

    expect([application.status, application.body.code]).toEqual([409, 'form.in-use']);
    expect(application.body.detail).toContain('1.013225');
    expect(step.body.detail).toContain('Thẩm định, kiểm tra thực địa');
  });

  it('is retired when nothing needs it, and only while it is published', async () => {
    await designer.post('/forms/tam-thoi/versions', { schema: SCHEMA });
    const early = await designer.post('/forms/tam-thoi/versions/1/retire');
    await designer.post('/forms/tam-thoi/versions/1/publish');
    const retired = await designer.post('/forms/tam-thoi/versions/1/retire');
    const after = await designer.get('/forms/tam-thoi');

    expect([early.status, early.body.code]).toEqual([409, 'form.not-in-use']);
    expect(retired.body.state).toBe('retired');
    expect(after.body.published).toBeUndefined();
  });
});

describe('test data kept with a form', () => {
  it('keep a version that fails them from being published, each answer named', async () => {
    const schema = {
      ...SCHEMA,
      examples: [{ ten: 'An' }, { ten: 'B' }],
      'x-refused-examples': [{}, { ten: 'Bình' }],
    };
    await designer.post('/forms/co-kiem-thu/versions', { schema });
    const { status, body } = await designer.post('/forms/co-kiem-thu/versions/1/publish');

    expect([status, body.code]).toEqual([422, 'form.examples-fail']);
    expect(body.errors).toEqual([
      expect.objectContaining({
        pointer: '/schema/examples/1',
        detail: expect.stringContaining('Họ và tên'),
      }),
      expect.objectContaining({ pointer: '/schema/x-refused-examples/1' }),
    ]);
    expect((await designer.get('/forms/co-kiem-thu')).body.versions[0].state).toBe('draft');
  });
});

describe('two people who draw the same form', () => {
  it('do not pass over each other: the second is told who saved what, and may save after looking', async () => {
    await designer.post('/forms/hai-nguoi/versions', { schema: SCHEMA });
    const first = await designer.post('/forms/hai-nguoi/versions', { schema: SCHEMA, basedOn: 1 });
    const second = await designer.post('/forms/hai-nguoi/versions', { schema: SCHEMA, basedOn: 1 });
    const looked = await designer.post('/forms/hai-nguoi/versions', { schema: SCHEMA, basedOn: 2 });

    const asNew = await designer.post('/forms/hai-nguoi/versions', { schema: SCHEMA, basedOn: 0 });

    expect(first.body.version).toBe(2);
    expect([asNew.status, asNew.body.code]).toEqual([409, 'form.key-taken']);
    expect([second.status, second.body.code]).toEqual([409, 'form.saved-by-another']);
    expect(second.body.detail).toMatch(/^Người thiết kế biểu mẫu \(mẫu\) đã lưu phiên bản 2/);
    expect(looked.body.version).toBe(3);
  });
});
