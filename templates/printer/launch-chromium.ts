/** Starts the browser that prints, locked down. */
import { existsSync } from 'node:fs';
import { delimiter } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { type Chromium, findChromium } from './find-chromium.ts';

/**
 * A headless Chromium over a pipe: no port is opened, and it ends with this program, even when that is killed.
 * Throws one sentence when none starts.
 */
export async function launchChromium(chromePath?: string): Promise<Browser> {
  const chromium = await findChromium(chromePath);
  const isRoot = process.getuid?.() === 0;
  try {
    return await launch(chromium, isRoot ? ['--no-sandbox'] : []);
  } catch (error) {
    // Containers often deny user namespaces, which the sandbox needs.
    if (isRoot || !/sandbox|namespace/i.test(String(error))) throw cannotStart(chromium, error);
    return launch(chromium, ['--no-sandbox']).catch((second: unknown) => {
      throw cannotStart(chromium, second);
    });
  }
}

const ARGUMENTS = [
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-quic',
  '--disable-domain-reliability',
  '--font-render-hinting=none',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  // What gets past the pages' own locks, loopback included, ends at a port where nobody listens.
  '--proxy-server=127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--no-first-run',
  '--no-pings',
];

/** Papers are printed with what the server leaves of the machine: people at the counter wait for the server, not for them. */
const NICE = ['/usr/bin/nice', '/bin/nice'].find(existsSync);
const NICENESS = '10';

async function launch({ executablePath, libraries }: Chromium, args: string[]): Promise<Browser> {
  const { default: puppeteer } = await import('puppeteer-core');
  const all = puppeteer.defaultArgs({ headless: 'shell', args: [...ARGUMENTS, ...args] });
  return puppeteer.launch({
    executablePath: NICE ?? executablePath,
    args: NICE ? ['-n', NICENESS, executablePath, ...all] : all,
    ignoreDefaultArgs: true,
    headless: 'shell',
    pipe: true,
    env: { ...process.env, ...libraryPath(libraries) },
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    timeout: 20_000,
  });
}

/** The system's own libraries come first; ours only fill gaps. */
function libraryPath(libraries: string | undefined): Record<string, string> {
  if (!libraries || !existsSync(libraries)) return {};
  const system = ['/usr/lib/x86_64-linux-gnu', '/usr/lib64', '/usr/lib'];
  const given = process.env['LD_LIBRARY_PATH'];
  return { LD_LIBRARY_PATH: [given, ...system, libraries].filter(Boolean).join(delimiter) };
}

function cannotStart({ executablePath }: Chromium, cause: unknown): Error {
  const [first] = String(cause).split('\n');
  return new Error(
    `Chromium at ${executablePath} does not start (${first}); set CHROME_PATH to one that does`,
    {
      cause,
    },
  );
}
