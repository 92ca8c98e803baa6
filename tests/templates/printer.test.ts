import { existsSync, readFileSync } from 'node:fs';
import { getPriority } from 'node:os';
import { afterAll, describe, expect, it } from '@jest/globals';
import { compileTemplate, renderTemplate } from '../../templates/index.ts';
import { createPrinter, embeddedFonts } from '../../templates/printer/index.ts';
import { createTurns } from '../../templates/printer/turns.ts';
import { tinosCss } from '../../templates/worker/index.ts';
import { readPdf } from '../support/read-pdf.ts';
import { startTrap } from '../support/start-trap.ts';

const chrome = process.env['CHROME_PATH'] ? { chromePath: process.env['CHROME_PATH'] } : {};
const printer = createPrinter({ ...chrome, rendersPerPage: 4, rendersPerBrowser: 10 });
afterAll(() => printer.close());

/** Niceness of the processes that it has started, and of theirs in turn; those that end meanwhile are left out. */
function nicesBelow(pid: number): number[] {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
      .split(' ')
      .filter(Boolean)
      .map(Number);
    return children.flatMap((child) => [getPriority(child), ...nicesBelow(child)]);
  } catch {
    return [];
  }
}

const paper = (text: string) =>
  `<!doctype html><html lang="vi"><head><title></title><style>${tinosCss()} body { font-family: Tinos }</style></head><body>${text}</body></html>`;

describe('the printer', () => {
  it('proves that Vietnamese comes out in Tinos alone', async () => {
    await printer.check();
    const pdf = await printer.print(paper('<p>ằẵợữỹ₫ <b>Ướ</b></p>'));
    expect(embeddedFonts(pdf)).toEqual(['Tinos-Bold', 'Tinos-Regular']);
  }, 60_000);

  it('prints many papers at once, each with its own text and title, over worn-out pages and browsers', async () => {
    const numbers = Array.from({ length: 24 }, (_, number) => number);
    const papers = await Promise.all(
      numbers.map(async (number) =>
        readPdf(
          await printer.print(paper(`<p>Hồ sơ số ${number}</p>`), {
            title: `Giấy ${number} <&>`,
            page: { size: 'A5', orientation: 'landscape', margin: '10mm' },
          }),
        ),
      ),
    );
    expect(papers.map(({ pages, title }) => [pages, title])).toEqual(
      numbers.map((number) => [[`Hồ sơ số ${number}`], `Giấy ${number} <&>`]),
    );
    expect(papers[0]?.sheets).toEqual([{ width: 210, height: 148 }]);
  }, 60_000);

  it('keeps nothing of one paper for the next but the fonts', async () => {
    const own = createPrinter({ ...chrome, pages: 1 });
    const first = '<style>p { text-transform: uppercase }</style><p>một</p>';
    const papers = [
      { body: first, page: { size: 'A5', orientation: 'portrait', margin: '10mm' } },
      { body: '<p>hai <b>"đậm"</b></p>', page: { size: 'A4', orientation: 'landscape', margin: '20mm' } },
    ] as const;
    const printed = [];
    for (const { body, page } of papers) {
      const html = renderTemplate(
        compileTemplate(body).template!,
        {},
        { page, title: body, fontCss: tinosCss() },
      );
      const pdf = await own.print(html, { page });
      printed.push({ ...(await readPdf(pdf)), fonts: embeddedFonts(pdf) });
    }
    await own.close();
    expect(printed.map(({ pages, sheets, fonts }) => ({ pages, sheets, fonts }))).toEqual([
      { pages: ['MỘT'], sheets: [{ width: 148, height: 210 }], fonts: ['Tinos-Regular'] },
      {
        pages: ['hai "đậm"'],
        sheets: [{ width: 297, height: 210 }],
        fonts: ['Tinos-Bold', 'Tinos-Regular'],
      },
    ]);
    expect(printed.map(({ title }) => title)).toEqual(papers.map(({ body }) => body));
  }, 60_000);

  it('loads nothing from the network or the disk and runs no script', async () => {
    const trap = await startTrap();
    const inside = `<img src="${trap.url}/x.png"><link rel="stylesheet" href="${trap.url}/x.css">
      <iframe src="file:///etc/hostname"></iframe><iframe src="${trap.url}/frame"></iframe>
      <script>document.body.textContent = 'scripted'</script><p>còn nguyên</p>`;
    const { pages } = await readPdf(await printer.print(paper(inside)));
    await trap.close();
    expect(pages.join()).toBe('còn nguyên');
    expect(trap.requests).toEqual([]);
  });

  (existsSync(`/proc/${process.pid}/task/${process.pid}/children`) && existsSync('/usr/bin/nice')
    ? it
    : it.skip)(
    'has its pages laid out by processes that give way to the server',
    async () => {
      const own = createPrinter(chrome);
      await own.print(paper('<p>chờ được</p>'));
      expect(nicesBelow((await own.processId())!)).toContain(Math.min(getPriority() + 10, 19));
      await own.close();
    },
    60_000,
  );

  it('prints on after its browser was killed', async () => {
    const own = createPrinter({ ...chrome, pages: 1 });
    await own.print(paper('<p>một</p>'));
    const first = (await own.processId())!;
    process.kill(first, 'SIGKILL');
    const { pages } = await readPdf(await own.print(paper('<p>hai</p>')));
    expect(pages).toEqual(['hai']);
    expect(await own.processId()).not.toBe(first);
    await own.close();
    expect(await own.processId()).toBeUndefined();
  }, 60_000);

  it('lets out what was asked for before it closes, and refuses papers afterwards', async () => {
    const own = createPrinter(chrome);
    const last = own.print(paper('<p>cuối</p>'));
    await own.close();
    expect((await readPdf(await last)).pages).toEqual(['cuối']);
    await expect(own.print(paper(''))).rejects.toThrow('the printer is closed');
  });

  it('says in one sentence that there is no browser where CHROME_PATH points', async () => {
    const own = createPrinter({ chromePath: '/no/such/chrome' });
    await expect(own.print(paper(''))).rejects.toThrow('CHROME_PATH: /no/such/chrome does not exist');
    await own.close();
  });
});

describe('turns', () => {
  it('lets so many in at a time, in order, and everybody out for the one who needs all', async () => {
    const turns = createTurns(2);
    const log: string[] = [];
    const open: (() => void)[] = [];
    const work = (name: string) => async () => {
      log.push(name);
      await new Promise<void>((done) => open.push(done));
    };
    const all = [turns.take(work('a')), turns.take(work('b')), turns.all(work('c')), turns.take(work('d'))];
    const settle = () => new Promise<void>((done) => setImmediate(done));
    await settle();
    expect(log).toEqual(['a', 'b']);
    open.shift()?.();
    await settle();
    expect(log).toEqual(['a', 'b']);
    open.shift()?.();
    await settle();
    expect(log).toEqual(['a', 'b', 'c']);
    open.shift()?.();
    await settle();
    expect(log).toEqual(['a', 'b', 'c', 'd']);
    open.shift()?.();
    await Promise.all(all);
  });
});
