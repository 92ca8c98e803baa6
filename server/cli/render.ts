/** `motcua render`: one document from a template and its data, as PDF or HTML. */
import { extname } from 'node:path';
import { compileTemplate, DEFAULT_PAGE, type PageSetup } from '../../templates/index.ts';
import { TemplateError, type TemplateProblem } from '../../templates/template-problem.ts';
import { type Command, misuse, say, wrongInput } from './command.ts';
import { readJsonObject, readText, writeOutput } from './read-input.ts';
import type { Terminal } from './terminal.ts';

const SIZES = ['A4', 'A5'] as const;

export const render: Command = {
  name: 'render',
  positionals: ['TEMPLATE.hbs'],
  summary: {
    vi: 'Dựng một văn bản từ mẫu và dữ liệu, ra PDF hoặc HTML',
    en: 'Render one document from a template and its data, as PDF or HTML',
  },
  options: {
    data: {
      type: 'string',
      value: 'DATA.json',
      required: true,
      help: { vi: 'dữ liệu của văn bản', en: "the document's data" },
    },
    out: {
      type: 'string',
      value: 'FILE.pdf|.html',
      required: true,
      help: {
        vi: 'tệp kết quả; đuôi tệp quyết định định dạng',
        en: 'the output; its ending decides the format',
      },
    },
    size: {
      type: 'string',
      value: SIZES.join('|'),
      help: { vi: 'khổ giấy (mặc định A4)', en: 'paper size (A4 when absent)' },
    },
    landscape: { type: 'boolean', help: { vi: 'in khổ ngang', en: 'print across the long side' } },
  },
  run: async ({ positionals: [file = ''], values }, terminal) => {
    const out = String(values['out']);
    const kind = extname(out).toLowerCase();
    if (kind !== '.pdf' && kind !== '.html') throw misuse('misuse.out-kind', { file: out });
    const page = pageOf(values);
    const source = await readText(file);
    const data = await readJsonObject(String(values['data']));

    const { template, problems } = compileTemplate(source);
    tell(terminal, file, problems);
    if (!template) throw wrongInput('render.template-wrong', { file });
    const content = await print({ source, data, page, isPdf: kind === '.pdf' }).catch((error: unknown) => {
      if (!(error instanceof TemplateError)) throw error;
      tell(terminal, file, [error.problem]);
      throw wrongInput('render.template-wrong', { file });
    });
    await writeOutput(out, content);
    terminal.err(say(terminal, 'render.written', { file: out, size: Buffer.byteLength(content) }));
    return 0;
  },
};

function pageOf(values: { [option: string]: string | boolean | undefined }): PageSetup {
  const size = SIZES.find((known) => known === (values['size'] ?? DEFAULT_PAGE.size));
  if (!size) throw misuse('misuse.not-one-of', { option: 'size', allowed: SIZES.join(', ') });
  return { ...DEFAULT_PAGE, size, orientation: values['landscape'] ? 'landscape' : 'portrait' };
}

/** Chromium and the rendering threads are started for this one paper and ended with it. */
async function print({
  source,
  data,
  page,
  isPdf,
}: {
  source: string;
  data: object;
  page: PageSetup;
  isPdf: boolean;
}): Promise<string | Uint8Array> {
  const { renderInWorker, closeRenderWorkers } = await import('../../templates/worker/index.ts');
  try {
    const html = await renderInWorker({ source, data, page });
    return isPdf ? await printPdf(html, page) : html;
  } finally {
    await closeRenderWorkers();
  }
}

async function printPdf(html: string, page: PageSetup): Promise<Uint8Array> {
  const { createPrinter } = await import('../../templates/printer/printer.ts');
  const chromePath = process.env['CHROME_PATH'];
  const printer = createPrinter(chromePath ? { chromePath } : {});
  try {
    return await printer.print(html, { page });
  } finally {
    await printer.close();
  }
}

function tell(terminal: Terminal, file: string, problems: TemplateProblem[]): void {
  for (const { line, column, severity, message } of problems)
    terminal.err(
      `${file}:${line}:${column}: ${say(terminal, `severity.${severity}`)}: ${message[terminal.language]}`,
    );
}
