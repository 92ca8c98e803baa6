import { compileExpression, compileText, type Expression, isFault } from '../feel/expression.ts';
import type { Diagnostic } from '../types.ts';
import { body, type Element } from './element.ts';
import { Findings } from './findings.ts';

/** Collects what the compiler finds, in the order found. */
export interface Report {
  diagnostics: Diagnostic[];
  /** `details` fill the braces of the sentences */
  add(code: string, element: string | undefined, details?: Record<string, string>): void;
  /** whether an error has been reported on this element */
  hasError(element: string): boolean;
}

export function createReport(): Report {
  const diagnostics: Diagnostic[] = [];
  const seen = new Set<string>();
  return {
    diagnostics,
    hasError: (element) => diagnostics.some((each) => each.severity === 'error' && each.element === element),
    add(code, element, details = {}) {
      const finding = Findings[code];
      if (!finding) throw new Error(`unknown finding ${code}`);
      const message = { vi: fill(finding.vi, details), en: fill(finding.en, details) };
      const key = `${code}|${element}|${message.en}`;
      if (seen.has(key)) return;
      seen.add(key);
      diagnostics.push({ code, severity: finding.severity, ...(element && { element }), message });
    },
  };
}

/** Compiles the expression that `where` holds; a fault is reported and answers undefined. */
export function readExpression(
  report: Report,
  text: string | undefined,
  place: { element: string | undefined; where: string; isText?: boolean },
): Expression | undefined {
  if (text === undefined) return undefined;
  const result = place.isText ? compileText(text) : compileExpression(text);
  if (!isFault(result)) return result;
  report.add('expression.syntax', place.element, { where: place.where, reason: result.fault });
  return undefined;
}

const FOREIGN_LANGUAGE =
  /xpath|javascript|ecmascript|groovy|python|ruby|java\b|mvel|beanshell|kotlin|c#|csharp/i;

/** Compiles a BPMN formal expression; languages other than FEEL (and translatable JUEL) are reported. */
export function readFormal(
  report: Report,
  formal: Element | undefined,
  place: { element: string | undefined; where: string; isText?: boolean },
): Expression | undefined {
  const text = body(formal);
  if (text === undefined) return undefined;
  // a number or a truth value is the same in every language
  const isPlain = /^(\d+|true|false)$/.test(text);
  if (!isOwnLanguage(formal) && !isPlain) {
    const language = String(formal!['language']);
    report.add('expression.language', place.element, { language, where: place.where });
    return undefined;
  }
  return readExpression(report, text, place);
}

/** Whether an expression is written in FEEL, JUEL or no named language. */
export function isOwnLanguage(formal: Element | undefined): boolean {
  return !FOREIGN_LANGUAGE.test(String(formal?.['language']));
}

function fill(sentence: string, details: Record<string, string>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => details[name] ?? '');
}
