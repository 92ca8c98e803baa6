/** What a command is, and how it says no. */
import type { Localised } from '../contract/common.ts';
import { CLI_SENTENCES, type CliSentence } from './sentences.ts';
import type { Terminal } from './terminal.ts';

export interface CommandOption {
  type: 'string' | 'boolean';
  /** shown in the help: `FILE`; absent for a switch */
  value?: string;
  required?: boolean;
  help: Localised;
}

export interface Command {
  name: string;
  /** names of the arguments, all required: `FILE.bpmn` */
  positionals: string[];
  options: { [name: string]: CommandOption };
  summary: Localised;
  /** @returns the exit code: 0 done, 1 the input is wrong. @throws Refusal */
  run(input: CommandInput, terminal: Terminal): Promise<number>;
}

export interface CommandInput {
  positionals: string[];
  values: { [option: string]: string | boolean | undefined };
}

/** Ends a command with a sentence: exit 1 when the input is wrong, 2 when the command was misused. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly exitCode: 1 | 2;
  readonly sentence: Localised;
  constructor(exitCode: 1 | 2, sentence: Localised) {
    super(sentence.en);
    this.exitCode = exitCode;
    this.sentence = sentence;
  }
}

type Values = Record<string, string | number>;

export const wrongInput = (code: CliSentence, values: Values = {}): Refusal =>
  new Refusal(1, filled(CLI_SENTENCES[code], values));
export const misuse = (code: CliSentence, values: Values = {}): Refusal =>
  new Refusal(2, filled(CLI_SENTENCES[code], values));

export const say = (terminal: Terminal, code: CliSentence, values: Values = {}): string =>
  filled(CLI_SENTENCES[code], values)[terminal.language];

const filled = (sentence: Localised, values: Values): Localised => ({
  vi: fill(sentence.vi, values),
  en: fill(sentence.en, values),
});

const fill = (text: string, values: Values): string =>
  text.replaceAll(/\{(\w+)\}/g, (placeholder, name: string) => String(values[name] ?? placeholder));
