import { BpmnModdle } from 'bpmn-moddle';
import type { Element } from './element.ts';
import { legalIds } from './legal-ids.ts';
import type { Report } from './report.ts';
import { resolveReferences } from './resolve-references.ts';
import { tidyAttributes } from './tidy-attributes.ts';

/** Largest file that is read: 5 MB of text. */
const MAX_BYTES = 5 * 1024 * 1024;

/** Namespaces that are read under one prefix, whatever prefix a file gives them. */
const NAMESPACES: Record<string, string> = {
  'urn:motcua:bpmn:1': 'motcua',
  'http://camunda.org/schema/1.0/bpmn': 'camunda',
  'http://activiti.org/bpmn': 'camunda',
  'http://flowable.org/bpmn': 'camunda',
  'http://operaton.org/schema/1.0/bpmn': 'camunda',
  'http://camunda.org/schema/zeebe/1.0': 'zeebe',
  'http://schema.omg.org/spec/BPMN/2.0': 'bpmn',
};

/**
 * The definitions of a BPMN file, or undefined with the reason in the report: too large, a DOCTYPE or
 * entities, no XML, no BPMN. Never throws.
 */
export async function readXml(xml: string, report: Report): Promise<Element | undefined> {
  if (typeof xml !== 'string') return refuse(report, 'xml.not-bpmn');
  if (xml.length > MAX_BYTES || new TextEncoder().encode(xml).length > MAX_BYTES)
    return refuse(report, 'xml.too-large');
  if (hasDeclarations(xml)) return refuse(report, 'xml.entities');
  try {
    const legal = legalIds(tidyAttributes(xml.replace(/^\uFEFF/, '').trimStart()));
    const { rootElement, warnings, elementsById } = await readerFor(xml).fromXML(legal.xml);
    for (const [standIn, id] of legal.originals) {
      const element = elementsById[standIn] as Element | undefined;
      if (element) element.id = id;
      if (element && !element.$type.includes('di:')) report.add('id.illegal', id, { id });
    }
    for (const warning of warnings)
      reportWarning(report, warning.message, (id) => legal.originals.get(id) ?? id);
    resolveReferences(report, { warnings, elementsById });
    return rootElement as Element;
  } catch (error) {
    const { message, warnings = [] } = error as Error & { warnings?: Error[] };
    const isMalformed =
      message.startsWith('unparsable') || warnings.some((warning) => isSyntaxFault(warning.message));
    if (!isMalformed || /missing start tag/.test(message)) return refuse(report, 'xml.not-bpmn');
    report.add('xml.malformed', undefined, { reason: shortReason(message) });
    return undefined;
  }
}

function refuse(report: Report, code: string): undefined {
  report.add(code, undefined);
  return undefined;
}

/** Whether a DOCTYPE (the only place for entities) stands before the root element. */
function hasDeclarations(xml: string): boolean {
  let at = 0;
  for (;;) {
    while (/\s/.test(xml.charAt(at))) at++;
    const end = xml.startsWith('<?', at) ? '?>' : xml.startsWith('<!--', at) ? '-->' : undefined;
    if (!end) return xml.startsWith('<!', at);
    const next = xml.indexOf(end, at);
    if (next < 0) return false;
    at = next + end.length;
  }
}

let usualReader: BpmnModdle | undefined;

/** Building a reader costs more than reading a small file: the usual one is kept, a stranger gets one of its own. */
function readerFor(xml: string): BpmnModdle {
  const strange = strangeNamespaces(xml);
  if (Object.keys(strange).length > 0) return createReader({ ...strange, ...NAMESPACES });
  usualReader ??= createReader(NAMESPACES);
  return usualReader;
}

/** Scripts of global tasks are elements in the standard's XSD, but attributes in moddle's description. */
function createReader(nsMap: Record<string, string>): BpmnModdle {
  const reader = new BpmnModdle({}, { nsMap });
  const type = reader.registry.typeMap['bpmn:GlobalScriptTask']!;
  type.properties = type.properties.map((property) =>
    property.name === 'bpmn:script' ? { ...property, isAttr: false } : property,
  );
  return reader;
}

/** Prefixes `motcua`, `camunda`, `zeebe` keep their meaning under an unknown address. */
function strangeNamespaces(xml: string): Record<string, string> {
  const declared = [...xml.matchAll(/xmlns:(motcua|camunda|zeebe)\s*=\s*["']([^"']+)["']/g)];
  return Object.fromEntries(
    declared.flatMap(([, prefix, uri]) => (Object.hasOwn(NAMESPACES, uri!) ? [] : [[uri!, prefix!]])),
  );
}

function reportWarning(report: Report, message: string, originalOf: (id: string) => string): void {
  const duplicate = /duplicate ID <([^>]*)>/.exec(message);
  if (duplicate) {
    const id = originalOf(duplicate[1]!);
    // what is only drawn is not run
    report.add(/^unparsable content <[\w.-]*di:/.test(message) ? 'id.duplicate-shape' : 'id.duplicate', id, {
      id,
    });
  } else if (/illegal ID </.test(message)) report.add('id.unreadable', undefined);
  else if (isSyntaxFault(message)) report.add('xml.malformed', undefined, { reason: shortReason(message) });
  else if (message.startsWith('unparsable'))
    report.add('xml.unknown-content', undefined, { reason: shortReason(message) });
}

function isSyntaxFault(message: string): boolean {
  return (
    message.startsWith('unparsable') &&
    /nested error: (closing tag|unexpected end|unclosed|missing (attribute|closing|start)|invalid|malformed|missing)/.test(
      message,
    )
  );
}

function shortReason(message: string): string {
  const line = /line: (\d+)/.exec(message)?.[1];
  const reason = /nested error: (.*)$/m.exec(message)?.[1] ?? message.split('\n')[0]!;
  return line === undefined ? reason : `${reason} (${Number(line) + 1})`;
}
