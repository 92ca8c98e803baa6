/**
 * Sends one file to the blob store. A large one goes in pieces: after a cut the next piece continues where the server
 * has come to, so that a phone in a tunnel does not begin anew. A small one goes at once.
 */
import type { PieceAnswer, Blob as StoredBlob } from '../../server/contract/integration.ts';
import { ApiProblem, isProblem, problemFrom, problemOf } from './api-problem.ts';
import { api, apiHref } from './client.ts';

export interface UploadOptions {
  /** called with 0..100 */
  onProgress?(percent: number): void;
  /** told when the line is cut, and when it is there again */
  onCut?(isCut: boolean): void;
  signal?: AbortSignal;
}

const PIECE_BYTES = 512 * 1024;
/** About ten minutes without a line; then the person is told. */
const MOST_TRIES = 60;
const WAIT_MS = 10_000;
const FIRST_WAIT_MS = 1_000;

/** @throws ApiProblem when the file is too large, of a forbidden type, or the server was not reached for long */
export async function uploadBlob(file: File, options: UploadOptions = {}): Promise<StoredBlob> {
  const line = patientLine(options);
  if (file.size <= PIECE_BYTES) return line(() => sendWhole(file, options));
  let upload = await line(() => api.post<PieceAnswer>('/uploads', { name: file.name, size: file.size }));
  const params = { id: upload.id };
  while (upload.received < file.size) {
    const { received } = upload;
    upload = await line(
      () =>
        sendPiece(upload.id, {
          from: received,
          bytes: file.slice(received, received + PIECE_BYTES),
          options,
        }),
      // the piece may have arrived though its answer did not
      () => api.get<PieceAnswer>('/uploads/{id}', { params }),
    );
    options.onProgress?.(Math.round((upload.received / file.size) * 100));
  }
  return line(() => api.post<StoredBlob>('/uploads/{id}/finish', {}, { params }));
}

/** Repeats a call while nobody answers; `again` is asked instead after a cut, when it differs. */
function patientLine({ onCut, signal }: UploadOptions) {
  return async <T>(send: () => Promise<T>, again: () => Promise<T> = send): Promise<T> => {
    for (let tries = 0; ; tries += 1) {
      try {
        const answer = await (tries === 0 ? send() : again());
        if (tries > 0) onCut?.(false);
        return answer;
      } catch (error) {
        const isCut = isProblem(error) && error.status === 0;
        if (!isCut || tries >= MOST_TRIES) throw error;
        onCut?.(true);
        await untilOnline(Math.min(WAIT_MS, FIRST_WAIT_MS * 2 ** tries), signal);
      }
    }
  };
}

/** Some time has passed, or the browser says that the line is there again. @throws the signal's reason */
const untilOnline = (longest: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const goOn = () => {
      clearTimeout(timer);
      window.removeEventListener('online', goOn);
      resolve();
    };
    const timer = setTimeout(goOn, longest);
    window.addEventListener('online', goOn);
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  });

async function sendPiece(
  id: string,
  { from, bytes, options }: { from: number; bytes: Blob; options: UploadOptions },
): Promise<PieceAnswer> {
  const request = fetch(apiHref('/uploads/{id}/pieces/{from}', { params: { id, from } }), {
    method: 'PUT',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/octet-stream', 'accept-language': languageOfPage() },
    body: bytes,
    signal: options.signal,
  });
  const response = await request.catch((error: unknown) => {
    if (error instanceof TypeError) throw new ApiProblem({ status: 0 });
    throw error;
  });
  if (!response.ok) throw await problemOf(response);
  return (await response.json()) as PieceAnswer;
}

/** XMLHttpRequest, because fetch does not tell how much has gone out. */
function sendWhole(file: File, { onProgress, signal }: UploadOptions): Promise<StoredBlob> {
  const body = new FormData();
  body.append('file', file, file.name);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', apiHref('/blobs'));
    request.setRequestHeader('accept-language', languageOfPage());
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress?.(Math.round((event.loaded / event.total) * 100));
    };
    request.onload = () =>
      request.status < 300
        ? resolve(JSON.parse(request.responseText) as StoredBlob)
        : reject(problemFrom(request.status, request.responseText));
    request.onerror = () => reject(new ApiProblem({ status: 0 }));
    request.onabort = () => reject(new DOMException('upload aborted', 'AbortError'));
    signal?.addEventListener('abort', () => request.abort());
    request.send(body);
  });
}

const languageOfPage = (): string => document.documentElement.lang || 'vi';
