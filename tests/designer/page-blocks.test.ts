import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SNIPPETS } from '../../designer/templates/panel/snippets.ts';
import {
  addBehind,
  choosableBlocks,
  chosenAt,
  moveBlock,
  removeBlock,
} from '../../designer/templates/visual/edit-blocks.ts';
import { parseBlocks } from '../../designer/templates/visual/parse-blocks.ts';
import {
  columnsAt,
  moveColumn,
  removeColumn,
  setColumnWidth,
} from '../../designer/templates/visual/table-columns.ts';
import { compileTemplate, completePaper, renderBody } from '../../templates/index.ts';
import { officialTemplates } from '../../templates/worker/index.ts';

const OFFICIAL = officialTemplates();
const print = (source: string, data: object) => renderBody(compileTemplate(source).template!, data);

/** The block around the first `|`-marked place, and the source without the mark. */
function marked(text: string) {
  const offset = text.indexOf('|');
  const source = text.replace('|', '');
  return { source, offset, chosen: chosenAt(source, offset) };
}

describe('blocks of a template', () => {
  it('are elements, conditions and shared blocks beside each other, not parts of a line', () => {
    const source =
      '{{> header}}\n<section><p>Kính gửi: <b>{{a}}</b></p>{{#if b}}<p>c</p>{{else}}<p>d</p>{{/if}}</section>';
    expect(choosableBlocks(source).map(({ name }) => name)).toEqual([
      'header',
      'section',
      'p',
      'if',
      'p',
      'p',
    ]);
  });

  it.each(['<p>a<b>b</p></b>', '{{#if a}}<div>{{else}}<div class="b">{{/if}}</div>', '<p>a', '</p>'])(
    'are not touched where tags and braces cross: %s',
    (source) => {
      expect(parseBlocks(source)).toBeUndefined();
      expect(chosenAt(source, 1)).toBeUndefined();
    },
  );

  it('change places with what stands between them left between them', () => {
    const { source, chosen } = marked('<p>a</p>\n  <!-- n --><p>|b</p><p>c</p>');
    const up = moveBlock(source, chosen!.block, -1)!;
    expect(up.source).toBe('<p>b</p>\n  <!-- n --><p>a</p><p>c</p>');
    expect(moveBlock(source, chosen!.block, 1)!.source).toBe('<p>a</p>\n  <!-- n --><p>c</p><p>b</p>');
    expect(chosenAt(up.source, up.chosen)).toMatchObject({ canMoveUp: false, canMoveDown: true });
  });

  it('stay inside their branch of a condition', () => {
    const { source, chosen } = marked('{{#if a}}<p>|b</p>{{else}}<p>c</p>{{/if}}');
    expect(chosen).toMatchObject({ canMoveUp: false, canMoveDown: false, around: { name: 'if' } });
    expect(moveBlock(source, chosen!.block, 1)).toBeUndefined();
  });

  it('are removed with the blanks before them, and added on a line of their own', () => {
    const { source, chosen } = marked('<div>\n  <p>a</p>\n  <p>|b</p>\n</div>');
    expect(removeBlock(source, chosen!.block)!.source).toBe('<div>\n  <p>a</p>\n</div>');
    expect(addBehind(source, chosen!.block, '<p>c</p>').source).toBe(
      '<div>\n  <p>a</p>\n  <p>b</p>\n  <p>c</p>\n</div>',
    );
  });
});

describe('a block that is added', () => {
  it.each([
    ['a row of a table', '<div><table>\n<tr><td>|a</td></tr>\n</table></div>', '</table>'],
    ['an item of a list', '<ol>{{#each l}}<li>|a</li>{{/each}}</ol>', '</ol>'],
    ['a signature', '<section class="signatures">{{> recipients}}{{> |signature}}</section>', '</section>'],
  ])('goes behind the whole of which %s is a part', (_, text, whole) => {
    const { source, chosen } = marked(text);
    expect(addBehind(source, chosen!.block, '<p>c</p>').source).toContain(`${whole}\n<p>c</p>`);
  });
});

const TABLE = `<table><thead>
<tr><th rowspan="2" style="width: 8%">STT</th><th rowspan="2">Tên</th><th colspan="2">Số lượng</th></tr>
<tr><th>Chính</th><th>Photo</th></tr>
</thead><tbody>{{#each l}}<tr><td>1</td><td>{{name}}</td><td>2</td><td>3</td></tr>{{else}}<tr><td colspan="4">-</td></tr>{{/each}}</tbody></table>`;
const at = (text: string) => TABLE.indexOf(text);

describe('columns of a table', () => {
  it('are found under heads of several rows', () => {
    expect(columnsAt(TABLE, at('STT'))).toEqual({
      count: 4,
      index: 0,
      width: 8,
      canMoveLeft: false,
      canMoveRight: true,
    });
    expect(columnsAt(TABLE, at('Photo'))).toMatchObject({ index: 3, canMoveLeft: true });
    expect(columnsAt(TABLE, at('{{name}}'))).toMatchObject({ index: 1, canMoveRight: false });
  });

  it('change places in every row', () => {
    const { source: moved, chosen } = moveColumn(TABLE, at('STT'), 1)!;
    expect(moved.slice(chosen)).toMatch(/^STT/);
    expect(moved).toContain('<tr><th rowspan="2">Tên</th><th rowspan="2" style="width: 8%">STT</th>');
    expect(moved).toContain('<tr><td>{{name}}</td><td>1</td>');
    const under = moveColumn(TABLE, at('Chính'), 1)!.source;
    const back = moveColumn(TABLE, at('Photo'), -1)!;
    expect([back.source, back.source.slice(back.chosen, back.chosen + 5)]).toEqual([under, 'Photo']);
    expect(under).toContain('<tr><th>Photo</th><th>Chính</th></tr>');
    expect(under).toContain('<td>3</td><td>2</td>');
  });

  it('are not moved out from under a common head', () => {
    expect(moveColumn(TABLE, at('Chính'), -1)).toBeUndefined();
  });

  it('are taken out of every row, cells over several becoming narrower', () => {
    const removed = removeColumn(TABLE, at('Photo'))!;
    expect(removed).toContain('<th>Số lượng</th>');
    expect(removed).toContain('<td>{{name}}</td><td>2</td></tr>');
    expect(removed).toContain('<td colspan="3">-</td>');
  });

  it('get a width, and lose it', () => {
    expect(setColumnWidth(TABLE, at('Photo'), 12)).toContain('<th style="width: 12%">Photo</th>');
    expect(setColumnWidth(TABLE, at('<td>1'), 20)).toContain('<th rowspan="2" style="width: 20%">STT');
    expect(setColumnWidth(TABLE, at('STT'), undefined)).toContain('<th rowspan="2">STT');
  });

  it('are left alone where a row holds more than cells', () => {
    expect(columnsAt('<table><tr>{{#if a}}<td>b</td>{{/if}}<td>c</td></tr></table>', 35)).toBeUndefined();
  });
});

/** Whole templates, and pieces put together at random. */
const sources = fc.oneof(
  fc.constantFrom(...OFFICIAL.map(({ source }) => source)),
  fc
    .array(
      fc.constantFrom(...SNIPPETS.map(({ text }) => text), '<p>Đoạn &amp; chữ</p>\n', '{{> recipients}}\n'),
      {
        minLength: 2,
        maxLength: 6,
      },
    )
    .map((pieces) => pieces.join('')),
);
const SAMPLE = completePaper(OFFICIAL.find(({ key }) => key === 'supplement-request')!.dataExample);
const lettersOf = (text: string) => [...text.replace(/\s/g, '')].sort().join('');

describe('whatever is done to a page', () => {
  it('moves blocks there and back without a trace, and loses no letter', () => {
    fc.assert(
      fc.property(sources, fc.nat(), (source, pick) => {
        const blocks = choosableBlocks(source);
        const block = blocks[pick % blocks.length]!;
        const moved = moveBlock(source, block, 1);
        if (!moved) return;
        expect(lettersOf(moved.source)).toBe(lettersOf(source));
        expect(lettersOf(print(moved.source, SAMPLE))).toBe(lettersOf(print(source, SAMPLE)));
        const back = chosenAt(moved.source, moved.chosen)!;
        expect(moved.source.slice(back.block.start, back.block.end)).toBe(
          source.slice(block.start, block.end),
        );
        expect(moveBlock(moved.source, back.block, -1)!.source).toBe(source);
      }),
      { numRuns: 25 },
    );
  });

  it('keeps the source sound after any row of moves, removals, additions and widths', () => {
    const step = fc.record({ what: fc.nat(6), pick: fc.nat() });
    fc.assert(
      fc.property(sources, fc.array(step, { minLength: 1, maxLength: 8 }), (start, steps) => {
        let source = start;
        for (const { what, pick } of steps) {
          const offset = pick % source.length;
          const block = chosenAt(source, offset)?.block;
          const next = [
            () => block && moveBlock(source, block, 1)?.source,
            () => block && moveBlock(source, block, -1)?.source,
            () => block && removeBlock(source, block)?.source,
            () => block && addBehind(source, block, '<p>Thêm {{@root.dossier.code}}</p>').source,
            () => moveColumn(source, offset, 1)?.source,
            () => removeColumn(source, offset),
            () => setColumnWidth(source, offset, 10),
          ][what]!();
          source = next || source;
          expect(parseBlocks(source)).toBeDefined();
        }
        expect(compileTemplate(source).problems).toEqual([]);
        print(source, SAMPLE);
      }),
      { numRuns: 25 },
    );
  });
});
