import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runCli } from '../support/run-cli.ts';

let folder: string;
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'motcua-render-'));
  await Promise.all([
    writeFile(at('letter.hbs'), '<p>Kính gửi: {{applicant.name}}</p>'),
    writeFile(at('open.hbs'), '<p>{{#if a}}</p>'),
    writeFile(at('data.json'), JSON.stringify({ applicant: { name: 'Nguyễn Văn A (mẫu)' } })),
    writeFile(at('list.json'), '[1]'),
    writeFile(at('broken.json'), '{"a":'),
    writeFile(at('latin1.hbs'), Buffer.from([0xe9, 0x20])),
  ]);
});
afterAll(() => rm(folder, { recursive: true }));

const render = (template: string, data: string, out = 'out.html', ...more: string[]) =>
  runCli(['render', at(template), '--data', at(data), '--out', at(out), ...more]);

describe('render', () => {
  it('writes the filled-in page as HTML', async () => {
    expect(await render('letter.hbs', 'data.json')).toMatchObject({ code: 0, out: '' });
    expect(await readFile(at('out.html'), 'utf8')).toContain('<p>Kính gửi: Nguyễn Văn A (mẫu)</p>');
  });

  it('sets it on the sheet asked for', async () => {
    await render('letter.hbs', 'data.json', 'a5.html', '--size', 'A5', '--landscape');
    expect(await readFile(at('a5.html'), 'utf8')).toContain('size: 210mm 148mm');
  });

  it('prints it as PDF', async () => {
    expect(await render('letter.hbs', 'data.json', 'out.pdf')).toMatchObject({ code: 0 });
    expect((await readFile(at('out.pdf'))).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('names the place of a fault in the template, and writes nothing', async () => {
    const { code, err } = await render('open.hbs', 'data.json', 'none.html');
    expect(code).toBe(1);
    expect(err).toMatch(/open\.hbs:1:\d+: lỗi: /);
    await expect(readFile(at('none.html'))).rejects.toThrow('ENOENT');
  });

  it('names what the data lack', async () => {
    await writeFile(at('empty.json'), '{}');
    const { code, err } = await render('letter.hbs', 'empty.json');
    expect(code).toBe(1);
    expect(err).toMatch(/letter\.hbs:1:\d+: lỗi: .*name/);
  });

  it.each([
    ['data that are no object', 'letter.hbs', 'list.json', 'đối tượng JSON'],
    ['data that are no JSON', 'letter.hbs', 'broken.json', 'JSON đúng cú pháp'],
    ['a template that is not UTF-8', 'latin1.hbs', 'data.json', 'UTF-8'],
  ])('refuses %s', async (_name, template, data, sentence) => {
    const { code, err } = await render(template, data);
    expect(code).toBe(1);
    expect(err).toContain(sentence);
  });

  it('says when the output cannot be written', async () => {
    const { code, err } = await render('letter.hbs', 'data.json', 'no/such/folder.html');
    expect(code).toBe(1);
    expect(err).toContain('Không ghi được tệp');
  });
});
