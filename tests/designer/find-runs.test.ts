import { describe, expect, it } from '@jest/globals';
import { asSource, findRuns, markRuns, readMark } from '../../designer/templates/visual/find-runs.ts';
import { compileTemplate, completePaper, renderBody } from '../../templates/index.ts';
import { officialTemplates } from '../../templates/worker/index.ts';

const texts = (source: string) =>
  findRuns(source).map(({ kind, start, end }) => [kind, source.slice(start, end)]);
const print = (source: string, data: object) => renderBody(compileTemplate(source).template!, data);

describe('runs of a template', () => {
  it('are the texts and printed fields between tags, without the blanks around them', () => {
    expect(texts('<p class="a > b">\n  Mã hồ sơ: {{dossier.code}} (mẫu)\n</p>')).toEqual([
      ['text', 'Mã hồ sơ:'],
      ['field', '{{dossier.code}}'],
      ['text', '(mẫu)'],
    ]);
  });

  it('leave out blocks, shared blocks, comments, styles and fields inside tags', () => {
    const source =
      '{{> header}}<style>.a { color: red }</style><!-- b < c -->{{!-- d }} --}}{{#if e}}f{{else if g}}h{{else}}i{{/if}}<p title="{{j}}">{{{qr k}}}</p>';
    expect(texts(source)).toEqual([
      ['text', 'f'],
      ['text', 'h'],
      ['text', 'i'],
      ['field', '{{{qr k}}}'],
    ]);
  });

  it('take a lone < for text', () => {
    expect(texts('<p>a < b</p>')).toEqual([['text', 'a < b']]);
  });

  it('are named by comments that can be read back', () => {
    const source = '<p>Kính gửi: <b>{{applicant.fullName}}</b></p>';
    const marks = [...markRuns(source).matchAll(/<!--(.*?)-->/g)].map(([, mark]) => readMark(mark!));
    expect(marks).toEqual(findRuns(source));
    expect(readMark('a comment of the author')).toBeUndefined();
  });

  it.each(officialTemplates().map(({ key }) => key))(
    'of %s are marked without changing what is printed',
    (key) => {
      const { source, dataExample } = officialTemplates().find((official) => official.key === key)!;
      const data = completePaper(dataExample);
      const marked = print(markRuns(source), data);
      expect(marked).toContain('<!--run:');
      expect(marked.replace(/<!--run:[^>]*-->/g, '')).toBe(print(source, data));
    },
  );

  it.each(officialTemplates().map(({ key }) => key))(
    'of %s can each be replaced without damage to the rest',
    (key) => {
      const { source, dataExample } = officialTemplates().find((official) => official.key === key)!;
      const data = completePaper(dataExample);
      for (const { kind, start, end } of findRuns(source)) {
        if (kind === 'field') continue;
        const changed = source.slice(0, start) + asSource('{{ <b> & Thay') + source.slice(end);
        expect(compileTemplate(changed).problems).toEqual([]);
        expect(findRuns(changed)).toHaveLength(findRuns(source).length);
      }
      expect(print(source, data)).not.toBe('');
    },
  );

  it('are written so that they print as they were typed', () => {
    expect(print(asSource('{{a}} <b> & "c"'), {})).toBe('&#123;&#123;a}} &lt;b&gt; &amp; "c"');
  });
});
