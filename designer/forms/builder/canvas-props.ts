/** What every part of the canvas works with. */
import type { Form } from '../../../forms/index.ts';
import type { FormDocuments } from '../form-api.ts';

export interface CanvasProps {
  documents: FormDocuments;
  form: Form | undefined;
  chosen: string | undefined;
  /** just put on the canvas: its label is typed next */
  added: string | undefined;
  isReadOnly: boolean;
  onChoose: (pointer: string | undefined) => void;
  onAdded: (pointer: string) => void;
  /** `key` names what is being changed: one undo takes back a whole typed label */
  onChange: (documents: FormDocuments, key?: string) => void;
  /** moves a field among its neighbours */
  onShift: (pointer: string, by: -1 | 1) => void;
  onRemove: (pointer: string) => void;
  /** does the opened version have the field? Then data may have it too */
  isStored: (pointer: string) => boolean;
  /** gives a field another label; a new field's name follows */
  onRelabel: (pointer: string, label: string) => void;
  onRename: (pointer: string, name: string) => void;
  /** names a field for the screen through every renaming */
  keyOf: (pointer: string) => string;
}
