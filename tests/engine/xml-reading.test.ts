import { describe, expect, it } from '@jest/globals';
import { compileProcess } from '../../engine/index.ts';

const MODEL = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
const file = (inside = '', { attributes = '', roots = '', drawing = '' } = {}) =>
  `<definitions xmlns="${MODEL}" xmlns:di="urn:x" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"${attributes} targetNamespace="urn:t">${roots}<process id="P" isExecutable="true"><startEvent id="S"/>${inside}</process>${drawing}</definitions>`;

/** Findings with what they say in English, and the process that is to run. */
async function read(xml: unknown) {
  const { diagnostics, process } = await compileProcess(xml as string);
  return {
    process: process?.id ?? null,
    findings: diagnostics.map(({ code, element, message }) =>
      [code, ...(element ? [element] : []), message.en.replace(/^.*: (?=.*\(\d+\)\.$)/, '')].join(' | '),
    ),
  };
}
const NOT_BPMN = { process: null, findings: ['xml.not-bpmn | The file is not a BPMN 2.0 model.'] };
const ENTITIES = {
  process: null,
  findings: ['xml.entities | The file holds a DOCTYPE or entities; for safety such a file is not read.'],
};
const fine = { process: 'P', findings: [] };

describe('what is no model', () => {
  it.each([undefined, null, 42, {}, [], '', ' \n', '\uFEFF', 'text', '<definitions/>', '<a x="1"/>'])(
    'is refused, never thrown at: %j',
    async (xml) => {
      expect(await read(xml)).toEqual(NOT_BPMN);
    },
  );

  it.each([
    ['<a><b></a>', 'closing tag mismatch (1)'],
    ['\n<a>\n</b>', 'closing tag mismatch (2)'],
    ['</a>', 'missing open tag (1)'],
    ['text <a', 'unclosed tag (1)'],
    ['  <!-- a --> <!-- b', 'unclosed comment (1)'],
    ['<!-- a --><?b', 'unclosed question (1)'],
  ])('is told where its XML breaks: %j', async (xml, reason) => {
    expect(await read(xml)).toEqual({ process: null, findings: [`xml.malformed | ${reason}.`] });
  });

  it('counts lines in tens too', async () => {
    const { findings } = await read(file(`${'\n'.repeat(12)}<task id="A"></user>`));
    expect(findings).toEqual(['xml.malformed | closing tag mismatch (13).']);
  });

  it('is malformed when one of several faults is of its XML', async () => {
    expect(await read('text<a x=1/>')).toEqual({
      process: null,
      findings: [
        'xml.malformed | The file is not well-formed XML: failed to parse document as <bpmn:Definitions>.',
      ],
    });
  });
});

describe('before the root element', () => {
  it.each([
    '\n  ',
    '\uFEFF',
    '\uFEFF\n ',
    '<?xml version="1.0"?>\n',
    '<!-- <!DOCTYPE x> -->',
    ' <?a?> <!-- b -->\n<?c?>',
  ])('may stand %j', async (head) => {
    expect(await read(head + file())).toEqual(fine);
  });

  it.each([
    '',
    '\n ',
    '\uFEFF',
    '<?xml version="1.0"?>',
    '<?xml version="1.0"?>\n<!-- a -->\n',
    '<!-- a --><!-- b -->',
  ])('may no DOCTYPE stand, behind %j either', async (head) => {
    expect(await read(`${head}<!DOCTYPE x>${file()}`)).toEqual(ENTITIES);
  });
});

describe('a file of many bytes', () => {
  const MOST = 5 * 1024 * 1024;
  const filled = (bytes: number, letter = 'x') => {
    const xml = file('<!---->');
    const rest = (bytes - xml.length) / new TextEncoder().encode(letter).length;
    return xml.replace('<!---->', `<!--${letter.repeat(rest)}-->`);
  };
  const refused = {
    process: null,
    findings: ['xml.too-large | The file is larger than 5 MB and is not read.'],
  };

  it('is read up to five megabytes', async () => {
    expect(await read(filled(MOST))).toEqual(fine);
  });

  it('is refused above, in letters of one byte or of several', async () => {
    expect(await read(filled(MOST + 1))).toEqual(refused);
    expect(await read(filled(MOST + 10, 'ế'))).toEqual(refused);
  });
});

describe('content that is not BPMN', () => {
  it.each([
    [file('<foo/>'), 'unknown type <bpmn:Foo> (1)'],
    [file('text'), 'unexpected body text <text> (1)'],
    [`${file()}\n<a/>`, 'unrecognized element <a> (2)'],
  ])('is left out with a note: %#', async (xml, reason) => {
    expect(await read(xml)).toEqual({
      process: 'P',
      findings: [`xml.unknown-content | ${reason}.`],
    });
  });

  it('is nothing to speak of as an attribute', async () => {
    expect(await read(file('', { attributes: ' what="1" di:x="2"' }))).toEqual(fine);
  });
});

describe('ids', () => {
  const duplicate = (id: string) =>
    `id.duplicate | ${id} | Two elements have the id "${id}"; each needs its own.`;
  const end = (id: string) => `<endEvent id="${id}"/>`;
  const plane = (id: string, shapes = '') =>
    `<bpmndi:BPMNDiagram id="${id}"><bpmndi:BPMNPlane id="plane">${shapes}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>`;

  it('that two elements have stop the file, in the words it is written in', async () => {
    for (const id of ['A', '1 A']) {
      const { process, findings } = await read(file(end(id) + end(id)));
      expect([process, findings.filter((each) => each.startsWith('id.duplicate'))]).toEqual([
        null,
        [duplicate(id)],
      ]);
    }
  });

  it('that two shapes have do not', async () => {
    const drawing = plane('d', '<bpmndi:BPMNShape id="twice"/><bpmndi:BPMNShape id="twice"/>');
    expect(await read(file('', { drawing }))).toEqual({
      process: 'P',
      findings: [
        'id.duplicate-shape | twice | Two drawn shapes have the id "twice"; the run is not affected.',
      ],
    });
  });

  it('that are blank cannot be read', async () => {
    expect(await read(file('<endEvent id=" "/>'))).toEqual({
      process: null,
      findings: ['id.unreadable | An element has an id that cannot be read.'],
    });
  });

  it('that XML does not allow are noted on what runs, not on shapes or in comments', async () => {
    const { process, findings } = await read(
      file(`<task id="1 A"/><sequenceFlow id="f" sourceRef="S" targetRef="1 A"/><!-- id="2 B" -->`, {
        drawing: plane('3 C'),
      }),
    );
    expect(process).toBe('P');
    expect(findings).toEqual([
      expect.stringMatching(/^id\.illegal \| 1 A \| The id "1 A" is not one that XML allows/),
      'task.abstract | 1 A | A task without a type is taken as manual work.',
    ]);
  });
});

describe('namespaces', () => {
  const user = (attributes: string) =>
    `<userTask id="A" ${attributes}/><sequenceFlow id="f" sourceRef="S" targetRef="A"/>`;
  const performerOf = async (xml: string) => (await compileProcess(xml)).process?.steps[0]?.performer;

  it.each([
    [' xmlns:c="http://activiti.org/bpmn"', 'c:assignee="an"', { assignee: 'an' }],
    [' xmlns:motcua="urn:elsewhere"', 'motcua:role="clerk"', { role: 'clerk' }],
    [" xmlns:motcua = 'urn:elsewhere'", 'motcua:role="clerk"', { role: 'clerk' }],
    [
      ' xmlns:motcua="urn:elsewhere" xmlns:c="http://camunda.org/schema/1.0/bpmn"',
      'c:assignee="an"',
      { assignee: 'an' },
    ],
    [' xmlns:other="urn:elsewhere"', 'other:role="clerk"', {}],
  ])(
    'of other tools are read by their address, ours by their prefix too: %s',
    async (attributes, own, performer) => {
      expect(await performerOf(file(user(own), { attributes }))).toEqual(performer);
    },
  );

  it('do not change that the script of a global task is an element of it', async () => {
    const roots = '<globalScriptTask id="G" scriptLanguage="feel"><script>1 + 1</script></globalScriptTask>';
    const call = '<callActivity id="A" calledElement="G"/><sequenceFlow id="f" sourceRef="S" targetRef="A"/>';
    expect(await read(file(call, { roots, attributes: ' xmlns:zeebe="urn:elsewhere"' }))).toEqual(fine);
  });
});

it('keeps a byte order mark inside a name', async () => {
  const { process } = await compileProcess(file().replace('id="P"', 'id="P" name="a\uFEFFb"'));
  expect(process?.name).toBe('a\uFEFFb');
});
