/** What the server says when something a person asked cannot be done (RFC 9457). */
import type { ProblemDocument } from '../../server/contract/common.ts';

export type FieldProblem = NonNullable<ProblemDocument['errors']>[number];

/** Thrown by every call of the API client that does not succeed. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  /** dotted and stable (`dossier.already-refused`); `network` when the server was not reached */
  readonly code: string;
  /** HTTP status; 0 when the server was not reached */
  readonly status: number;
  readonly title: string;
  readonly detail: string | undefined;
  /** JSON pointers into what was sent, a sentence each */
  readonly errors: FieldProblem[];
  readonly requestId: string | undefined;

  constructor(document: Partial<ProblemDocument> & { status: number }) {
    super(document.title ?? document.code ?? String(document.status));
    this.code = document.code ?? (document.status === 0 ? 'network' : 'unknown');
    this.status = document.status;
    this.title = document.title ?? '';
    this.detail = document.detail;
    this.errors = document.errors ?? [];
    this.requestId = document.requestId;
  }
}

export const isProblem = (error: unknown): error is ApiProblem => error instanceof ApiProblem;

/** Reads a failed answer; an answer that is not problem+json still becomes one. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const text = await response.text();
  return problemFrom(response.status, text);
}

/** @param text the body as it came */
export function problemFrom(status: number, text: string): ApiProblem {
  try {
    return new ApiProblem({ ...(JSON.parse(text) as ProblemDocument), status });
  } catch (error) {
    if (error instanceof SyntaxError) return new ApiProblem({ status });
    throw error;
  }
}
