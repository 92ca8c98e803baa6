/** Where a command writes, and in which language. */
import type { Language } from '../http/messages.ts';

export interface Terminal {
  /** what was asked for, one line or several */
  out(text: string): void;
  /** what a person should know besides */
  err(text: string): void;
  language: Language;
}

/** Vietnamese, or English when the locale says so. */
export function processTerminal(env: NodeJS.ProcessEnv = process.env): Terminal {
  // A reader that went away (`| head`) is no error of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  return {
    out: (text) => void process.stdout.write(`${text}\n`),
    err: (text) => void process.stderr.write(`${text}\n`),
    language: languageOfLocale(env),
  };
}

/** The first of LC_ALL, LC_MESSAGES and LANG that is set decides. */
export function languageOfLocale(env: NodeJS.ProcessEnv): Language {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return locale.toLowerCase().startsWith('en') ? 'en' : 'vi';
}
