/** The part of bpmn-moddle that the kernel uses; the package carries no types for it. */
declare module 'bpmn-moddle' {
  export class BpmnModdle {
    constructor(packages?: Record<string, unknown>, options?: Record<string, unknown>);
    readonly registry: {
      typeMap: Record<string, { properties: { name: string; isAttr?: boolean }[] } | undefined>;
    };
    fromXML(xml: string): Promise<{
      rootElement: object;
      /** of a reference that leads nowhere: where it stands and what it says */
      warnings: { message: string; element?: object; property?: string; value?: string }[];
      elementsById: Record<string, object>;
    }>;
    toXML(element: object, options?: { format?: boolean }): Promise<{ xml: string }>;
  }
}
