import type { PageSetup } from '../contract/catalogue.ts';

/** The sheet of a template that says nothing of it. */
export const DEFAULT_PAGE: PageSetup = {
  size: 'A4',
  orientation: 'portrait',
  margin: '15mm 15mm 15mm 20mm',
};
