/** `motcua form check`: what the dialect refuses of an e-form, and whether its own examples and given data pass it. */
import { compileForm, type FormSource, validateForm } from '../../forms/index.ts';
import { openReferenceLists, unknownLists } from '../catalogue/reference-lists.ts';
import type { Localised } from '../contract/common.ts';
import { type Command, misuse, say } from './command.ts';
import { readJsonObject } from './read-input.ts';
import type { Terminal } from './terminal.ts';

interface FormFinding {
  /** into `{ schema, ui }`, into the examples of the schema, or into the data */
  pointer: string;
  code: string;
  message: Localised;
}

export const form: Command = {
  name: 'form',
  positionals: ['check', 'FILE.json'],
  summary: {
    vi: 'Kiểm tra một biểu mẫu điện tử: check FILE.json gồm "schema" và "ui", hoặc chỉ lược đồ',
    en: 'Check an e-form: check FILE.json with "schema" and "ui", or a schema alone',
  },
  options: {
    data: {
      type: 'string',
      value: 'DATA.json',
      help: { vi: 'kiểm tra thêm dữ liệu này theo biểu mẫu', en: 'check these data against the form too' },
    },
    json: {
      type: 'boolean',
      help: { vi: 'mỗi phát hiện một dòng JSON', en: 'one JSON object a line for each finding' },
    },
  },
  run: async ({ positionals: [action = '', file = ''], values }, terminal) => {
    if (action !== 'check')
      throw misuse('misuse.unknown-action', { command: 'form', action, allowed: 'check' });
    const source = sourceOf(await readJsonObject(file));
    const data = typeof values['data'] === 'string' ? await readJsonObject(values['data']) : undefined;
    const findings = findingsOf(source, data);
    for (const finding of findings) {
      terminal.out(values['json'] ? JSON.stringify(finding) : lineOf(file, finding, terminal));
    }
    if (!values['json']) {
      const sentence = findings.length === 0 ? 'form.clean' : 'form.counts';
      terminal.err(say(terminal, sentence, { file, count: findings.length }));
    }
    return findings.length === 0 ? 0 : 1;
  },
};

/** A file of the studio or of the seeds holds both documents; anything else is read as the schema itself. */
const sourceOf = (content: Record<string, unknown>): FormSource =>
  Object.hasOwn(content, 'schema') ? { schema: content['schema'], ui: content['ui'] } : { schema: content };

function findingsOf(source: FormSource, data: unknown): FormFinding[] {
  const { form: compiled, problems } = compileForm(source);
  if (!compiled) return problems;
  const lists = openReferenceLists();
  const examples = typeof compiled.schema === 'object' ? (compiled.schema.examples ?? []) : [];
  const tried = [
    ...examples.map((example, index) => ({ at: `/schema/examples/${index}`, value: example })),
    ...(data === undefined ? [] : [{ at: '', value: data }]),
  ];
  const wrong = tried.flatMap(({ at, value }) => {
    const { errors } = validateForm(compiled, value, 'vi', { lists });
    const english = validateForm(compiled, value, 'en', { lists }).errors;
    return errors.map(({ pointer, keyword, message }, index) => ({
      pointer: at + pointer,
      code: keyword,
      message: { vi: message, en: english[index]?.message ?? message },
    }));
  });
  return [...unknownLists(compiled, lists), ...wrong];
}

const lineOf = (file: string, { pointer, code, message }: FormFinding, terminal: Terminal): string =>
  `${file}#${pointer}: ${say(terminal, 'severity.error')}: ${message[terminal.language]} [${code}]`;
