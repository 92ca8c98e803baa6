/** What the studio asks of the server about e-forms. */
import type { FormResource, FormVersion } from '../../server/contract/catalogue.ts';
import { api } from '../../ui/api/client.ts';

type JsonObject = Record<string, unknown>;

/** The two documents of a form. */
export interface FormDocuments {
  schema: JsonObject;
  ui: JsonObject;
}

export const listForms = () => api.get<{ items: FormResource[] }>('/forms', { query: { limit: 200 } });

export const readForm = (key: string) => api.get<FormResource>('/forms/{key}', { params: { key } });

export const readFormVersion = (key: string, version: number) =>
  api.get<FormVersion>('/forms/{key}/versions/{version}', { params: { key, version } });

export const saveForm = (key: string, documents: FormDocuments) =>
  api.post<FormVersion>('/forms/{key}/versions', documents, { params: { key } });

export const publishForm = (key: string, version: number) =>
  api.post<FormVersion>('/forms/{key}/versions/{version}/publish', {}, { params: { key, version } });
