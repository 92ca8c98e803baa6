import { describe, expect, it } from '@jest/globals';
import { compileExpression, compileText, isFault } from '../../engine/feel/expression.ts';
import { juelToFeel } from '../../engine/feel/juel-to-feel.ts';
import type { Json, Variables } from '../../engine/types.ts';

describe('what Camunda writes between braces', () => {
  it.each([
    ['a.b.c', 'a.b.c'],
    ['a[0]', 'a[0 + 1]'],
    ['a.b[i].c', 'a.b[i + 1].c'],
    ['a["key"]', 'get value(a, "key")'],
    ["a['key'].b", 'get value(a, "key").b'],
    ['1.5', '1.5'],
    ['"say \\"x\\""', '"say \\"x\\""'],
    ["'it\\'s'", '"it\'s"'],
    ["'}'", '"}"'],
    ['"}"', '"}"'],
    ["'\\'}'", '"\'}"'],
    ['"\'}"', '"\'}"'],
    ['a == b', '(a = b)'],
    ['a != b', '(a != b)'],
    ['a < b', '(a < b)'],
    ['a <= b', '(a <= b)'],
    ['a >= b', '(a >= b)'],
    ['a eq b and c ne d', '((a = b) and (c != d))'],
    ['a lt b or c gt d', '((a < b) or (c > d))'],
    ['a le b and c ge d', '((a <= b) and (c >= d))'],
    ['not a', 'not(a)'],
    ['a div b mod c', 'modulo((a / b), c)'],
    ['a + b * c - d', '((a + (b * c)) - d)'],
    ['a / b % c', 'modulo((a / b), c)'],
    ['a || b && c', '(a or (b and c))'],
    ['-a', '-(a)'],
    ['!!a', 'not(not(a))'],
    ['(a)', '(a)'],
    ['empty a', '(a = null or a = "" or a = [])'],
    ['!empty a.b', 'not((a.b = null or a.b = "" or a.b = []))'],
    ['a ? b ? 1 : 2 : 3', '(if a then (if b then 1 else 2) else 3)'],
    ['a.size()', 'count(a)'],
    ['a.length() > 2', '(string length(a) > 2)'],
    ['a.isEmpty()', '(if a instance of string then a = "" else count(a) = 0)'],
    ['a.contains(b)', '(if a instance of string then contains(a, b) else list contains(a, b))'],
    ["a.startsWith('x')", 'starts with(a, "x")'],
    ["a.endsWith('x')", 'ends with(a, "x")'],
    ['a.equals(b ? c : d)', '(a = (if b then c else d))'],
    ["execution.getVariable('đơn_1')", 'đơn_1'],
    ['execution.getVariableLocal("a").b', 'a.b'],
    ["execution.hasVariable('a')", '(a != null)'],
    ['execution.size()', 'count(execution)'],
    ["execution.equals('a')", '(execution = "a")'],
    ['constructor', 'constructor'],
  ])('${%s} means %s', (juel, feel) => {
    expect(juelToFeel(`\${${juel}}`)).toBe(feel);
  });

  it.each([
    ['#{a}${b}', 'string(a) + string(b)'],
    ['${a} và ${"b"}', 'string(a) + " và " + "b"'],
    ['${a}.', 'string(a) + "."'],
    ['$ {a} "#"', '"$ {a} \\"#\\""'],
  ])('the text %s around braces is joined to what is in them', (text, feel) => {
    expect(juelToFeel(text)).toBe(feel);
  });

  it.each([
    ...['', 'a b', 'a ? b', 'a ? b : ', 'a ? : b', '* ? a : b', 'a ? * : b', 'a ? b : *', 'a ? b ; c'],
    ...['* + a', 'a + *', 'a +', '!*', '-*', 'empty *', '(a', '(*)', '*', ')', 'a)', '*.a', '*[0]', '$a'],
    ...['a.', 'a.1', 'a."b"', 'a[', 'a[0', 'a[*]', 'a[0)', 'a[]', 'a; b', 'a @ b', '"a', 'a = b'],
    ...['a.size(', 'a.size(*', 'a.size(*)', 'a.size(1)', 'a.length(1)', 'a.isEmpty(b)', 'a.equals()'],
    ...['a.equals(b', 'a.equals(b c)', 'a.equals(b, c)', 'a.equals(*)', 'a.equals(,)', 'a.startsWith()'],
    ...[
      "a.startsWith('x', 1)",
      'a.contains()',
      'a.endsWith()',
      'a.substring(1)',
      'a.toString()',
      'a.valueOf()',
    ],
    ...['a.constructor(b)', 'a.hasOwnProperty(b)', 'bean(1)', 'bean(1).a', "a.getVariable('x')"],
    ...[
      "a.hasVariable('x')",
      'execution.getVariable()',
      'execution.getVariable(*)',
      'execution.getVariable(x)',
      "execution.getVariable('x y')",
    ],
    ...["execution.getVariable('1x')", "execution.getVariable('x', 'y')", "execution.getVariableTyped('x')"],
    ...["execution.xgetVariable('x')", 'execution.hasVariable(x)', "execution.hasVariables('x')"],
    ...["execution.getVariable('a' + b)", "execution.getVariable(b + 'a')", 'execution.getVariable("a\\"")'],
  ])('${%s} has no FEEL', (juel) => {
    expect(juelToFeel(`\${${juel}}`)).toBeUndefined();
  });

  it.each(['${ab', '${a} ${b', "${'a}", '${"a}', "${'a\\'}", 'x ${*}', '${a} ${*} b'])(
    '%s has no FEEL',
    (text) => {
      expect(juelToFeel(text)).toBeUndefined();
    },
  );

  const times = (part: string, count: number) => part.repeat(count);
  it.each([
    ['parentheses', `\${${times('(', 3000)}a${times(')', 3000)}}`],
    ['negations', `\${${times('!', 9000)}a}`],
    ['signs', `\${${times('-', 9000)}a}`],
    ['choices', `\${${times('a ? b : ', 1200)}c}`],
    ['indexes', `\${${times('a[', 3000)}0${times(']', 3000)}}`],
    ['arguments', `\${${times('a.contains(', 60)}b${times(')', 60)}}`],
    ['calls on calls', `\${a${times('.contains(b)', 40)}}`],
    ['tests of tests', `\${${times('empty ', 40)}a}`],
    ['long calls side by side', `\${a${times(` || a${times('.contains(b)', 4)}`, 40)}}`],
  ])('%s beyond measure are refused at once', (_, text) => {
    expect(compileExpression(text)).toEqual({ fault: `no FEEL for ${text.slice(0, 57)}...` });
  });

  it.each([
    ['deep', `\${${times('(', 99)}a${times(')', 99)}}`, 199],
    ['often negated', `\${${times('!', 99)}a}`, 496],
    ['long', `\${a${times(" || (a == 'x')", 500)}}`, 8501],
    ['long of negations', `\${a${times(' && !a', 150)}}`, 1951],
    ['all that may come out', `\${'${'x'.repeat(19_998)}'}`, 20_000],
  ])('what is %s as people write it is read', (_, text, length) => {
    expect(juelToFeel(text)?.length).toBe(length);
  });

  it.each<[string, Variables, Json]>([
    ['${a.isEmpty()}', { a: '' }, true],
    ['${a.isEmpty()}', { a: 'x' }, false],
    ['${a.isEmpty()}', { a: [] }, true],
    ['${a.isEmpty()}', { a: [1] }, false],
    ['${a[1]}', { a: ['x', 'y'] }, 'y'],
    ["${a['b']}", { a: { b: 2 } }, 2],
    ['${a % 3}', { a: 8 }, 2],
    ['${-a + 1}', { a: 3 }, -2],
    ["${empty a ? 'none' : a}", { a: '' }, 'none'],
    ["a == 'x' && b.startsWith('y')", { a: 'x', b: 'yz' }, true],
  ])('%s of %j is %j', (text, context, value) => {
    const compiled = compileText(text.startsWith('$') ? text : `\${${text}}`);
    if (isFault(compiled)) throw new Error(compiled.fault);
    expect(compiled.evaluate(context, '2026-01-05T03:00:00.000Z')).toEqual({ value, warnings: [] });
  });
});
