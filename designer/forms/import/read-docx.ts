/** The text of a Word document in its order: lines, and tables cell by cell. The libraries are loaded when needed. */

export type PaperBlock = { type: 'line'; text: string } | { type: 'table'; rows: string[][] };

/** @throws Error when the bytes are no Word document, or hold more than one does */
export async function readDocx(bytes: ArrayBuffer): Promise<PaperBlock[]> {
  const { documentXml } = await import('../../office/document-xml.ts');
  const { SaxesParser } = await import('saxes');
  const blocks: PaperBlock[] = [];
  const tables: { rows: string[][] }[] = [];
  let line = '';
  let isText = false;
  let isDefinition = false;
  const parser = new SaxesParser();
  parser.on('error', (fault) => {
    throw fault;
  });
  parser.on('opentag', ({ name }) => {
    if (name === 'w:t') isText = true;
    // tab stops are defined in the paragraph's properties, and stand in its runs
    else if (name === 'w:pPr') isDefinition = true;
    else if (isDefinition) return;
    // a tab on a paper form leads to where the answer is written, mostly with a dotted leader
    else if (name === 'w:tab') line += line.trim() === '' ? '' : ' ...... ';
    else if (name === 'w:br') line += '\n';
    else if (name === 'w:sym' || name === 'w14:checkbox') line += '☐ ';
    else if (name === 'w:tbl') tables.push({ rows: [] });
    else if (name === 'w:tr') tables.at(-1)?.rows.push([]);
    else if (name === 'w:tc') tables.at(-1)?.rows.at(-1)?.push('');
  });
  parser.on('text', (text) => {
    if (isText) line += text;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'w:t') isText = false;
    if (name === 'w:pPr') isDefinition = false;
    if (name === 'w:p') {
      const row = tables.at(-1)?.rows.at(-1);
      if (row) row[row.length - 1] = `${row.at(-1) ?? ''} ${line}`.trim();
      else blocks.push(...line.split('\n').map((text) => ({ type: 'line' as const, text: text.trim() })));
      line = '';
    }
    if (name === 'w:tbl') {
      const { rows = [] } = tables.pop() ?? {};
      const outer = tables.at(-1)?.rows.at(-1);
      // a table inside a cell is told as the text of its cells
      if (outer) outer[outer.length - 1] = [outer.at(-1), ...rows.flat()].join(' ').trim();
      else blocks.push({ type: 'table', rows });
    }
  });
  parser.write(documentXml(bytes)).close();
  return blocks.filter((block) => block.type === 'table' || block.text !== '');
}
