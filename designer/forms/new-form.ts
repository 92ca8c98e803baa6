/** What a new form starts with: a title, and nothing to delete. */
import type { FormDocuments } from './form-api.ts';

export const newForm = (title: string): FormDocuments => ({
  schema: { type: 'object', title, properties: {}, required: [] },
  ui: {},
});
