/** Printing for Node: papers to PDF through Chromium. */
export { embeddedFonts } from './check-fonts.ts';
export { createPrinter, type Printer, type PrinterOptions, type PrintOptions } from './printer.ts';
