import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { packageRoot } from '../../server/package-root.ts';
import { runCli } from '../support/run-cli.ts';

let folder: string;
const at = (name: string) => join(folder, name);

const SCHEMA = {
  type: 'object',
  properties: {
    ten: { title: 'Họ và tên', type: 'string' },
    so: { title: 'Số căn cước', format: 'citizen-id' },
  },
  required: ['ten'],
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'motcua-form-'));
  const files = {
    'sound.json': { schema: SCHEMA, ui: { ten: { 'ui:span': 'full' } } },
    'schema.json': SCHEMA,
    'broken.json': { schema: { ...SCHEMA, unevaluatedProperties: false }, ui: {} },
    'list.json': { schema: SCHEMA, ui: { ten: { 'ui:list': 'khong-co' } } },
    'example.json': { schema: { ...SCHEMA, examples: [{ ten: 'A', so: '12' }] } },
    'answer.json': { so: '089' },
  };
  await Promise.all(
    Object.entries(files).map(([name, content]) => writeFile(at(name), JSON.stringify(content))),
  );
});
afterAll(() => rm(folder, { recursive: true }));

describe('form check', () => {
  it.each(['sound.json', 'schema.json'])('answers 0 to a sound form: %s', async (name) => {
    expect(await runCli(['form', 'check', at(name)])).toEqual({
      code: 0,
      out: '',
      err: expect.stringContaining('biểu mẫu dùng được'),
    });
  });

  it('accepts a form of the sample province', async () => {
    const file = join(
      packageRoot(),
      'seeds/an-giang/procedures/1.013225/forms/house-permit-application.json',
    );
    expect(await runCli(['form', 'check', file])).toMatchObject({ code: 0, out: '' });
  });

  it('answers 1 and names what the dialect refuses', async () => {
    const { code, out, err } = await runCli(['form', 'check', at('broken.json')]);
    expect(code).toBe(1);
    expect(out).toMatch(/broken\.json#\/schema\/unevaluatedProperties: lỗi: .+ \[keyword-not-supported\]/);
    expect(err).toContain('1 điểm chưa đúng');
  });

  it('names a list that the server does not have', async () => {
    const { code, out } = await runCli(['form', 'check', at('list.json')]);
    expect(code).toBe(1);
    expect(out).toMatch(/#\/ui\/ten\/ui:list: lỗi: .*khong-co.* \[list-not-found\]/);
  });

  it('says which example of its own a form refuses', async () => {
    const { code, out } = await runCli(['form', 'check', at('example.json')], 'en');
    expect(code).toBe(1);
    expect(out).toMatch(/#\/schema\/examples\/0\/so: error: .*12 digits/);
  });

  it('checks data against the form, a JSON object a line when asked', async () => {
    const { code, out, err } = await runCli([
      'form',
      'check',
      at('sound.json'),
      '--data',
      at('answer.json'),
      '--json',
    ]);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out.split('\n').map((line) => JSON.parse(line))).toEqual([
      {
        pointer: '/ten',
        code: 'required',
        message: expect.objectContaining({ vi: 'Chưa nhập “Họ và tên”' }),
      },
      { pointer: '/so', code: 'format', message: expect.objectContaining({ vi: expect.any(String) }) },
    ]);
  });

  it.each([
    ['no file', ['form', 'check'], 2],
    ['another action', ['form', 'draw', 'x.json'], 2],
    ['a file that is not there', ['form', 'check', '/nowhere/form.json'], 1],
  ])('explains %s', async (_case, argv, code) => {
    const outcome = await runCli(argv);
    expect(outcome).toMatchObject({ code, out: '' });
    expect(outcome.err).not.toBe('');
  });
});
