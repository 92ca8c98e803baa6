/** What is on the form desk: the two documents as text, so that a half-typed line is kept too. */
import { compileForm, type Form, type FormProblem } from '../../forms/index.ts';
import type { FormDocuments } from './form-api.ts';

export interface FormDraft {
  schema: string;
  ui: string;
}

export type DocumentName = keyof FormDraft;

export const draftOf = ({ schema, ui }: FormDocuments): FormDraft => ({
  schema: JSON.stringify(schema, null, 2),
  ui: JSON.stringify(ui, null, 2),
});

export interface ReadDraft {
  /** absent while one of the texts is not a JSON object */
  documents?: FormDocuments;
  /** absent while there are problems */
  form?: Form;
  problems: FormProblem[];
}

/** Reads the texts; what is wrong is returned with pointers into `{ schema, ui }`. */
export function readDraft(draft: FormDraft): ReadDraft {
  const { documents, problems } = parseDraft(draft);
  return documents ? { documents, ...compileForm(documents) } : { problems };
}

/** Reads the texts as JSON alone. */
export function parseDraft(draft: FormDraft): Pick<ReadDraft, 'documents' | 'problems'> {
  const schema = parse(draft.schema);
  const ui = parse(draft.ui);
  const problems = [...(schema ? [] : [notJson('/schema')]), ...(ui ? [] : [notJson('/ui')])];
  return schema && ui ? { documents: { schema, ui }, problems } : { problems };
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : undefined;
  } catch (error) {
    // half-typed: the editor underlines the place itself
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const notJson = (pointer: string): FormProblem => ({
  pointer,
  code: 'not-json',
  message: {
    vi: pointer === '/ui' ? 'Tài liệu giao diện chưa phải là JSON đúng.' : 'Lược đồ chưa phải là JSON đúng.',
    en: pointer === '/ui' ? 'The ui document is not yet right JSON.' : 'The schema is not yet right JSON.',
  },
});
