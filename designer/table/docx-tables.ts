/** The tables of a Word file, as rows of cells. */
import { documentXml } from '../office/document-xml.ts';

/**
 * A table within a cell counts as that cell's text; a cell merged downwards is empty below.
 * @throws Error when the file is no Word document
 */
export const docxTables = (file: ArrayBuffer): string[][][] => readTables(documentXml(file));

const PARTS = /<(\/?)w:(tbl|tr|tc|p|br|tab|gridSpan)(?=[\s/>])([^>]*)>|<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/g;

function readTables(xml: string): string[][][] {
  const tables: string[][][] = [];
  let depth = 0;
  let row: string[] = [];
  let cell = '';
  let span = 1;
  for (const [, slash, tag, attributes = '', text] of xml.matchAll(PARTS)) {
    const isEnd = slash === '/';
    if (text !== undefined) cell += unescapeXml(text);
    else if (tag === 'tbl') {
      depth += isEnd ? -1 : 1;
      if (!isEnd && depth === 1) tables.push([]);
    } else if (tag === 'br' || (tag === 'p' && isEnd)) cell += '\n';
    else if (tag === 'tab') cell += ' ';
    else if (depth !== 1) continue;
    else if (tag === 'gridSpan') span = Number(/w:val="(\d+)"/.exec(attributes)?.[1] ?? 1);
    else if (tag === 'tc' && !isEnd) cell = '';
    else if (tag === 'tc') {
      row.push(cell.trim(), ...Array.from({ length: Math.min(span, 20) - 1 }, () => ''));
      span = 1;
    } else if (tag === 'tr' && !isEnd) row = [];
    else if (tag === 'tr') tables.at(-1)!.push(row);
  }
  return tables;
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescapeXml = (text: string): string =>
  text.replace(/&(#x?[0-9a-f]+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
    const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return Number.isInteger(code) && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
