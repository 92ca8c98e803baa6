/** Which Chromium prints: the configured one, an installed one, or the one that npm brought. */
import { existsSync } from 'node:fs';
import { unpackChromium } from './unpack-chromium.ts';

export type Chromium = {
  executablePath: string;
  /** folder of shared libraries to offer when the system lacks them */
  libraries?: string;
};

/**
 * Looks at `chromePath` (CHROME_PATH), then at the usual places of an installed Chrome or Chromium, then
 * unpacks the one inside @sparticuz/chromium (once a machine, some seconds).
 * Throws when `chromePath` is given and nothing is there.
 */
export async function findChromium(chromePath?: string): Promise<Chromium> {
  if (chromePath) {
    if (!existsSync(chromePath)) throw new Error(`CHROME_PATH: ${chromePath} does not exist`);
    return { executablePath: chromePath };
  }
  const installed = INSTALLED.find((path) => existsSync(path));
  return installed ? { executablePath: installed } : unpackChromium();
}

const INSTALLED = [
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];
