/** What a hurried owner gets wrong, seeded one at a time into a sound process: each is found, and named on its element. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { draftProcess } from '../../designer/table/draft-process.ts';
import { readStepTable } from '../../designer/table/read-step-table.ts';
import { writeBpmn } from '../../designer/table/write-bpmn.ts';
import { compileProcess } from '../../engine/index.ts';
import { readSampleProvince, SAMPLE_PROVINCE } from '../../seeds/load.ts';
import type { LintFacts } from '../../server/contract/lint/lint-model.ts';
import { lintProcess } from '../../server/contract/lint/lint-process.ts';
import { compareTable } from '../../server/contract/step-table/compare-table.ts';

const TABLE = readFileSync(new URL('step-tables/parallel-consultation.txt', import.meta.url), 'utf8');
const { units } = await readSampleProvince(SAMPLE_PROVINCE);
const around = { units: units as never, competent: 'so-tai-chinh' };
const { steps } = readStepTable(TABLE);
const SOUND = writeBpmn(draftProcess(steps, 'P', around)).replace(
  '<bpmn:userTask id="Step_1"',
  '<bpmn:userTask id="Step_1" motcua:actions="refuse"',
);
const FACTS: LintFacts = {
  timeLimit: { amount: 17, unit: 'working-days' },
  competentUnit: 'so-tai-chinh',
  publishedForms: new Set(['division-review']),
  publishedTemplates: new Set(['receipt']),
  accounts: new Set([
    'ttpvhcc-tinh/counter',
    'phong-tham-dinh-dau-tu/leader',
    'phong-tham-dinh-dau-tu/specialist',
    'so-tai-chinh/leader',
    'so-tai-chinh/clerk',
    'ubnd-tinh/leader',
  ]),
};

async function found(xml: string): Promise<[string, string | undefined][]> {
  const { process, diagnostics } = await compileProcess(xml);
  const linted = process ? lintProcess(process, FACTS) : [];
  const compared = process ? compareTable(steps, process, around) : [];
  return [
    ...[...diagnostics, ...linted].map(({ code, element }): [string, string | undefined] => [code, element]),
    ...compared.map(({ what, element }): [string, string | undefined] => [`table.${what}`, element]),
  ];
}

type Change = (xml: string) => string;
const instead =
  (what: string | RegExp, by: string): Change =>
  (xml) =>
    xml.replace(what, by);
/** Sets attributes on an element; what it has of the same name is taken away first. */
const on =
  (id: string, attributes: string): Change =>
  (xml) =>
    xml.replace(new RegExp(`(<bpmn:\\w+ id="${id}")([^>]*)>`), (_, start: string, rest: string) => {
      const names = [...attributes.matchAll(/([\w:]+)="/g)].map(([, name]) => name!);
      const kept = names.reduce((text, name) => text.replace(new RegExp(`\\s${name}="[^"]*"`), ''), rest);
      const given = attributes.replace(/\s*[\w:]+=""/g, '');
      return `${start}${kept} ${given}>`;
    });
const all =
  (...changes: Change[]): Change =>
  (xml) =>
    changes.reduce((text, change) => change(text), xml);
/** A flow led elsewhere. */
const lead = (from: string, to: string, elsewhere: string): Change =>
  instead(`sourceRef="${from}" targetRef="${to}"`, `sourceRef="${from}" targetRef="${elsewhere}"`);
const add = (elements: string): Change => instead('</bpmn:process>', `${elements}</bpmn:process>`);

const MISTAKES: [string, string, string, Change][] = [
  [
    'the steps sum to more than the limit',
    'publish.sum-differs',
    'Start',
    on('Step_3', 'motcua:duration="P3D"'),
  ],
  [
    'nobody does a step',
    'publish.no-performer',
    'Step_9',
    instead(/(<bpmn:lane [^>]*name="Lãnh đạo Sở"[^>]*) motcua:role="leader"/, '$1'),
  ],
  ['no account does it', 'publish.no-account', 'Step_11', on('Step_11', 'motcua:unit="so-xay-dung"')],
  ['a role nobody has heard of', 'publish.unknown-role', 'Step_8', on('Step_8', 'motcua:role="head"')],
  ['a step without time', 'publish.no-duration', 'Step_4', on('Step_4', 'motcua:duration=""')],
  ['a form that is not published', 'publish.no-form', 'Step_8', on('Step_8', 'motcua:form="division-revue"')],
  ['a paper without a template', 'publish.no-template', 'Step_7', on('Step_7', 'motcua:documents="survey"')],
  ['no status for the citizen', 'publish.no-status', 'Step_2', on('Step_2', 'motcua:status=""')],
  [
    'an operation that does not exist',
    'publish.unknown-action',
    'Step_7',
    on('Step_7', 'motcua:actions="prolong"'),
  ],
  [
    'the same person as in a gateway',
    'publish.unknown-same-as',
    'Step_7',
    on('Step_7', 'motcua:sameAs="Step_10_Papers"'),
  ],
  [
    'intake by a specialist',
    'publish.intake-elsewhere',
    'Step_1',
    on('Step_1', 'motcua:role="specialist" motcua:unit="phong-tham-dinh-dau-tu"'),
  ],
  [
    'a consultation without a time limit',
    'publish.consultation-timeout',
    'Step_6',
    all(
      instead(/<bpmn:boundaryEvent.*?<\/bpmn:boundaryEvent>/s, ''),
      instead(/<bpmn:sequenceFlow id="Flow_8".*?(\/>|<\/bpmn:sequenceFlow>)/s, ''),
    ),
  ],
  ['suspended and never resumed', 'publish.no-resume', 'Step_7', on('Step_7', 'motcua:actions="suspend"')],
  ['no way to refuse', 'publish.no-refusal', 'Step_1', on('Step_1', 'motcua:actions=""')],
  ['the result is never returned', 'publish.no-return', 'Step_12', on('Step_12', 'motcua:actions=""')],
  [
    'a supplement past the counter',
    'publish.supplement-elsewhere',
    'Step_7',
    on('Step_7', 'motcua:actions="supplement"'),
  ],
  ['a loop without a way out', 'publish.endless-loop', 'Step_7', lead('Step_12', 'End', 'Step_11')],
  [
    'a step that nothing leads to',
    'node.unreachable',
    'Lost',
    add(
      '<bpmn:userTask id="Lost" name="13. Lưu" motcua:role="clerk" motcua:duration="PT1H" motcua:status="4"/>',
    ),
  ],
  [
    'a join that never completes',
    'join.never-completes',
    'Join',
    all(
      lead('Step_10_Papers', 'Step_11', 'Join'),
      lead('Step_10_Papers', 'Step_10_Supplement', 'Join'),
      add(
        '<bpmn:parallelGateway id="Join"/><bpmn:sequenceFlow id="Out" sourceRef="Join" targetRef="Step_11"/>',
      ),
    ),
  ],
  [
    'a condition that is no FEEL',
    'expression.syntax',
    'Flow_13',
    instead('complete = false', 'complete = ('),
  ],
  [
    'a default way out of another gateway',
    'gateway.flow-without-condition',
    'Step_10_Papers',
    on('Step_10_Papers', 'default="Flow_3"'),
  ],
  ['a timer that is no duration', 'timer.value', 'Step_6_Timeout', instead('>PT56H<', '>7 ngày<')],
  ['a flow into nothing', 'flow.dangling', 'Flow_16', lead('Step_11', 'Step_12', 'Nowhere')],
  ['another time than was approved', 'table.time', 'Step_6', on('Step_6', 'motcua:duration="PT64H"')],
  ['another person than was approved', 'table.person', 'Step_9', on('Step_9', 'motcua:role="clerk"')],
  ['another unit than was approved', 'table.unit', 'Step_8', on('Step_8', 'motcua:unit="so-xay-dung"')],
];

describe('a process with one mistake', () => {
  it('has none before it is seeded', async () => {
    expect(await found(SOUND)).toEqual([]);
  });

  it.each(MISTAKES)('%s: %s on %s', async (_, code, element, change) => {
    const faulty = change(SOUND);
    expect(faulty).not.toBe(SOUND);
    expect(await found(faulty)).toContainEqual([code, element]);
  });
});
