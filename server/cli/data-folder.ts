/** Where the environment says the data are. */
import { type Environment, EnvironmentFault, readEnvironment } from '../environment.ts';
import { readPassphrase } from '../store/backup/read-passphrase.ts';
import { Refusal } from './command.ts';

/** The data folder. @throws Refusal when a variable is wrong */
export const dataFolder = (): string => environment().dataDir;

/** The database, when there is one. @throws Refusal when a variable is wrong */
export const mongodbAddress = (): string | undefined => environment().mongodbUri;

/** What backups are encrypted with; undefined when they are not. @throws Refusal; Problem `backup.key-unreadable` */
export const backupPassphrase = (): Promise<string | undefined> => readPassphrase(environment().backupKey);

function environment(): Environment {
  try {
    return readEnvironment(process.env);
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
