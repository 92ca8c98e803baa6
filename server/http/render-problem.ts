/** The one place where a problem becomes an answer. */
import type { Response } from 'express';
import { CalendarYearMissing } from '../../calendar/index.ts';
import { DuplicateKey, StoreConflict, StoreUnavailable } from '../store/store.ts';
import { type Language, type Messages, sentence } from './messages.ts';
import { type FieldError, Problem, problem } from './problem.ts';

/** What a thrown thing says to the caller: itself when it is a problem, a 500 without detail otherwise. */
export function toProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  if (thrown instanceof StoreConflict) return problem('store.conflict', 409);
  if (thrown instanceof DuplicateKey) return problem('store.duplicate', 409);
  if (thrown instanceof StoreUnavailable) {
    return problem(`store.${thrown.reason}`, 503, { headers: { 'retry-after': '5' } });
  }
  if (thrown instanceof CalendarYearMissing) {
    return problem('calendar.year-missing', 422, { values: { year: thrown.year } });
  }
  if (isClientFault(thrown)) return fromParser(thrown);
  return problem('server.error', 500);
}

export function renderProblem(
  response: Response,
  fault: Problem,
  { messages, language, requestId }: { messages: Messages; language: Language; requestId: string },
): void {
  const values = { ...fault.values, requestId };
  const { title, detail } = sentence(messages, fault.code, { language, values });
  const errors = fault.errors.map(({ pointer, code, detail: written }: FieldError) => ({
    pointer,
    ...(code ? { code } : {}),
    detail:
      typeof written === 'string'
        ? written
        : (written?.[language] ?? sentence(messages, code ?? fault.code, { language, values }).detail),
  }));
  response
    .status(fault.status)
    .set({ ...fault.headers, 'content-language': language, 'cache-control': 'no-store' })
    .type('application/problem+json')
    .send(
      JSON.stringify({
        type: `urn:motcua:problem:${fault.code}`,
        title,
        status: fault.status,
        detail,
        code: fault.code,
        requestId,
        ...(errors.length > 0 ? { errors } : {}),
      }),
    );
}

/** What Express and its body parser throw for a fault of the caller carries a 4xx status and a type. */
interface ClientFault {
  status: number;
  type?: string;
  limit?: number;
}

const isClientFault = (thrown: unknown): thrown is ClientFault =>
  thrown instanceof Error &&
  'status' in thrown &&
  typeof thrown.status === 'number' &&
  thrown.status >= 400 &&
  thrown.status < 500;

function fromParser({ status, type, limit }: ClientFault): Problem {
  if (type === 'entity.parse.failed') return problem('request.malformed-json', 400);
  if (type === 'entity.too.large') {
    return problem('request.too-large', 413, { values: { limit: `${Math.floor((limit ?? 0) / 1024)} KB` } });
  }
  return problem('request.failed', status);
}
