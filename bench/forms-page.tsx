/** The page of forms.bench.ts: the same form of 100 fields, drawn by us or by rjsf, and key presses timed in it. */
import AntdForm from '@rjsf/antd';
import PlainForm from '@rjsf/core';
import type { RJSFSchema } from '@rjsf/utils';
import plainValidator from '@rjsf/validator-ajv8';
import { createRoot } from 'react-dom/client';
import { FormView } from '../forms/react/index.ts';

const FIELDS = 100;

const KINDS: RJSFSchema[] = [
  { type: 'string' },
  { type: 'string', maxLength: 200 },
  { type: 'string', pattern: '^[^<>]*$' },
  { type: 'number' },
  { type: 'boolean' },
];

const schema: RJSFSchema = {
  type: 'object',
  required: ['f0'],
  properties: Object.fromEntries(
    Array.from({ length: FIELDS }, (_, index) => [
      `f${index}`,
      { title: `Mục ${index + 1}`, ...KINDS[index % KINDS.length] },
    ]),
  ),
};

/** One rule, so that the form asks at each key press what is visible. */
const ui = { f99: { 'ui:visibleIf': 'f0 != "khác"' } };

const DRAWN = {
  ours: <FormView schema={schema} />,
  'ours with a rule': <FormView schema={schema} ui={ui} />,
  'rjsf and antd': <AntdForm schema={schema} validator={plainValidator} />,
  'native inputs': <PlainForm schema={schema} validator={plainValidator} />,
};

export type Drawn = keyof typeof DRAWN;

declare global {
  interface Window {
    draw(which: Drawn): void;
    press(keys: number): Promise<number[]>;
  }
}

window.draw = (which) => createRoot(document.getElementById('root') as HTMLElement).render(DRAWN[which]);

/** Milliseconds of each key press: from the event until React is done and the page is laid out again. */
window.press = async (keys) => {
  const inputs = [...document.querySelectorAll<HTMLInputElement>('input[type=text]')];
  const spent: number[] = [];
  for (let key = 0; key < keys; key++) {
    const input = inputs[key % 5] as HTMLInputElement;
    input.focus();
    const start = performance.now();
    write(input, `${input.value}a`);
    // React works off a typed character in a microtask
    await Promise.resolve();
    document.body.getBoundingClientRect();
    spent.push(performance.now() - start);
    await new Promise((resolve) => requestAnimationFrame(resolve));
    if (!input.value.endsWith('a')) throw new Error('the key press was lost');
  }
  return spent;
};

const nativeValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');

/** Sets the value as the browser does when a key is typed, past React's own setter. */
function write(input: HTMLInputElement, value: string): void {
  nativeValue?.set?.call(input, value);
  input.dispatchEvent(new InputEvent('input', { bubbles: true, data: 'a', inputType: 'insertText' }));
}
