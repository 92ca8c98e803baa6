/** Templates and data that mean harm, by family; each with what must come of it. */

export interface HostilePaper {
  name: string;
  source: string;
  data: object;
  /** the finding's code, or `harmless` when it renders to escaped text */
  outcome: string;
}

const NAMES = ['a', 'form', 'applicant', 'dossier', 'this', 'components', 'unit', 'reason', 'x1', 'signer'];
const SCRIPTS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</style><script>1</script>',
  '<svg onload=alert(1)>',
  '{{constructor.constructor "return process"}}',
  '&lt;script&gt;',
  '`${process.exit()}`',
  'javascript:alert(1)',
  '<iframe src=file:///etc/passwd>',
];
const ADDRESSES = [
  'http://169.254.169.254/latest/meta-data',
  'https://example.org/x.png',
  '//example.org/x.png',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/html,<script>1</script>',
  'data:image/svg+xml;base64,PHN2Zy8+',
  'ftp://example.org/x',
  'blob:x',
  '../../etc/passwd',
];
const TAGS = ['script', 'iframe', 'object', 'embed', 'link', 'meta', 'base', 'form', 'input', 'video'];
const PROTOTYPES = [
  'constructor',
  '__proto__',
  'prototype',
  'hasOwnProperty',
  '__defineGetter__',
  'toString',
  'valueOf',
  '__lookupGetter__',
];
const HELPERS = [
  'lookup',
  'log',
  'helperMissing',
  'blockHelperMissing',
  'require',
  'eval',
  'include',
  'import',
  'read',
  'process',
];
const BLOCKS = ['if', 'each', 'with', 'unless'];
const HANDLERS = [
  'onclick',
  'onload',
  'onerror',
  'onmouseover',
  'onfocus',
  'ontoggle',
  'onbegin',
  'srcdoc',
  'formaction',
  'action',
];

/** About 620 of them. */
export const HOSTILE_PAPERS: HostilePaper[] = [
  ...pairs(NAMES, BLOCKS, (name, block) =>
    paper('never closed', `<p>\n{{#${block} ${name}}}x`, 'template.block-not-closed'),
  ),
  ...pairs(BLOCKS, BLOCKS, (open, close) =>
    open === close ? [] : paper('crossed', `{{#${open} a}}{{/${close}}}`, 'template.block-mismatch'),
  ),
  ...NAMES.flatMap((name) => paper('braces', `<b>{{${name}`, 'template.mustache-not-closed')),
  ...NAMES.flatMap((name) => paper('raw', `{{{${name}.b}}}`, 'template.raw-output')),
  ...NAMES.flatMap((name) => paper('ampersand', `{{& ${name}.b}}`, 'template.raw-output')),
  ...pairs(PROTOTYPES, NAMES, (property, name) =>
    paper('prototype', `{{${name}.${property}}}`, 'template.forbidden-name'),
  ),
  ...pairs(PROTOTYPES, BLOCKS, (property, block) =>
    paper('prototype in a block', `{{#${block} a.[${property}]}}x{{/${block}}}`, 'template.forbidden-name'),
  ),
  ...pairs(HELPERS, NAMES.slice(0, 5), (helper, name) =>
    paper('helper', `{{${helper} ${name} "x"}}`, 'template.unknown-helper'),
  ),
  ...HELPERS.flatMap((helper) =>
    paper('block helper', `{{#${helper}}}x{{/${helper}}}`, 'template.unknown-helper'),
  ),
  ...HELPERS.flatMap((helper) => paper('partial', `{{> ${helper}}}`, 'template.unknown-partial')),
  ...HELPERS.flatMap((helper) => paper('computed partial', `{{> (${helper} a)}}`, 'template.')),
  ...pairs(TAGS, ['', ' ', '\n', '/'], (tag, after) =>
    paper('tag', `<p>a</p><${tag}${after} x>`, 'template.forbidden-tag'),
  ),
  ...HANDLERS.flatMap((handler) =>
    paper('handler', `<p class="a" ${handler} = "x">`, 'template.forbidden-attribute'),
  ),
  ...HANDLERS.flatMap((handler) =>
    paper('handler', `<p class="a"/${handler}=x>`, 'template.forbidden-attribute'),
  ),
  ...pairs(ADDRESSES, ['src', 'href', 'xlink:href'], (address, attribute) => [
    ...paper('address', `<img ${attribute}="${address.replaceAll('"', '')}">`, 'template.f'),
    ...paper('single quotes', `<img ${attribute} = '${address}'>`, 'template.f'),
  ]),
  ...ADDRESSES.flatMap((address) => paper('style', `<p style="background:url('${address}')">`, 'template.f')),
  ...ADDRESSES.flatMap((address) => paper('import', `<style>@import "${address}";</style>`, 'template.f')),
  ...pairs(
    SCRIPTS,
    ['{{a}}', '{{upper a}}', '<p title="{{a}}">', '{{lines a}}', '{{#each l}}{{this}}{{/each}}'],
    (script, source) => [
      { name: `data ${script} in ${source}`, source, data: { a: script, l: [script] }, outcome: 'harmless' },
    ],
  ),
  ...[2, 3, 4, 5].flatMap((depth) =>
    paper('loops', nested(depth), 'template.too-many-steps', { a: Array(300).fill({}) }),
  ),
  ...[1, 2].flatMap((depth) =>
    paper('growth', nested(depth), 'template.output-too-large', {
      a: Array(200).fill({}),
      text: 'x'.repeat(30_000),
    }),
  ),
  ...[
    'date',
    'dateInWords',
    'money',
    'moneyInWords',
    'number',
    'ordinal',
    'timeLimit',
    'workingTime',
    'position',
    'roman',
  ].flatMap((helper) =>
    [{ deep: {} }, ['x'], 'không phải', '1e999', '-', true].flatMap((value) =>
      paper('argument', `{{${helper} value}}`, 'template.bad-argument', { value }),
    ),
  ),
  ...[
    '{{qr value}}',
    '{{qr value size=9999}}',
    '{{qr "x" size="a"}}',
    '{{barcode "Việt"}}',
    '{{barcode "x" width=0.1}}',
  ].flatMap((source) => paper('code', source, 'template.bad-argument', { value: 'x'.repeat(5000) })),
  ...pairs(PROTOTYPES, ['form.', 'form.a.', 'form.l[].'], (property, path) =>
    paper(
      'prototype of a form',
      `{{#if ${path.replace('[]', '.[0]')}${property}}}x{{/if}}`,
      'template.forbidden-name',
    ),
  ),
  ...PROTOTYPES.flatMap((property) => [
    ...paper('inherited key', '{{form.a}}{{#each form.l}}{{b}}{{/each}}', 'harmless', inherited(property)),
    ...paper('inherited key walked', '{{#each form}}{{@key}}{{/each}}', 'any', inherited(property)),
  ]),
  ...paper('deep path', `{{form.${'a.'.repeat(2000)}b}}`, 'harmless'),
  ...SCRIPTS.flatMap((script) =>
    paper('choice', `{{choose a ${JSON.stringify(script)} "x" "y" ${JSON.stringify(script)}}}`, 'any', {
      a: 'y',
    }),
  ),
  ...paper('length', 'x'.repeat(500_001), 'template.too-long'),
  ...paper('depth', `${'{{#if a}}'.repeat(3000)}${'{{/if}}'.repeat(3000)}`, 'any', { a: true }),
  ...paper('many', '{{a}}'.repeat(50_000), 'any', { a: 'x' }),
  ...paper('opens', '{{#'.repeat(20_000), 'template.'),
  ...paper('attributes', `<p ${'a '.repeat(100_000)}`, 'any'),
  ...paper('less-thans', '<'.repeat(200_000), 'any'),
];

/** As JSON from outside may have it: an own key that objects inherit, too. */
function inherited(property: string): object {
  return JSON.parse(`{"form":{"${property}":{"a":"<script>"},"l":[{"${property}":1}]}}`) as object;
}

function paper(family: string, source: string, outcome: string, data: object = {}): HostilePaper[] {
  return [{ name: `${family}: ${source.slice(0, 50)}`, source, data, outcome }];
}

function pairs<A, B>(left: A[], right: B[], make: (a: A, b: B) => HostilePaper[]): HostilePaper[] {
  return left.flatMap((a) => right.flatMap((b) => make(a, b)));
}

function nested(depth: number): string {
  return `${'{{#each @root.a}}'.repeat(depth)}{{#if @root.text}}{{@root.text}}{{/if}}${'{{/each}}'.repeat(depth)}`;
}
