import type { SentenceValue } from './messages.ts';

/** The one class of error that a person can cause; everything else is a bug (RFC 9457). */
export interface FieldError {
  /** JSON pointer into what was sent */
  pointer: string;
  code?: string;
  /** written by the thrower when it knows the sentence, in the caller's language or in both; else looked up by `code` */
  detail?: string | { vi: string; en: string };
}

export class Problem extends Error {
  override readonly name = 'Problem';
  /** dotted, stable; its title and detail live in the message catalogue under this code */
  readonly code: string;
  readonly status: number;
  /** fills the placeholders of the catalogue's sentences */
  readonly values: Record<string, SentenceValue>;
  readonly errors: FieldError[];
  readonly headers: Record<string, string>;
  constructor(code: string, status: number, options: ProblemOptions = {}) {
    super(code);
    this.code = code;
    this.status = status;
    this.values = options.values ?? {};
    this.errors = options.errors ?? [];
    this.headers = options.headers ?? {};
  }
}

export interface ProblemOptions {
  values?: Record<string, SentenceValue>;
  errors?: FieldError[];
  headers?: Record<string, string>;
}

/** @example throw problem('dossier.already-refused', 409, { values: { code } }) */
export const problem = (code: string, status: number, options?: ProblemOptions): Problem =>
  new Problem(code, status, options);
