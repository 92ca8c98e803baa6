/** What the papers of a process would leave blank: names that the forms of this very procedure do not supply. */
import type { Diagnostic, Process } from '../../engine/types.ts';
import { compileTemplate, suppliedBy, unknownVariables } from '../../templates/index.ts';
import { publishedOf } from './find-version.ts';
import type { Catalogue } from './open-catalogue.ts';
import { formFields } from './template-data.ts';

/** A warning on the step for every such name, with its line and column in the template. */
export async function paperFindings(
  catalogue: Catalogue,
  { steps }: Process,
  applicationForm: string,
): Promise<Diagnostic[]> {
  const forms = new Set([applicationForm, ...steps.flatMap(({ form }) => form ?? [])]);
  const findings: Diagnostic[] = [];
  for (const step of steps) {
    for (const kind of step.documents) {
      const source = (await publishedOf(catalogue.templates, kind))?.doc.source;
      const { template } = source?.includes('form') ? compileTemplate(source) : {};
      if (!template) continue;
      const names = unknownVariables(template, suppliedBy(await formFields(catalogue, forms)));
      findings.push(
        ...names.map(({ line, column, message }) => finding({ step, kind, line, column, message })),
      );
    }
  }
  return findings;
}

interface Found {
  step: Process['steps'][number];
  kind: string;
  line: number;
  column: number;
  message: { vi: string; en: string };
}

const finding = ({ step, kind, line, column, message }: Found): Diagnostic => ({
  code: 'publish.unsupplied-names',
  severity: 'warning',
  element: step.id,
  message: {
    vi: `Văn bản "${kind}" của bước "${step.name}", dòng ${line}, cột ${column}: ${message.vi} trong biểu mẫu của thủ tục này.`,
    en: `The paper "${kind}" of step "${step.name}", line ${line}, column ${column}: ${message.en} in this procedure's forms.`,
  },
});
