/** E-forms on the screen: to fill in, and to read. */
export { FormReadView, type FormReadViewProps } from './FormReadView.tsx';
export { FormView, type FormViewProps } from './FormView.tsx';
export type { UploadFile } from './form-context.ts';
