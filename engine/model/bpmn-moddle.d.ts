/** The part of bpmn-moddle that the kernel uses; the package carries no types for it. */
declare module 'bpmn-moddle' {
  export class BpmnModdle {
    constructor(packages?: Record<string, unknown>, options?: Record<string, unknown>);
    readonly registry: {
      typeMap: Record<string, { properties: { name: string; isAttr?: boolean }[] } | undefined>;
    };
    fromXML(xml: string): Promise<{
      rootElement: object;
      warnings: { message: string }[];
      elementsById: Record<string, object>;
    }>;
    toXML(element: object, options?: { format?: boolean }): Promise<{ xml: string }>;
  }
}
