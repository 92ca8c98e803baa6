import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createPrinter } from '../../templates/printer/index.ts';
import { buildApplication, CERTIFICATION } from '../support/build-application.ts';
import { reportFault } from '../support/report-fault.ts';
import { startServer, type TestServer } from '../support/start-server.ts';

/** `npm run test:faults` asks for more. */
const KILLS = Number(process.env['MOTCUA_FAULT_TIMES'] ?? 1);
/** Papers from one kill to the next: what a kill tears is two of them, each printed once more. */
const PAPERS_A_KILL = 5;
const PAPERS = KILLS * PAPERS_A_KILL;
const FRIDAY = '2026-04-17T03:00:00.000Z';

const printer = createPrinter(process.env['CHROME_PATH'] ? { chromePath: process.env['CHROME_PATH'] } : {});
/** what was asked of the printer, and what came out, by page */
const asked: string[] = [];
const cameOut: string[] = [];
/** by when it was printed after a kill, milliseconds */
const delays: number[] = [];

/** Every so many papers the browser dies while it prints. */
async function printAndKill(html: string, paper: Parameters<typeof printer.print>[1]): Promise<Uint8Array> {
  asked.push(html);
  const isKilled = asked.length % PAPERS_A_KILL === 2;
  const begun = performance.now();
  const printed = printer.print(html, paper);
  if (isKilled) process.kill((await printer.processId())!, 'SIGKILL');
  const pdf = await printed;
  if (isKilled) delays.push(performance.now() - begun);
  cameOut.push(html);
  return pdf;
}

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ now: FRIDAY, printPdf: printAndKill });
}, 60_000);
afterAll(async () => {
  await server.close();
  await printer.close();
});

describe('a browser that is killed while it prints', () => {
  it('is started anew, and every paper comes out once', async () => {
    const counter = await server.as('motcua');
    const application = await buildApplication(counter, CERTIFICATION);

    const codes: string[] = [];
    for (let taken = 0; taken < PAPERS; taken += 1) {
      codes.push((await counter.post('/dossiers', application)).body.code);
    }
    await server.server.jobs.drain();

    const papers = await Promise.all(
      codes.map(async (code) => (await counter.get(`/dossiers/${code}`)).body.documents[0]),
    );
    const pdfs = await Promise.all(papers.map(({ href }) => fetchPdf(href)));
    const unprinted = papers.filter(({ sha256 }) => !sha256);
    const doubled = cameOut.length - new Set(cameOut).size;
    reportFault({
      fault: 'Chromium killed while printing',
      times: KILLS,
      lost: unprinted.length,
      doubled,
      seconds: Math.max(...delays) / 1000,
    });
    expect({ unprinted, doubled, kills: delays.length }).toEqual({ unprinted: [], doubled: 0, kills: KILLS });
    expect(cameOut).toHaveLength(PAPERS);
    expect(pdfs).toEqual(papers.map(() => '%PDF-'));
    expect(await deadJobs()).toEqual([]);
  }, 600_000);
});

/** How the bytes behind a link begin. */
async function fetchPdf(href: string): Promise<string> {
  const counter = await server.as('motcua');
  const answer = await counter.fetch(href.replace('/api/v1', ''));
  return new TextDecoder().decode(await answer.arrayBuffer()).slice(0, 5);
}

const deadJobs = async () => (await (await server.as('admin')).get('/admin/jobs')).body.items;
