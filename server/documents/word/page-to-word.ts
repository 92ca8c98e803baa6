/** A rendered paper as a Word document, for whoever must go on with it outside: its words, tables, codes and order. */
import type { IParagraphOptions, IRunOptions, Paragraph, Table } from 'docx';
import { parseDocument } from 'htmlparser2';
import { pageDimensions } from '../../../templates/page.ts';
import type { PageSetup } from '../../contract/catalogue.ts';
import { type Drawing, drawingToPng } from './drawing-to-png.ts';
import { type ChildNode, type Element, elementsIn, isElement } from './paper-nodes.ts';
import { classesOf, type Style, styleOf } from './paper-style.ts';

type Docx = typeof import('docx');

/** Half points, as Decree 30/2020 sets them: 13 pt on A4; an A5 slip is three points smaller. */
const FONT_SIZE = { A4: 26, A5: 20 } as const;
const TWIPS_A_MILLIMETRE = 1440 / 25.4;
const PIXELS_A_MILLIMETRE = 96 / 25.4;

/** @param html what paperHtml gives: one `main.copy` a copy */
export async function pageToWord(
  html: string,
  { page, title }: { page: PageSetup; title: string },
): Promise<Uint8Array> {
  const docx = await import('docx');
  const writer = writerOf(docx, FONT_SIZE[page.size]);
  const copies = elementsIn(parseDocument(html).children).filter((each) => classesOf(each).includes('copy'));
  const document = new docx.Document({
    title,
    creator: 'Motcua',
    styles: { default: { document: { run: { font: 'Times New Roman', size: FONT_SIZE[page.size] } } } },
    sections: copies.map((copy) => ({
      properties: { page: sheetOf(docx, page) },
      children: writer.blocks(copy.children, {}),
    })),
  });
  return docx.Packer.toBuffer(document);
}

function sheetOf({ PageOrientation }: Docx, page: PageSetup) {
  const { width, height } = pageDimensions(page);
  const [top = 0, right = top, bottom = top, left = right] = page.margin.split(' ').map(twipsOf);
  const isLandscape = page.orientation === 'landscape';
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  return {
    size: {
      // docx turns the sheet itself
      width: twips(short),
      height: twips(long),
      orientation: isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
    },
    margin: { top, right, bottom, left },
  };
}

const UNITS: Record<string, number> = { mm: 1, cm: 10, in: 25.4, pt: 25.4 / 72 };
const twips = (millimetres: number): number => Math.round(millimetres * TWIPS_A_MILLIMETRE);
const twipsOf = (length: string): number =>
  twips(Number.parseFloat(length) * (UNITS[length.replace(/[\d.]/g, '')] ?? 1));

/** Blocks that stand side by side on the page: a row of a table without lines. */
const SIDE_BY_SIDE = new Set(['head', 'with-code', 'with-codes', 'signatures']);
const BLOCKS = new Set([
  'p',
  'h1',
  'h2',
  'h3',
  'li',
  'div',
  'section',
  'header',
  'ol',
  'ul',
  'table',
  'main',
]);

function writerOf(docx: Docx, fontSize: number) {
  const { AlignmentType, BorderStyle, ImageRun, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } =
    docx;
  const ALIGN = {
    left: AlignmentType.LEFT,
    center: AlignmentType.CENTER,
    right: AlignmentType.RIGHT,
    both: AlignmentType.JUSTIFIED,
  };
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const NO_LINES = {
    top: none,
    bottom: none,
    left: none,
    right: none,
    insideHorizontal: none,
    insideVertical: none,
  };
  const whole = { size: 100, type: WidthType.PERCENTAGE };

  const blocks = (nodes: ChildNode[], style: Style): (Paragraph | Table)[] => {
    const written: (Paragraph | Table)[] = [];
    let loose: ChildNode[] = [];
    const flush = () => {
      if (loose.some(hasWords)) written.push(paragraph(loose, style));
      loose = [];
    };
    for (const node of nodes) {
      if (isElement(node) && isBlock(node)) {
        flush();
        written.push(...block(node, styleOf(node, style)));
      } else loose.push(node);
    }
    flush();
    return written;
  };

  const block = (element: Element, style: Style): (Paragraph | Table)[] => {
    const classes = classesOf(element);
    if (element.name === 'table') return [grid(element, style)];
    if (classes.some((name) => SIDE_BY_SIDE.has(name))) return [beside(element, style)];
    if (classes.includes('pair')) return [paragraph(spaced(element), style)];
    if (classes.includes('signed') && !hasWords(element))
      return Array.from({ length: 3 }, () => new Paragraph(''));
    if (element.children.some((child) => isElement(child) && isBlock(child)))
      return blocks(element.children, style);
    return hasWords(element) ? [paragraph(element.children, style)] : [];
  };

  /** What flows side by side on a line of the page, four spaces apart. */
  const spaced = ({ children }: Element): ChildNode[] =>
    children
      .filter(isElement)
      .flatMap((child, index) => (index > 0 ? [GAP, ...child.children] : child.children));

  const paragraph = (nodes: ChildNode[], style: Style): Paragraph => {
    const options: IParagraphOptions = {
      children: runs(nodes, style),
      spacing: { after: 60 },
      ...(style.align && { alignment: ALIGN[style.align] }),
      ...(style.indent && { indent: { firstLine: style.indent * fontSize * 10 } }),
    };
    return new Paragraph(options);
  };

  const runs = (
    nodes: ChildNode[],
    style: Style,
  ): (InstanceType<Docx['TextRun']> | InstanceType<Docx['ImageRun']>)[] =>
    nodes.flatMap((node) => {
      if (node.type === 'text') {
        const text = node.data.replace(/\s+/g, ' ');
        return text ? [new TextRun(runOf(text, style))] : [];
      }
      if (!isElement(node)) return [];
      if (node.name === 'br') return [new TextRun({ break: 1 })];
      if (node.name === 'svg') return image(node);
      const box = classesOf(node).includes('box');
      if (box) return [new TextRun(runOf(classesOf(node).includes('ticked') ? '☑' : '☐', style))];
      return runs(node.children, styleOf(node, style));
    });

  const runOf = (text: string, { bold, italics, allCaps, underline, scale = 1 }: Style): IRunOptions => ({
    text,
    size: Math.round(fontSize * scale),
    ...(bold && { bold }),
    ...(italics && { italics }),
    ...(allCaps && { allCaps }),
    ...(underline && { underline: {} }),
  });

  const image = (svg: Element) => {
    const drawing = drawingOf(svg);
    if (!drawing) return [];
    const { png, width, height } = drawing;
    const transformation = {
      width: Math.round(width * PIXELS_A_MILLIMETRE),
      height: Math.round(height * PIXELS_A_MILLIMETRE),
    };
    return [new ImageRun({ type: 'png', data: Buffer.from(png), transformation })];
  };

  const beside = (element: Element, style: Style): Table => {
    const columns = element.children.filter(isElement);
    return new Table({
      width: whole,
      borders: NO_LINES,
      rows: [
        new TableRow({
          cantSplit: true,
          children: columns.map(
            (column) => new TableCell({ borders: NO_LINES, children: filled(cell(column, style)) }),
          ),
        }),
      ],
    });
  };

  const cell = (element: Element, style: Style) => {
    const inner = styleOf(element, style);
    return isBlock(element) && element.name !== 'p'
      ? blocks(element.children, inner)
      : [paragraph(element.children, inner)];
  };

  const grid = (table: Element, style: Style): Table => {
    const rows = elementsIn(table.children).filter(({ name }) => name === 'tr');
    return new Table({
      width: whole,
      rows: rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            tableHeader: isElement(row.parent) && row.parent.name === 'thead',
            children: row.children.filter(isElement).map(
              (each) =>
                new TableCell({
                  children: filled(blocks(each.children, styleOf(each, style))),
                  ...spanOf(each),
                  ...widthOf(each, WidthType),
                }),
            ),
          }),
      ),
    });
  };

  /** Word wants a paragraph in every cell. */
  const filled = <T>(children: T[]): (T | Paragraph)[] =>
    children.length > 0 ? children : [new Paragraph('')];

  return { blocks };
}

const spanOf = ({ attribs }: Element) => ({
  ...(attribs['colspan'] && { columnSpan: Number(attribs['colspan']) }),
  ...(attribs['rowspan'] && { rowSpan: Number(attribs['rowspan']) }),
});

function widthOf({ attribs }: Element, { PERCENTAGE }: Docx['WidthType']) {
  const share = /width:\s*([\d.]+)%/.exec(attribs['style'] ?? '')?.[1];
  return share ? { width: { size: Number(share), type: PERCENTAGE } } : {};
}

/** The last path of a code is its black one, over the white ground. */
function drawingOf({ attribs, children }: Element): Drawing | undefined {
  const path = children.filter(isElement).findLast(({ name }) => name === 'path')?.attribs['d'];
  const { width, height, viewbox, viewBox = viewbox } = attribs;
  return path && width && height && viewBox ? drawingToPng({ width, height, viewBox, path }) : undefined;
}

const isBlock = (element: Element): boolean => BLOCKS.has(element.name);

function hasWords(node: ChildNode): boolean {
  if (node.type === 'text') return node.data.trim() !== '';
  return isElement(node) && (node.name === 'svg' || node.children.some(hasWords));
}

const GAP = parseDocument('\u00a0\u00a0\u00a0\u00a0').children[0]!;
