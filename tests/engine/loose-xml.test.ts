import { describe, expect, it } from '@jest/globals';
import type { Element } from '../../engine/compile/element.ts';
import { legalIds } from '../../engine/compile/legal-ids.ts';
import { createReport } from '../../engine/compile/report.ts';
import { resolveReferences } from '../../engine/compile/resolve-references.ts';
import { tidyAttributes } from '../../engine/compile/tidy-attributes.ts';

describe('attributes with blanks around the equals sign', () => {
  it.each([
    ['<a b ="c"/>', '<a b="c"/>'],
    ['<a b= "c"/>', '<a b="c"/>'],
    ["<a b\n=\t 'c'/>", "<a b='c'/>"],
    ['<a b="c" d = "e"></a>', '<a b="c" d="e"></a>'],
    ['<a b="c"/>', '<a b="c"/>'],
  ])('of %j are %j', (xml, tidy) => {
    expect(tidyAttributes(xml)).toBe(tidy);
  });

  it.each(['<!-- <a b = "c"/> -->', '<![CDATA[<a b = "c"/>]]>', '<a>b = "c"</a>', '<a b="c = \'d\'"/>'])(
    'stay in what is no tag or in a value: %s',
    (xml) => {
      expect(tidyAttributes(xml)).toBe(xml);
    },
  );
});

describe('ids that XML does not allow', () => {
  it('are replaced where they are given and where they are named', () => {
    const { xml, originals } = legalIds(
      `<a id="1" sourceRef='2 b'><incoming> 1 </incoming><x:targetRef>2 b</x:targetRef></a><b id='2 b' default="1"/>`,
    );
    expect(xml).toBe(
      `<a id="illegal-id-1" sourceRef="illegal-id-2"><incoming>illegal-id-1</incoming><x:targetRef>illegal-id-2</x:targetRef></a><b id="illegal-id-2" default="illegal-id-1"/>`,
    );
    expect([...originals]).toEqual([
      ['illegal-id-1', '1'],
      ['illegal-id-2', '2 b'],
    ]);
  });

  it('leave other texts and attributes as they are', () => {
    const rest = `<!-- id="1" --><!-- <incoming>1</incoming> --><![CDATA[<b id="1"/>]]><c name="1"/><text>1</text><incoming>good</incoming><outgoing></outgoing>`;
    expect(legalIds(`<a id="1"/>${rest}`).xml).toBe(`<a id="illegal-id-1"/>${rest}`);
  });

  it.each(['<a id="A_1.b-c"/>', '<a id="x:b1"/>', '<a id=""/>', '<a id=" "/>', '<a name="1"/>'])(
    'are not in %s',
    (xml) => {
      expect(legalIds(xml)).toEqual({ xml, originals: new Map() });
    },
  );

  it('stand in once for an id that is given twice', () => {
    const { xml, originals } = legalIds('<a id="1"/><b id="1"/>');
    expect(xml).toBe('<a id="illegal-id-1"/><b id="illegal-id-1"/>');
    expect(originals.size).toBe(1);
  });
});

describe('references that the XML reader could not follow', () => {
  const found = { $type: 'bpmn:Task', $attrs: {}, id: 'Here' };
  const resolve = (
    holder: Partial<Element>,
    warnings: { property?: string; value?: string; element?: object }[],
  ) => {
    const report = createReport();
    const each = warnings.map((warning) => ({ element: holder, ...warning }));
    resolveReferences(report, { warnings: each, elementsById: { Here: found } });
    return { holder, findings: report.diagnostics.map(({ code, element }) => `${code} ${element}`) };
  };

  it.each([
    ['bpmn:sourceRef', 'tns:Here'],
    ['sourceRef', 'Here'],
  ])('lead from %s to %s by the local part', (property, value) => {
    const resolved = resolve({ $type: 'bpmn:SequenceFlow', id: 'F' }, [{ property, value }]);
    expect(resolved).toEqual({
      holder: { $type: 'bpmn:SequenceFlow', id: 'F', sourceRef: found },
      findings: [],
    });
  });

  it('join those that a list already has', () => {
    const { holder } = resolve({ $type: 'bpmn:Lane', flowNodeRef: ['first'] }, [
      { property: 'bpmn:flowNodeRef', value: 'tns:Here' },
    ]);
    expect(holder['flowNodeRef']).toEqual(['first', found]);
  });

  it('are left alone when they lead nowhere, as is what is no reference', () => {
    const holder = { $type: 'bpmn:SequenceFlow', id: 'F' };
    expect(resolve(holder, [{ property: 'bpmn:targetRef', value: 'Nowhere' }])).toEqual({
      holder: { $type: 'bpmn:SequenceFlow', id: 'F' },
      findings: [],
    });
    const report = createReport();
    resolveReferences(report, { warnings: [{}], elementsById: { Here: found } });
    expect(report.diagnostics).toEqual([]);
  });

  it.each([
    ['bpmn:MessageEventDefinition', 'messageRef', 'Message', ['reference.undeclared Event']],
    [
      'bpmn:MultiInstanceLoopCharacteristics',
      'loopDataInputRef',
      'DataInput',
      ['reference.undeclared Event'],
    ],
    ['bpmn:ReceiveTask', 'messageRef', 'Message', ['reference.undeclared Own']],
    ['bpmn:CompensateEventDefinition', 'activityRef', 'Activity', []],
  ])('of %s in %s get a stand-in of the type %s', ($type, name, type, findings) => {
    const $parent = { $type: 'bpmn:CatchEvent', $attrs: {}, id: 'Event' };
    const resolved = resolve({ $type, $parent, id: 'Own' }, [{ property: `bpmn:${name}`, value: 'tns:New' }]);
    expect(resolved.holder[name]).toEqual({ $type: `bpmn:${type}`, $attrs: {}, id: 'New' });
    expect(resolved.findings).toEqual(findings);
  });
});
