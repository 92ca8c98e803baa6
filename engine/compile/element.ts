/** A BPMN element as bpmn-moddle reads it: typed by `$type`, foreign attributes in `$attrs`. */
export interface Element {
  $type: string;
  $attrs: Record<string, string>;
  $parent?: Element;
  $children?: Element[];
  $body?: string;
  id?: string;
  name?: string;
  [property: string]: unknown;
}

/** An attribute of a foreign namespace (`motcua:unit`, `camunda:assignee`); blank is absent. */
export function foreign(element: Element, name: string): string | undefined {
  return filled(element.$attrs?.[name]);
}

/** A plain attribute, of a foreign element too; blank is absent. */
export function attribute(element: Element | undefined, name: string): string | undefined {
  return filled(element?.[name] ?? element?.$attrs?.[name]);
}

/** A Boolean attribute that moddle leaves as text on foreign elements. */
export function flag(element: Element | undefined, name: string): boolean | undefined {
  const value = element?.[name] ?? element?.$attrs?.[name];
  return value === undefined ? undefined : value === true || value === 'true';
}

/** Extension elements of one name (`zeebe:ioMapping`). */
export function extensions(element: Element | undefined, type: string): Element[] {
  const holder = element?.['extensionElements'] as Element | undefined;
  return many(holder, 'values').filter((child) => child.$type === type);
}

/** Foreign children of one name. */
export function children(element: Element | undefined, type: string): Element[] {
  return (element?.$children ?? []).filter((child) => child.$type === type);
}

export function one(element: Element | undefined, property: string): Element | undefined {
  const value = element?.[property];
  return typeof value === 'object' && value !== null ? (value as Element) : undefined;
}

export function many(element: Element | undefined, property: string): Element[] {
  const value = element?.[property];
  return Array.isArray(value) ? (value as Element[]) : [];
}

/** The text of an expression-like child (`timeDuration`, `completionCondition`). */
export function body(element: Element | undefined): string | undefined {
  return filled(element?.['body'] ?? element?.$body);
}

/** `bpmn:UserTask` -> `UserTask` */
export function typeOf(element: Element): string {
  return element.$type.slice(element.$type.lastIndexOf(':') + 1);
}

/** A text without the blanks around it; one of blanks alone is none. */
function filled(value: unknown): string | undefined {
  return typeof value === 'string' ? value.trim() || undefined : undefined;
}
