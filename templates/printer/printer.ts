/** Turns papers into PDF: one Chromium, a few reused pages, no scripts, no network. */
import type { PageSetup } from '../index.ts';
import { assertPrintsVietnamese, specimen } from './check-fonts.ts';
import { openPress, type Paper, type Press } from './press.ts';
import { createTurns } from './turns.ts';

export type PrinterOptions = {
  /** CHROME_PATH; else an installed Chrome or Chromium, else the one that npm brought */
  chromePath?: string;
  /** papers printed side by side */
  pages?: number;
  /** a page is replaced after so many papers: Chromium's memory only grows */
  rendersPerPage?: number;
  /** the browser is replaced after so many papers, and after an hour */
  rendersPerBrowser?: number;
  /** milliseconds for one paper */
  timeout?: number;
};

export type PrintOptions = { page?: PageSetup; title?: string };

export type Printer = {
  /**
   * A tagged PDF of a whole HTML page on its sheet. Waits for its turn. A crash of the browser is repaired and
   * the paper tried once more; what fails twice is thrown.
   */
  print: (html: string, options?: PrintOptions) => Promise<Uint8Array>;
  /** Starts the browser now and checks that Vietnamese prints with Tinos alone; throws a sentence when not. */
  check: () => Promise<void>;
  /** The browser's process, for those who watch it; undefined while none runs. */
  processId: () => Promise<number | undefined>;
  /** Lets papers that were asked for come out and ends the browser; `print` is refused from then on. */
  close: () => Promise<void>;
};

/** A printer; the browser starts with the first paper. */
export function createPrinter(options: PrinterOptions = {}): Printer {
  const { chromePath, pages = 2, rendersPerPage = 200, timeout = 20_000 } = options;
  const { rendersPerBrowser = rendersPerPage * pages * 5 } = options;
  const turns = createTurns(pages);
  let press: Promise<Press> | undefined;
  let isClosed = false;

  return {
    print: (html, printOptions = {}) => queued({ html, ...printOptions }),
    check: async () => assertPrintsVietnamese(await queued({ html: specimen() })),
    processId: async () => (await press)?.processId(),
    close: () => {
      isClosed = true;
      return turns.all(() => retire(press));
    },
  };

  function queued(paper: Paper): Promise<Uint8Array> {
    if (isClosed) return Promise.reject(new Error('the printer is closed'));
    return turns.take(() => print(paper));
  }

  async function print(paper: Paper): Promise<Uint8Array> {
    const { opening, opened } = await ready();
    try {
      return await opened.print(paper);
    } catch (error) {
      // A paper that is too slow once is too slow twice; anything else is the browser's or its page's end.
      if (error instanceof Error && error.name === 'TimeoutError') throw error;
      return await (await ready()).opened.print(paper);
    } finally {
      if (opened.isWorn()) void turns.all(() => retire(opening));
    }
  }

  /** The browser, started, or started anew after a crash. Whoever finds it gone first forgets it. */
  async function ready(): Promise<{ opening: Promise<Press>; opened: Press }> {
    press ??= openPress({ chromePath, rendersPerPage, rendersPerBrowser, timeout });
    const opening = press;
    const opened = await opening.catch((error: unknown) => {
      if (press === opening) press = undefined;
      throw error;
    });
    if (opened.isRunning()) return { opening, opened };
    await retire(opening);
    return ready();
  }

  async function retire(gone: Promise<Press> | undefined): Promise<void> {
    if (!gone || press !== gone) return;
    press = undefined;
    await (await gone).end();
  }
}
