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
  /** Lets papers in print finish and ends the browser; `print` is refused from then on. */
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
    print: (html, printOptions = {}) => turns.take(() => print({ html, ...printOptions })),
    check: async () => assertPrintsVietnamese(await turns.take(() => print({ html: specimen() }))),
    close: () => {
      isClosed = true;
      return turns.all(retire);
    },
  };

  async function print(paper: Paper): Promise<Uint8Array> {
    const used = await ready();
    try {
      return await used.print(paper);
    } catch (error) {
      if (error instanceof Error && error.name === 'TimeoutError') throw error;
      return await (await ready()).print(paper);
    } finally {
      if (used.isWorn()) void turns.all(retire);
    }
  }

  /** The browser, started or started anew after a crash. */
  async function ready(): Promise<Press> {
    if (isClosed) throw new Error('the printer is closed');
    press ??= openPress({ chromePath, rendersPerPage, rendersPerBrowser, timeout });
    const opening = press;
    try {
      const opened = await opening;
      if (opened.isRunning()) return opened;
      await opened.end();
    } catch (error) {
      forget(opening);
      throw error;
    }
    forget(opening);
    return ready();
  }

  /** Whoever finds it broken first forgets it; the others find the new one. */
  function forget(gone: Promise<Press>): void {
    if (press === gone) press = undefined;
  }

  async function retire(): Promise<void> {
    const retired = press;
    press = undefined;
    await (await retired)?.end();
  }
}
