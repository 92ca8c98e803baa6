/** The renderer in a real browser beside the check of the server: forms and data that nobody thought of, and too many of them. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { compileForm, type Form, validateForm, visibleData } from '../../forms/index.ts';
import { controlId } from '../../forms/react/form-plan.ts';
import { settle } from '../../forms/visible-data.ts';
import { packageRoot } from '../../server/package-root.ts';
import { condition, data, schema } from '../support/arbitrary-forms.ts';
import { openBrowser, type Person, type TestBrowser } from '../support/browser.ts';
import type { Case, Shown } from '../support/forms-page/page.tsx';

let browser: TestBrowser;
let folder: string;
let script: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'motcua-forms-page-'));
  script = join(folder, 'page.js');
  await promisify(execFile)(process.execPath, [
    join(packageRoot(), 'node_modules/rolldown/bin/cli.mjs'),
    join(packageRoot(), 'tests/support/forms-page/page.tsx'),
    ...['--format', 'iife', '--platform', 'browser', '--minify'],
    ...['--transform.define', 'process.env.NODE_ENV:"production"'],
    ...['--file', script],
  ]);
  browser = await openBrowser();
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

async function openPage(): Promise<Person> {
  const person = await browser.person();
  await person.page.setContent('<!doctype html><html lang="vi"><title>Biểu mẫu</title><div id="root"></div>');
  await person.page.addScriptTag({ path: script });
  return person;
}

const show = (page: Page, form: Case): Promise<void> => page.evaluate((drawn) => window.show(drawn), form);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A form is an object at its root, as every published one is. */
const cases = fc.record({
  schema: (schema as fc.Arbitrary<unknown>).filter((each) => isObject(each) && each['type'] === 'object'),
  value: (data as fc.Arbitrary<unknown>).filter(isObject),
  visibleIf: condition,
});

describe('300 forms with data that nobody thought of', () => {
  it('show what the server keeps, find wrong what it refuses, and submit what it accepts', async () => {
    const drawn = fc.sample(cases, { numRuns: 300, seed: 23 }).map(({ schema: source, value, visibleIf }) => {
      const properties = isObject(source) && isObject(source['properties']) ? source['properties'] : {};
      const ui = Object.hasOwn(properties, 'a') ? { a: { 'ui:visibleIf': visibleIf } } : {};
      return { schema: source, ui, value: JSON.parse(JSON.stringify(value)) } as Case;
    });
    const { page, complaints } = await openPage();

    const shown = await page.evaluate((forms) => window.fillIn(forms), drawn);

    const faults = drawn.flatMap((each, index) => disagreements(each, shown[index] as Shown));
    expect(faults).toEqual([]);
    expect(complaints).toEqual([]);
    // the sample is worth something: both outcomes, and fields on the screen
    expect(shown.filter(({ submitted }) => submitted !== undefined).length).toBeGreaterThan(30);
    expect(shown.filter(({ wrong }) => wrong !== undefined).length).toBeGreaterThan(30);
    expect(shown.filter(({ fields }) => fields.length > 1).length).toBeGreaterThan(100);
  }, 180_000);
});

/** Where the browser and the server see a form differently, in words. */
function disagreements(drawn: Case, shown: Shown): string[] {
  const { form } = compileForm(drawn) as { form: Form };
  const at = JSON.stringify(drawn);
  const { data: kept, hidden } = settle(form, drawn.value);
  const ids = new Set(shown.fields);
  const told = (sentence: string) => `${sentence}: ${at}`;
  const found: string[] = [];
  if (shown.crash) found.push(told(`crashed with ${shown.crash}`));
  for (const pointer of hidden) {
    if (ids.has(controlId('f', pointer))) found.push(told(`${pointer} is hidden, and drawn`));
  }
  for (const { pointer } of form.fields.filter(({ pointer }) => /^\/[^/]+$/.test(pointer))) {
    const name = pointer.slice(1);
    const isKept = isObject(kept) && Object.hasOwn(kept, name);
    if (isKept && !ids.has(controlId('f', pointer))) found.push(told(`${pointer} is kept, and not drawn`));
  }
  if (shown.wrong && validateForm(form, drawn.value, 'vi').valid) found.push(told('the server accepts'));
  if (shown.submitted !== undefined) {
    if (!validateForm(form, shown.submitted, 'vi').valid) found.push(told('the server refuses'));
    const stored = visibleData(form, shown.submitted);
    if (JSON.stringify(stored) !== JSON.stringify(shown.submitted))
      found.push(told('the server keeps another answer'));
  }
  if (!shown.wrong && shown.submitted === undefined) found.push(told('neither submitted nor refused'));
  return found;
}

describe('a form on the screen', () => {
  const branching = {
    schema: {
      type: 'object',
      required: ['loai'],
      properties: {
        loai: { type: 'string', title: 'Loại', enum: ['moi', 'sua'] },
        lyDo: { type: 'string', title: 'Lý do sửa chữa' },
      },
    },
    ui: {
      loai: { 'ui:widget': 'radio' },
      lyDo: { 'ui:visibleIf': 'loai = "sua"', 'ui:requiredIf': 'loai = "sua"' },
    },
    value: {},
  };

  it('brings back what was typed when a branch opens again, and never submits what is hidden', async () => {
    const { page } = await openPage();
    await show(page, branching);
    await page.getByRole('radio', { name: 'sua' }).check();
    await page.getByLabel('Lý do sửa chữa').fill('Mái dột');
    await page.getByRole('radio', { name: 'moi' }).check();
    await page.getByLabel('Lý do sửa chữa').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Gửi' }).click();
    expect(await page.evaluate(() => window.answer)).toEqual({ loai: 'moi' });
    expect(await page.evaluate(() => window.draft)).toEqual({ loai: 'moi', lyDo: 'Mái dột' });

    await page.getByRole('radio', { name: 'sua' }).check();
    expect(await page.getByLabel('Lý do sửa chữa').inputValue()).toBe('Mái dột');
    await page.getByRole('button', { name: 'Gửi' }).click();
    expect(await page.evaluate(() => window.answer)).toEqual({ loai: 'sua', lyDo: 'Mái dột' });
  }, 180_000);

  const rows = Array.from({ length: 10_000 }, (_, index) => ({ ten: `Dòng ${index + 1}`, so: index % 7 }));
  const table = {
    schema: {
      type: 'object',
      properties: {
        ghiChu: { type: 'string', title: 'Ghi chú', maxLength: 100 },
        bang: {
          type: 'array',
          title: 'Bảng',
          items: {
            type: 'object',
            required: ['ten'],
            properties: {
              ten: { type: 'string', title: 'Tên' },
              so: { type: 'integer', title: 'Số', maximum: 6 },
            },
          },
        },
        tong: { type: 'integer', title: 'Tổng' },
      },
    },
    ui: { bang: { 'ui:sum': ['so'] }, tong: { 'ui:value': 'count(bang)' } },
    value: {},
  };

  it('shows ten thousand rows in pages, turns to the one that is wrong, and loses none', async () => {
    const { page, complaints } = await openPage();
    const wrong = rows.with(7777, { ten: 'Sai', so: 99 });
    await show(page, { ...table, value: { bang: wrong } });
    await page.getByText('Dòng 1–50 trong 10000').waitFor();
    await page.getByRole('button', { name: 'Gửi' }).click();
    await page.getByRole('link', { name: /Số \(dòng 7778\)/ }).waitFor();
    await page.getByText('Dòng 7751–7800 trong 10000').waitFor();
    await page.getByLabel('Số', { exact: true }).nth(27).fill('3');
    await page.getByRole('button', { name: 'Gửi' }).click();
    await page.waitForFunction(() => window.answer !== undefined);
    const answer = (await page.evaluate(() => window.answer)) as { bang: unknown[]; tong: number };
    expect(answer.bang).toHaveLength(10_000);
    expect(answer.bang[7777]).toEqual({ ten: 'Sai', so: 3 });
    expect(answer.tong).toBe(10_000);
    expect(complaints).toEqual([]);
  }, 180_000);

  it('takes a megabyte into a text field, says what is wrong with it and keeps it', async () => {
    const { page } = await openPage();
    await show(page, { ...table, value: { ghiChu: 'ă'.repeat(1_048_576) } });
    await page.getByRole('button', { name: 'Gửi' }).click();
    await page.getByRole('link', { name: /tối đa 100 ký tự/ }).waitFor();
    expect(await page.getByLabel('Ghi chú').inputValue()).toHaveLength(1_048_576);
  }, 180_000);
});
