import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildApplication, INVESTMENT } from '../support/build-application.ts';
import { startServer, type TestServer } from '../support/start-server.ts';
import type { TestClient } from '../support/test-client.ts';

const SCHEMA = {
  type: 'object',
  title: 'Phiếu thử',
  properties: { fullName: { type: 'string', title: 'Họ và tên', minLength: 2 } },
  required: ['fullName'],
  additionalProperties: false,
};

describe('e-forms and templates', () => {
  let server: TestServer;
  let designer: TestClient;

  beforeAll(async () => {
    server = await startServer();
    designer = await server.as('thietkebieumau');
  });
  afterAll(() => server.close());

  it('checks an answer against the published version, and against any other when named', async () => {
    await designer.post('/forms/phieu-thu/versions', { schema: SCHEMA });
    await designer.post('/forms/phieu-thu/versions/1/publish');
    const loose = { ...SCHEMA, required: [] };
    await designer.post('/forms/phieu-thu/versions', { schema: loose });

    const published = await designer.post('/forms/phieu-thu/validate', { data: {} });
    const draft = await designer.post('/forms/phieu-thu/validate', { data: {}, version: 2 });
    const shown = await designer.get('/forms/phieu-thu');

    expect(published.body).toEqual({
      valid: false,
      errors: [{ pointer: '/fullName', keyword: 'required', message: expect.stringContaining('Họ và tên') }],
    });
    expect(draft.body).toEqual({ valid: true, errors: [] });
    expect(shown.body).toMatchObject({
      title: 'Phiếu thử',
      published: { version: 1 },
      versions: [
        { version: 2, state: 'draft' },
        { version: 1, state: 'published' },
      ],
    });
  });

  it('retires the version before, and brings it back', async () => {
    for (let version = 1; version <= 2; version += 1) {
      await designer.post('/forms/hai-lan/versions', { schema: SCHEMA });
      await designer.post(`/forms/hai-lan/versions/${version}/publish`);
    }
    const again = await designer.post('/forms/hai-lan/versions/2/publish');
    await designer.post('/forms/hai-lan/versions/1/publish');

    const { body } = await designer.get('/forms/hai-lan');

    expect(again.status).toBe(409);
    expect(body.versions.map(({ state }: { state: string }) => state)).toEqual(['retired', 'published']);
  });

  it('refuses a schema beyond the dialect by name', async () => {
    const { status, body } = await designer.post('/forms/hong/versions', {
      schema: { type: 'object', properties: { a: { $ref: 'https://example.org/a.json' } } },
    });

    expect(status).toBe(422);
    expect(body.code).toBe('form.unusable');
    expect(body.errors[0].pointer).toMatch(/^\/schema\/properties\/a/);
  });

  it('answers 404 for a form that nobody made', async () => {
    const answers = await Promise.all([
      designer.get('/forms/khong-co'),
      designer.post('/forms/khong-co/validate', { data: {} }),
    ]);

    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [404, 'form.not-found'],
      [404, 'form.not-found'],
    ]);
  });

  it('refuses a template with a fault, naming line and column', async () => {
    const { status, body } = await designer.post('/templates/thu/versions', { source: '<p>\n{{#if a}}</p>' });

    expect(status).toBe(422);
    expect(body.errors[0]).toMatchObject({
      pointer: '/source',
      detail: expect.stringMatching(/^Dòng 2, cột 1/),
    });
  });

  it('previews the newest version, draft or not, as HTML', async () => {
    await designer.post('/templates/loi-chao/versions', { source: '<p>Cũ {{applicant.fullName}}</p>' });
    await designer.post('/templates/loi-chao/versions/1/publish');
    await designer.post('/templates/loi-chao/versions', {
      source: '<p>Kính chào {{applicant.fullName}}</p>',
    });

    const { status, headers, body } = await designer.post('/templates/loi-chao/preview', {
      data: { applicant: { fullName: 'Nguyễn Văn A <b>' } },
    });

    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('text/html');
    expect(body).toContain('Kính chào Nguyễn Văn A &lt;b&gt;');
  });

  it('previews an official paper with its example when no data are given', async () => {
    const { body } = await designer.post('/templates/receipt/preview', {});

    expect(body).toContain('GIẤY TIẾP NHẬN HỒ SƠ');
  });

  it('previews as PDF when that is what is asked for', async () => {
    const { headers } = await designer.post('/templates/receipt/preview', {}, { accept: 'application/pdf' });

    expect(headers.get('content-type')).toBe('application/pdf');
  });

  it('previews with the data of a dossier', async () => {
    const clerk = await server.as('motcua');
    const sample = (await clerk.get('/procedures/1.013225')).body.samples[0];
    const { body: dossier } = await clerk.post('/dossiers', sample);

    const { body } = await designer.post('/templates/receipt/preview', { dossier: dossier.code });
    const unknown = await designer.post('/templates/receipt/preview', { dossier: 'H99-260101-0001' });

    expect(body).toContain(dossier.code);
    expect(unknown.status).toBe(404);
  });

  it('is told of every name that no record and no form supplies before it is published, with its place', async () => {
    const source =
      '<p>{{applicant.fullName}}</p>\n<p>{{form.khongCo}} {{applicant.nickname}} {{form.plotArea}}</p>';
    await designer.post('/templates/thu-thua/versions', { source });

    const { status, body } = await designer.post('/templates/thu-thua/versions/1/publish');
    const { body: template } = await designer.get('/templates/thu-thua');

    expect(status).toBe(422);
    expect(body.errors.map(({ detail }: { detail: string }) => detail)).toEqual([
      'Dòng 2, cột 6: Không có dữ liệu nào tên là "form.khongCo"',
      'Dòng 2, cột 23: Không có dữ liệu nào tên là "applicant.nickname"',
    ]);
    expect(template.published).toBeUndefined();
  });

  it('lists the fields of the forms that fill a paper: of its procedures, or of the one that is asked for', async () => {
    const refusal = await designer.get('/templates/refusal/data');
    const certified = await designer.get('/templates/loi-moi/data?procedure=2.000815');
    const unknown = await designer.get('/templates/loi-moi/data?procedure=9.999999');

    expect(refusal.body.issuedBy.map(({ code }: { code: string }) => code)).toContain('1.013225');
    const paths = certified.body.fields.map(({ path }: { path: string }) => path);
    expect(paths).toEqual(expect.arrayContaining(['form.papers', 'form.papers[].pages', 'form.copyForm']));
    expect(paths).not.toContain('form.plotArea');
    expect(certified.body.fields).toContainEqual({
      path: 'form.papers[].pages',
      type: 'number',
      describe: { vi: 'Số trang', en: expect.any(String) },
    });
    expect(unknown.status).toBe(404);
  });

  it("warns a process whose procedure's forms do not supply what its paper names", async () => {
    const owner = await server.as('chuquytrinh');
    await designer.post('/templates/giay-bao/versions', { source: '<p>{{form.plotArea}}</p>' });
    await designer.post('/templates/giay-bao/versions/1/publish');
    const { body: model } = await owner.get('/procedures/2.000815/processes/1');
    const xml = model.xml.replace('id="KiemTra"', 'id="KiemTra" motcua:documents="giay-bao"');

    const { body } = await owner.post('/procedures/2.000815/processes', { xml });

    expect(
      body.diagnostics.filter(({ code }: { code: string }) => code === 'publish.unsupplied-names'),
    ).toEqual([
      {
        code: 'publish.unsupplied-names',
        severity: 'warning',
        element: 'KiemTra',
        message: {
          vi: expect.stringContaining('dòng 1, cột 6: Không có dữ liệu nào tên là "form.plotArea"'),
          en: expect.stringContaining('line 1, column 6'),
        },
      },
    ]);
  });

  it('keeps the decision that prescribes a paper', async () => {
    const decision = { number: '25/2026/QĐ-UBND', date: '2026-04-01' };
    await designer.post('/templates/co-quyet-dinh/versions', { source: '<p>A</p>', decision });

    const { body } = await designer.get('/templates/co-quyet-dinh/versions/1');

    expect(body.decision).toEqual(decision);
  });

  it('lets the form designer publish, and a counter clerk only read', async () => {
    const clerk = await server.as('motcua');

    const read = await clerk.get('/forms?q=phieu');
    const made = await clerk.post('/forms/cua-toi/versions', { schema: SCHEMA });

    expect(read.status).toBe(200);
    expect(made.status).toBe(403);
  });

  it('serves the named lists that a form may choose from, whole or within a value', async () => {
    const citizen = await server.as('congdan');

    const lists = await citizen.get('/lists');
    const communes = await citizen.get(`/lists/xa-phuong?within=${encodeURIComponent('An Giang')}`);
    const unknown = await citizen.get('/lists/khong-co');

    expect(lists.body.items.map(({ name }: { name: string }) => name)).toEqual([
      'tinh-thanh',
      'xa-phuong',
      'dan-toc',
    ]);
    expect(communes.body.items).toHaveLength(102);
    expect(unknown.status).toBe(404);
  });

  it('refuses a form that names a list that is not there, and an answer that is not in its list', async () => {
    const schema = { type: 'object', properties: { noiO: { type: 'string', title: 'Nơi ở' } } };
    const refused = await designer.post('/forms/noi-o/versions', {
      schema,
      ui: { noiO: { 'ui:list': 'khong-co' } },
    });
    await designer.post('/forms/noi-o/versions', { schema, ui: { noiO: { 'ui:list': 'tinh-thanh' } } });
    await designer.post('/forms/noi-o/versions/1/publish');

    const wrong = await designer.post('/forms/noi-o/validate', { data: { noiO: 'Kiên Giang' } });

    expect(refused.status).toBe(422);
    expect(refused.body.errors).toMatchObject([{ pointer: '/ui/noiO/ui:list', code: 'form.list-not-found' }]);
    expect(wrong.body).toMatchObject({ valid: false, errors: [{ pointer: '/noiO', keyword: 'list' }] });
  });

  describe('earlier answers', () => {
    const KEY = 'investment-approval-application';
    const person = { fullName: 'Công ty Cổ phần Đầu tư mẫu An Giang', identifier: '1600000002' };
    let dossier: { code: string; receivedAt: string };
    let counter: TestClient;

    beforeAll(async () => {
      counter = await server.as('motcua.tinh');
      const sample = await buildApplication(counter, INVESTMENT);
      ({ body: dossier } = await counter.post('/dossiers', {
        ...sample,
        applicant: { ...sample.applicant, ...person, kind: 'organisation' },
      }));
    });

    it('are given to a unit that has the dossier, with where each came from', async () => {
      const { status, body } = await counter.post(`/forms/${KEY}/earlier-answers`, person);

      expect(status).toBe(200);
      expect(body.offers).toContainEqual({
        pointer: '/representativeTitle',
        value: 'Tổng Giám đốc',
        dossier: dossier.code,
        at: dossier.receivedAt,
      });
    });

    it('are none for a namesake, for a person without a number, and for other people', async () => {
      const citizen = await server.as('congdan');

      const answers = await Promise.all([
        counter.post(`/forms/${KEY}/earlier-answers`, { ...person, identifier: '1600000003' }),
        counter.post(`/forms/${KEY}/earlier-answers`, { fullName: person.fullName }),
        citizen.post(`/forms/${KEY}/earlier-answers`, person),
      ]);

      expect(answers.map(({ body }) => body)).toEqual([{ offers: [] }, { offers: [] }, { offers: [] }]);
    });
  });
});
