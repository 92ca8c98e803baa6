/** What every part of the canvas works with. */
import type { Form } from '../../../forms/index.ts';
import type { FormDocuments } from '../form-api.ts';

export interface CanvasProps {
  documents: FormDocuments;
  form: Form | undefined;
  chosen: string | undefined;
  isReadOnly: boolean;
  onChoose: (pointer: string | undefined) => void;
  onChange: (documents: FormDocuments, key?: string) => void;
}
