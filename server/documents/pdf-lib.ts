import { createRequire } from 'node:module';

/** Loaded when first needed; by require, as its ES modules import JSON in a way that Node refuses. */
export const pdfLib = (): typeof import('@cantoo/pdf-lib') =>
  createRequire(import.meta.url)('@cantoo/pdf-lib');
