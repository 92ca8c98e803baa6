/** The data folder that the environment names. */
import { EnvironmentFault, readEnvironment } from '../environment.ts';
import { Refusal } from './command.ts';

/** @throws Refusal when a variable is wrong */
export function dataFolder(): string {
  try {
    return readEnvironment(process.env).dataDir;
  } catch (error) {
    throw environmentRefusal(error) ?? error;
  }
}

/** Null when the error is another. */
export function environmentRefusal(error: unknown): Refusal | null {
  if (!(error instanceof EnvironmentFault)) return null;
  const sentences = error.sentences.join('\n');
  return new Refusal(1, { vi: sentences, en: sentences });
}
