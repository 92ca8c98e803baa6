/** A problem thrown by the store or the server's start, as one sentence for the terminal. */
import { httpMessages, type Language, sentence } from '../http/messages.ts';
import { Problem } from '../http/problem.ts';
import { storeMessages } from '../store/messages.ts';
import { StoreUnavailable } from '../store/store.ts';

const messages = { ...httpMessages, ...storeMessages };

/** Null when the error is neither a problem nor a store that cannot work. */
export function sentenceOfProblem(error: unknown, language: Language): string | null {
  if (error instanceof StoreUnavailable)
    return sentence(messages, `store.${error.reason}`, { language, values: {} }).detail;
  if (!(error instanceof Problem)) return null;
  return sentence(messages, error.code, { language, values: error.values }).detail;
}
