import type { Element } from './element.ts';
import type { Report } from './report.ts';

/** A warning of the XML reader; only one about a reference says what it stands on. */
interface Warning {
  element?: object;
  property?: string;
  value?: string;
}

/** What a reference to nothing stands for: engines take the id for the name of what was meant. */
const UNDECLARED: Record<string, string> = {
  messageRef: 'Message',
  signalRef: 'Signal',
  errorRef: 'Error',
  escalationRef: 'Escalation',
  loopDataInputRef: 'DataInput',
  loopDataOutputRef: 'DataOutput',
  activityRef: 'Activity',
};

/**
 * Follows the references that the XML reader could not: qualified names (`tns:Message_1`, as the standard's schema
 * types most of them) by their local part, and messages, signals, errors, escalations and variables that the file uses
 * but does not declare by a stand-in of that id.
 */
export function resolveReferences(
  report: Report,
  { warnings, elementsById }: { warnings: Warning[]; elementsById: Record<string, object> },
): void {
  for (const { element, property, value } of warnings) {
    if (!element) continue;
    const holder = element as Element;
    const name = localPart(property!);
    const id = localPart(value!);
    const found = elementsById[id] ?? standIn(report, holder, { name, id });
    if (!found) continue;
    const existing = holder[name];
    if (Array.isArray(existing)) existing.push(found);
    else holder[name] = found;
  }
}

function localPart(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function standIn(
  report: Report,
  holder: Element,
  { name, id }: { name: string; id: string },
): Element | undefined {
  if (name === 'default') report.add('flow.unknown-default', holder.id, { id });
  const type = UNDECLARED[name];
  if (type === undefined) return undefined;
  // an activity that is not there is reported where it is to be compensated
  if (name !== 'activityRef') report.add('reference.undeclared', ownerOf(holder), { type, id });
  return { $type: `bpmn:${type}`, $attrs: {}, id };
}

/** The element that a reference in an event definition or loop stands on. */
function ownerOf(element: Element): string | undefined {
  const isInside = /(EventDefinition|LoopCharacteristics)$/.test(element.$type);
  return isInside ? element.$parent?.id : element.id;
}
