/** What the studio asks of the server about e-forms. */
import type { FormResource, FormUses, FormVersion } from '../../server/contract/catalogue.ts';
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

/** @param basedOn the newest version known; refused when somebody has saved a newer one */
export const saveForm = (key: string, documents: FormDocuments, basedOn?: number) =>
  api.post<FormVersion>('/forms/{key}/versions', { ...documents, basedOn }, { params: { key } });

export const publishForm = (key: string, version: number) =>
  api.post<FormVersion>('/forms/{key}/versions/{version}/publish', {}, { params: { key, version } });

export const retireForm = (key: string, version: number) =>
  api.post<FormVersion>('/forms/{key}/versions/{version}/retire', {}, { params: { key, version } });

export const readFormUses = (key: string) => api.get<FormUses>('/forms/{key}/uses', { params: { key } });
