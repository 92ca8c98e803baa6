import { describe, expect, it } from '@jest/globals';
import {
  attribute,
  body,
  children,
  type Element,
  flag,
  foreign,
  many,
  one,
  typeOf,
} from '../../engine/compile/element.ts';
import { createReport, isOwnLanguage, readExpression, readFormal } from '../../engine/compile/report.ts';

const element = (rest: Record<string, unknown>): Element => ({ $type: 'bpmn:Task', $attrs: {}, ...rest });
const within = (value: unknown) => element({ $attrs: { 'x:a': value }, a: value, body: value });

describe('an element as it was read', () => {
  it.each([
    [' a b ', 'a b'],
    ['a', 'a'],
    ['  ', undefined],
    ['', undefined],
    [undefined, undefined],
    [7, undefined],
  ])('gives its text %j without the blanks around it, and no blank one', (value, read) => {
    expect(foreign(within(value), 'x:a')).toBe(read);
    expect(attribute(within(value), 'a')).toBe(read);
    expect(body(within(value))).toBe(read);
  });

  it('may be none, or have nothing', () => {
    const bare = { $type: 'zeebe:Input' } as Element;
    expect(foreign(bare, 'x')).toBeUndefined();
    expect(attribute(bare, 'x')).toBeUndefined();
    expect(attribute(undefined, 'x')).toBeUndefined();
    expect(flag(bare, 'x')).toBeUndefined();
    expect(children(bare, 'x')).toEqual([]);
    expect(children(undefined, 'x')).toEqual([]);
    expect(body(undefined)).toBeUndefined();
  });

  it('has foreign attributes beside its own, and a text where it is foreign itself', () => {
    expect(attribute(element({ $attrs: { a: 'foreign' } }), 'a')).toBe('foreign');
    expect(attribute(element({ $attrs: { a: 'foreign' }, a: 'own' }), 'a')).toBe('own');
    expect(flag(element({ $attrs: { a: 'true' } }), 'a')).toBe(true);
    expect(flag(element({ $attrs: { a: 'yes' } }), 'a')).toBe(false);
    expect(body(element({ $body: 'text' }))).toBe('text');
  });

  it('has one or many others, never what is no element', () => {
    const other = element({ id: 'other' });
    const holder = element({ other, others: [other], text: 'other', nothing: null });
    expect(['other', 'text', 'nothing', 'missing'].map((name) => one(holder, name))).toEqual([
      other,
      undefined,
      undefined,
      undefined,
    ]);
    expect(['others', 'other', 'missing'].map((name) => many(holder, name))).toEqual([[other], [], []]);
  });

  it.each([
    ['bpmn:UserTask', 'UserTask'],
    ['UserTask', 'UserTask'],
    ['a:b:Task', 'Task'],
  ])('%s is of the type %s', ($type, type) => {
    expect(typeOf(element({ $type }))).toBe(type);
  });
});

describe('a report', () => {
  it('says a finding once, fills its sentences, and leaves out what it is not told', () => {
    const report = createReport();
    report.add('id.illegal', '1', { id: '1' });
    report.add('id.illegal', '1', { id: '1' });
    report.add('id.missing', undefined, { type: 'Task' });
    report.add('id.missing', undefined);
    expect(report.diagnostics.map(({ code, element, message }) => [code, element, message.en])).toEqual([
      ['id.illegal', '1', expect.stringContaining('The id "1" is not one')],
      ['id.missing', undefined, 'An element of type Task has no id.'],
      ['id.missing', undefined, 'An element of type  has no id.'],
    ]);
    expect(report.diagnostics.map((each) => Object.keys(each).includes('element'))).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('knows which elements have an error, not a lesser finding', () => {
    const report = createReport();
    report.add('id.illegal', '1', { id: '1' });
    report.add('id.duplicate', '2', { id: '2' });
    expect(['1', '2', '3'].map((id) => report.hasError(id))).toEqual([false, true, false]);
  });

  it('takes no finding that nobody has written', () => {
    expect(() => createReport().add('no.such', 'X')).toThrow('unknown finding no.such');
  });
});

describe('an expression', () => {
  const place = { element: 'X', where: 'condition' };
  const read = (text: string | undefined, language?: string) => {
    const report = createReport();
    const expression = readFormal(report, element({ body: text, language }), place);
    return [expression?.source, ...report.diagnostics.map(({ code, message }) => `${code}: ${message.en}`)];
  };

  it.each([
    ['12', 'javascript'],
    ['7', 'http://www.w3.org/1999/XPath'],
    ['true', 'groovy'],
    ['false', 'ruby'],
    ['amount > 3', 'feel'],
    ['amount > 3', undefined],
  ])('%s is read in the language %s', (text, language) => {
    expect(read(text, language)).toEqual([text]);
  });

  it.each([
    ['12 > x', 'javascript'],
    ['x > 12', 'groovy'],
    ['false || x', 'java'],
    ['amount', 'mvel'],
  ])('%s is not read in the language %s', (text, language) => {
    expect(read(text, language)).toEqual([
      undefined,
      expect.stringMatching(new RegExp(`^expression\\.language: .*${language}`)),
    ]);
  });

  it('is none where nothing is written, and says nothing of it', () => {
    expect(read(undefined)).toEqual([undefined]);
    expect(read('  ', 'javascript')).toEqual([undefined]);
    const report = createReport();
    expect(readFormal(report, undefined, place)).toBeUndefined();
    expect(readExpression(report, undefined, place)).toBeUndefined();
    expect(report.diagnostics).toEqual([]);
  });

  it('that does not parse is reported with its place', () => {
    const [expression, finding] = read('1 +');
    expect([expression, finding]).toEqual([
      undefined,
      expect.stringMatching(/^expression\.syntax: .*condition/),
    ]);
  });

  it('is in our own language unless it names a foreign one', () => {
    const languages = [undefined, 'feel', 'juel', 7, 'python', 'text/x-groovy'];
    expect(languages.map((language) => isOwnLanguage(element({ language })))).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
    expect(isOwnLanguage(undefined)).toBe(true);
  });
});
