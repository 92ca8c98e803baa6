/** Sends one file to the blob store. XMLHttpRequest, because fetch does not tell how much has gone out. */
import type { Blob as StoredBlob } from '../../server/contract/integration.ts';
import { ApiProblem, problemFrom } from './api-problem.ts';
import { apiHref } from './client.ts';

export interface UploadOptions {
  /** called with 0..100 */
  onProgress?(percent: number): void;
  signal?: AbortSignal;
}

/** @throws ApiProblem when the file is too large, of a forbidden type, or the server was not reached */
export function uploadBlob(file: File, { onProgress, signal }: UploadOptions = {}): Promise<StoredBlob> {
  const body = new FormData();
  body.append('file', file, file.name);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', apiHref('/blobs'));
    request.setRequestHeader('accept-language', document.documentElement.lang || 'vi');
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
