/** What the classes and elements of a paper's page (templates/page.ts) mean in a Word document. */
import type { Element } from './paper-nodes.ts';

export interface Style {
  bold?: boolean;
  italics?: boolean;
  allCaps?: boolean;
  underline?: boolean;
  /** of the size around it */
  scale?: number;
  align?: 'left' | 'center' | 'right' | 'both';
  /** first line, in ems */
  indent?: number;
}

const OF_ELEMENTS: Record<string, Style> = {
  b: { bold: true },
  strong: { bold: true },
  i: { italics: true },
  em: { italics: true },
  u: { underline: true },
  h1: { bold: true, scale: 1.12, align: 'center' },
  h2: { bold: true },
  th: { bold: true, align: 'center' },
};

const OF_CLASSES: Record<string, Style> = {
  head: { align: 'center', scale: 0.9 },
  title: { align: 'center' },
  addressee: { align: 'center' },
  signatures: { align: 'center' },
  letter: { align: 'both', indent: 2 },
  indent: { indent: 2 },
  justify: { align: 'both' },
  centre: { align: 'center' },
  middle: { align: 'center' },
  right: { align: 'right' },
  bold: { bold: true },
  plain: { bold: false },
  italic: { italics: true },
  upper: { allCaps: true },
  small: { scale: 0.86 },
  smaller: { scale: 0.7 },
  note: { scale: 0.8, align: 'both' },
  parent: { allCaps: true },
  office: { allCaps: true, bold: true },
  state: { allCaps: true, bold: true },
  motto: { bold: true },
  dated: { italics: true },
  contact: { italics: true, scale: 0.88 },
  subject: { scale: 0.92 },
  under: { italics: true },
  caption: { scale: 0.72 },
  role: { allCaps: true, bold: true },
  hint: { italics: true, scale: 0.9 },
  name: { bold: true },
  digital: { scale: 0.8 },
  recipients: { align: 'left', scale: 0.86 },
  label: { bold: true, italics: true },
};

export const classesOf = ({ attribs }: Element): string[] =>
  (attribs['class'] ?? '').split(/\s+/).filter(Boolean);

/** The style inside an element, from the one around it. Sizes multiply, everything else is the innermost's. */
export function styleOf(element: Element, around: Style): Style {
  const own = [OF_ELEMENTS[element.name] ?? {}, ...classesOf(element).map((name) => OF_CLASSES[name] ?? {})];
  const scale = own.reduce((product, each) => product * (each.scale ?? 1), around.scale ?? 1);
  return Object.assign({}, around, ...own, { scale });
}
