import {
  compileExpression,
  compileText,
  constantExpression,
  type Expression,
  isFault,
} from '../feel/expression.ts';
import type { FileContext } from './context.ts';
import { attribute, body, children, type Element, extensions, many, one } from './element.ts';
import type { Mapping } from './program.ts';
import { isOwnLanguage, readExpression, readFormal } from './report.ts';

/** What goes into an activity or event and what comes out: Zeebe's, Camunda's and BPMN's own data associations. */
export function readMappings(
  file: FileContext,
  activity: Element,
): { inputs: Mapping[]; outputs: Mapping[]; mergesOutput: boolean } {
  const inputs: Mapping[] = [];
  const outputs: Mapping[] = [];
  for (const holder of [
    ...extensions(activity, 'zeebe:ioMapping'),
    ...extensions(activity, 'motcua:ioMapping'),
  ]) {
    for (const child of holder.$children ?? []) {
      const into = child.$type.endsWith(':input')
        ? inputs
        : child.$type.endsWith(':output')
          ? outputs
          : undefined;
      const source = attribute(child, 'source');
      const target = attribute(child, 'target');
      if (into && source && target) push(into, target, readText(file, activity, source));
    }
  }
  // Zeebe: with output mappings only what they name leaves the step
  const mergesOutput = outputs.length === 0;
  for (const holder of extensions(activity, 'camunda:inputOutput')) {
    for (const parameter of children(holder, 'camunda:inputParameter'))
      push(inputs, attribute(parameter, 'name'), readCamundaValue(file, activity, parameter));
    for (const parameter of children(holder, 'camunda:outputParameter'))
      push(outputs, attribute(parameter, 'name'), readCamundaValue(file, activity, parameter));
  }
  for (const association of many(activity, 'dataInputAssociations'))
    readAssociation(file, activity, { association, into: inputs });
  for (const association of many(activity, 'dataOutputAssociations'))
    readAssociation(file, activity, { association, into: outputs });
  return { inputs, outputs, mergesOutput };
}

/** The variable a data object, input or output stands for: its name, else its id. */
export function variableOf(item: Element | undefined): string | undefined {
  if (!item) return undefined;
  const object = one(item, 'dataObjectRef') ?? one(item, 'dataStoreRef') ?? item;
  const name = (object.name ?? item.name ?? object.id)?.trim();
  return name === '' ? object.id : name;
}

/** FEEL for the value of a variable, whatever characters its name holds. */
export function readVariable(name: string): Expression {
  const plain = compileText(`=${name}`);
  if (/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) && !isFault(plain)) return plain;
  return {
    source: name,
    evaluate: (context) => ({
      value: context[name] ?? null,
      warnings: name in context ? [] : ['NO_VARIABLE_FOUND'],
    }),
  };
}

function push(into: Mapping[], target: string | undefined, source: Expression | undefined): void {
  if (target && source) into.push({ target: target.split('.'), source });
}

function readText(file: FileContext, activity: Element, text: string): Expression | undefined {
  return readExpression(file.report, text, { element: activity.id, where: 'mapping', isText: true });
}

/** A Camunda parameter: text with `${...}`, a list, a map, or a FEEL script. */
function readCamundaValue(file: FileContext, activity: Element, parameter: Element): Expression | undefined {
  const [structure] = parameter.$children ?? [];
  if (!structure) return readText(file, activity, parameter.$body ?? '');
  const read = STRUCTURES[structure.$type];
  if (read) return read(file, activity, structure);
  file.report.add('element.unsupported', activity.id, { type: structure.$type });
  return undefined;
}

const STRUCTURES: Record<
  string,
  (file: FileContext, activity: Element, structure: Element) => Expression | undefined
> = {
  'camunda:list': (file, activity, list) => {
    const items = (list.$children ?? []).flatMap((item) => readText(file, activity, item.$body ?? '') ?? []);
    return {
      source: 'list',
      evaluate(context, at) {
        const results = items.map((item) => item.evaluate(context, at));
        return {
          value: results.map((each) => each.value),
          warnings: results.flatMap((each) => each.warnings),
        };
      },
    };
  },
  'camunda:map': (file, activity, map) => {
    const entries = (map.$children ?? []).flatMap((entry) => {
      const source = readText(file, activity, entry.$body ?? '');
      return source ? [[attribute(entry, 'key') ?? '', source] as const] : [];
    });
    return {
      source: 'map',
      evaluate(context, at) {
        const results = entries.map(([key, each]) => [key, each.evaluate(context, at)] as const);
        return {
          value: Object.fromEntries(results.map(([key, each]) => [key, each.value])),
          warnings: results.flatMap(([, each]) => each.warnings),
        };
      },
    };
  },
  'camunda:script': (file, activity, script) => {
    const format = attribute(script, 'scriptFormat') ?? '';
    if (!/^(application\/)?(x-)?feel$/i.test(format) && !/^juel$/i.test(format)) {
      file.report.add('script.format', activity.id, { format });
      return undefined;
    }
    return readExpression(file.report, script.$body, { element: activity.id, where: 'script' });
  },
};

function readAssociation(
  file: FileContext,
  activity: Element,
  { association, into }: { association: Element; into: Mapping[] },
): void {
  const place = { element: activity.id, where: 'data association' };
  for (const assignment of many(association, 'assignment')) {
    const target = body(one(assignment, 'to'))
      ?.replace(/^=\s*/, '')
      .replace(/^[$#]\{(.*)\}$/, '$1');
    const source = readAssigned(file, one(assignment, 'from'), place);
    if (target && source) into.push({ target: target.split('.'), ...source });
  }
  const target = variableOf(one(association, 'targetRef'));
  const source = variableOf(many(association, 'sourceRef')[0]);
  if (!target || many(association, 'assignment').length > 0) return;
  const transformation = readFormal(file.report, one(association, 'transformation'), place);
  if (transformation) into.push({ target: [target], source: transformation });
  else if (source) into.push({ target: [target], source: readVariable(source), isOptional: true });
}

/**
 * What an assignment gives: FEEL, or the text itself where tools write texts without quotation marks (jBPM's names of
 * tasks). A name that nobody has given a value yet is no incident.
 */
function readAssigned(
  file: FileContext,
  from: Element | undefined,
  place: { element: string | undefined; where: string },
): Omit<Mapping, 'target'> | undefined {
  const text = body(from);
  if (text === undefined) return undefined;
  if (!/^=|[$#]\{/.test(text) && isFault(compileExpression(text)) && isOwnLanguage(from)) {
    file.report.add('expression.as-text', place.element, { text });
    return { source: constantExpression(text, text) };
  }
  const source = readFormal(file.report, from, { ...place, isText: /[$#]\{/.test(text) });
  const isName = /^[\p{L}_][\p{L}\p{N}_.\s-]*$/u.test(text);
  return source && { source, ...(isName && { isOptional: true }) };
}

/** `camunda:in` / `camunda:out` of a call activity. */
export function readCallMappings(
  file: FileContext,
  activity: Element,
): { inputs: Mapping[]; outputs: Mapping[] } {
  const read = (type: string) =>
    extensions(activity, type).flatMap((each) => {
      const target = attribute(each, 'target');
      const name = attribute(each, 'source');
      const text = attribute(each, 'sourceExpression');
      const source = name ? readVariable(name) : text ? readText(file, activity, text) : undefined;
      return target && source ? [{ target: [target], source, isOptional: name !== undefined }] : [];
    });
  return { inputs: read('camunda:in'), outputs: read('camunda:out') };
}
