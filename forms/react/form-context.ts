/** What every field of one form on the screen shares. */
import { createContext, useContext, useSyncExternalStore } from 'react';
import { valueAt } from '../pointer.ts';
import type { Language } from '../types.ts';
import type { DraftStore } from './draft-store.ts';
import type { ErrorStore } from './error-store.ts';
import type { ListCache } from './list-cache.ts';
import type { RevealStore } from './reveal-store.ts';
import type { Say } from './texts.ts';

/** Stores a file and answers its id (SHA-256); `onProgress` is told percent. */
export type UploadFile = (file: File, onProgress: (percent: number) => void) => Promise<string>;

/** By pointer: the value that was filled in beforehand, and a sentence that says where it came from. */
export type Origins = Readonly<Record<string, { value: unknown; text: string }>>;

export interface FormScreen {
  language: Language;
  say: Say;
  errors: ErrorStore;
  idPrefix: string;
  /** a field was left: check it now */
  onLeave(pointer: string): void;
  upload?: UploadFile;
  origins?: Origins;
  lists: ListCache;
  /** the draft, for a field that depends on another */
  draft: DraftStore;
  reveal: RevealStore;
  /** name of a stored file, when known */
  fileName?(id: string): string | undefined;
  fileHref?(id: string): string;
}

export const FormScreenContext = createContext<FormScreen | undefined>(undefined);

export function useFormScreen(): FormScreen {
  const screen = useContext(FormScreenContext);
  if (!screen) throw new Error('a form field stands outside a FormView');
  return screen;
}

/** The sentence under a field, if there is one. */
export function useFieldError(pointer: string): string | undefined {
  const { errors } = useFormScreen();
  return useSyncExternalStore(
    errors.subscribe,
    () => errors.messageAt(pointer),
    () => errors.messageAt(pointer),
  );
}

/** The value at another place of the draft; the field is drawn again when it changes. */
export function useDraftValue(pointer: string | undefined): unknown {
  const { draft } = useFormScreen();
  const read = () => (pointer === undefined ? undefined : valueAt(draft.get(), pointer));
  return useSyncExternalStore(draft.subscribe, read, read);
}
