/**
 * The API as functions: `api.get<Dossier>('/dossiers/{code}', { params })`.
 * Answers are typed by the contract's types; failures are thrown as `ApiProblem`.
 */
import { ApiProblem, problemOf } from './api-problem.ts';

export const API_BASE = '/api/v1';

type Query = Record<string, string | number | boolean | undefined>;

export interface CallOptions {
  /** fills `{name}` in the path, escaped */
  params?: Record<string, string | number>;
  /** undefined and empty values are left out */
  query?: Query;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

export const api = {
  get: <T>(path: string, options?: CallOptions) => call<T>('GET', path, undefined, options),
  post: <T>(path: string, body?: unknown, options?: CallOptions) =>
    call<T>('POST', path, body ?? {}, options),
  put: <T>(path: string, body: unknown, options?: CallOptions) => call<T>('PUT', path, body, options),
  patch: <T>(path: string, body: unknown, options?: CallOptions) => call<T>('PATCH', path, body, options),
  delete: <T>(path: string, options?: CallOptions) => call<T>('DELETE', path, undefined, options),
  /** for answers that are not JSON: a diagram's XML, a preview's HTML, a PDF */
  raw: (method: string, path: string, body?: unknown, options?: CallOptions) =>
    send(method, path, body, options),
};

/** Address of an API path, for links and frames. */
export function apiHref(path: string, { params = {}, query = {} }: CallOptions = {}): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(params[name] ?? '')),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') search.set(name, String(value));
  }
  return `${API_BASE}${filled}${search.size > 0 ? `?${search}` : ''}`;
}

async function call<T>(method: string, path: string, body: unknown, options?: CallOptions): Promise<T> {
  const response = await send(method, path, body, options);
  if (response.status === 204) return undefined as T;
  return (await response.json()) as T;
}

async function send(
  method: string,
  path: string,
  body?: unknown,
  options: CallOptions = {},
): Promise<Response> {
  const response = await reach(apiHref(path, options), {
    method,
    credentials: 'same-origin',
    headers: {
      accept: 'application/json, application/problem+json',
      'accept-language': document.documentElement.lang || 'vi',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...options.headers,
    },
    body: body === undefined ? undefined : JSON.stringify(body),
    signal: options.signal,
  });
  if (!response.ok) throw await problemOf(response);
  return response;
}

async function reach(href: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(href, init);
  } catch (error) {
    // fetch rejects with a TypeError when nobody answered; an abort keeps its own error.
    if (error instanceof TypeError) throw new ApiProblem({ status: 0 });
    throw error;
  }
}
