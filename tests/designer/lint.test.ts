import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { compileProcess } from '../../engine/index.ts';
import type { Process } from '../../engine/types.ts';
import { SAMPLE_PROVINCE } from '../../seeds/load.ts';
import type { LintFacts, LintFinding } from '../../server/contract/lint/lint-model.ts';
import { lintProcess } from '../../server/contract/lint/lint-process.ts';
import { buildProcess } from '../support/build-process.ts';

const compiled = async (text: string): Promise<Process> =>
  (await compileProcess(buildProcess(text))).process!;
const found = async (text: string, facts: LintFacts = {}) => lintProcess(await compiled(text), facts);
const of = (findings: LintFinding[], code: string) =>
  findings.filter((finding) => finding.code === `publish.${code}`).map(({ element }) => element);

const STEP = 'motcua:role=counter motcua:status=4';
const RECEIVE = `user Receive ${STEP} motcua:duration=PT4H motcua:actions="refuse request-supplement"`;
const EXAMINE = 'user Examine motcua:role=specialist motcua:status=4 motcua:duration=PT4H';
const RETURN = `user Return ${STEP} motcua:durationKind=none motcua:actions=return`;
const SOUND = `start S\n${RECEIVE}\n${EXAMINE}\n${RETURN}\nend E\nS -> Receive -> Examine -> Return -> E`;
const ONE_DAY = { amount: 1, unit: 'working-days' as const };

const FIXABLE = new Set([
  'unknown-role',
  'unknown-same-as',
  'no-duration',
  'no-form',
  'no-template',
  'no-status',
  'unknown-action',
  'supplement-elsewhere',
  'no-resume',
  'no-refusal',
  'no-return',
  'counted-return',
]);

/** One line of the sound process replaced by another. */
const instead = (line: string, other: string) => SOUND.replace(line, other);
const without = (line: string, part: string) => instead(line, line.replace(part, ''));

describe('a sound process', () => {
  it('has no finding', async () => {
    expect(await found(SOUND, { timeLimit: ONE_DAY, publishedForms: new Set() })).toEqual([]);
  });

  it.each(['1.009645', '1.013225', '2.000815'])('is each of the sample province: %s', async (code) => {
    const folder = `${SAMPLE_PROVINCE}/procedures/${code}`;
    const { process } = await compileProcess(readFileSync(`${folder}/process.bpmn`, 'utf8'));
    const { timeLimit } = JSON.parse(readFileSync(`${folder}/procedure.json`, 'utf8'));
    expect(lintProcess(process!, { timeLimit })).toEqual([]);
  });
});

describe('a rule', () => {
  const seeded: [string, string, string, string, LintFacts?][] = [
    ['a step that nobody does', 'no-performer', 'Examine', without(EXAMINE, 'motcua:role=specialist')],
    [
      'a step that no account can do',
      'no-account',
      'Examine',
      SOUND,
      { accounts: new Set(['office/counter', 'office/leader']), competentUnit: 'office' },
    ],
    [
      'a paper without a template',
      'no-template',
      'Examine',
      instead(EXAMINE, `${EXAMINE} motcua:documents="survey result"`),
      { publishedTemplates: new Set(['receipt']) },
    ],
    [
      'a role that does not exist',
      'unknown-role',
      'Examine',
      instead(EXAMINE, EXAMINE.replace('specialist', 'wizard')),
    ],
    [
      'a person of what is no step',
      'unknown-same-as',
      'Examine',
      instead(EXAMINE, `${EXAMINE} motcua:sameAs=S`),
    ],
    [
      'a step that is done by whoever did itself',
      'unknown-same-as',
      'Examine',
      instead(EXAMINE, `${EXAMINE} motcua:sameAs=Examine`),
    ],
    ['a step without a time', 'no-duration', 'Examine', without(EXAMINE, 'motcua:duration=PT4H')],
    [
      'a form that is not published',
      'no-form',
      'Examine',
      instead(EXAMINE, `${EXAMINE} motcua:form=missing`),
      { publishedForms: new Set() },
    ],
    ['a step without a status', 'no-status', 'Examine', without(EXAMINE, 'motcua:status=4')],
    [
      'an operation that does not exist',
      'unknown-action',
      'Examine',
      instead(EXAMINE, `${EXAMINE} motcua:actions=fly`),
    ],
    [
      'an intake that is not the counter’s',
      'intake-elsewhere',
      'Receive',
      instead(RECEIVE, RECEIVE.replace('counter', 'clerk')),
    ],
    [
      'a consultation that waits for ever',
      'consultation-timeout',
      'Examine',
      instead(EXAMINE, `${EXAMINE} multi=3`),
    ],
    [
      'a supplement past the counter',
      'supplement-elsewhere',
      'Examine',
      instead(EXAMINE, `${EXAMINE} motcua:actions=supplement`),
    ],
    [
      'a suspension that nobody can end',
      'no-resume',
      'Examine',
      instead(EXAMINE, `${EXAMINE} motcua:actions=suspend`),
    ],
    ['a process without a refusal', 'no-refusal', 'Receive', without(RECEIVE, 'refuse ')],
    ['a process without a return', 'no-return', 'Return', without(RETURN, 'motcua:actions=return')],
    [
      'a return that counts',
      'counted-return',
      'Return',
      instead(RETURN, RETURN.replace('motcua:durationKind=none', 'motcua:duration=PT4H')),
    ],
    [
      'a path that ends without a result',
      'open-end',
      'Lost',
      `${SOUND}\nxor Choice default=on\nend Lost\nExamine -> Choice\nChoice -> Lost : x = 1\nChoice -on-> Return`,
    ],
    [
      'a loop without a way out',
      'endless-loop',
      'Again',
      `${SOUND}\nxor Choice default=on\nuser Again ${STEP} motcua:duration=PT1H\nExamine -> Choice\nChoice -> Again : x = 1\nChoice -on-> Return\nAgain -> Again`,
    ],
    [
      'a sum over the limit',
      'sum-differs',
      'S',
      instead(EXAMINE, EXAMINE.replace('PT4H', 'PT5H')),
      { timeLimit: ONE_DAY },
    ],
    ['a sum under the limit', 'sum-differs', 'S', SOUND, { timeLimit: { amount: 9, unit: 'working-hours' } }],
    [
      'a shorter parallel branch that is cut off the limit',
      'sum-differs',
      'S',
      `${SOUND}\nuser Other ${STEP} motcua:duration=P2D\nReceive -> Other -> Return`,
      { timeLimit: ONE_DAY },
    ],
  ];

  it.each(seeded)('finds %s (%s) on %s', async (_, code, element, text, facts = {}) => {
    expect(of(await found(text, facts), code)).toEqual([element]);
  });

  it.each(seeded.filter(([, code]) => FIXABLE.has(code)))(
    'offers a fix that makes it go away: %s (%s)',
    async (_, code, element, text, facts = {}) => {
      const process = await compiled(text);
      const { fix } = lintProcess(process, facts).find((finding) => finding.code === `publish.${code}`)!;
      expect(fix!.element).toBe(element);
      const mended = await found(applied(text, fix!), facts);
      expect(of(mended, code)).toEqual([]);
    },
  );
});

/** The text of a process with a fix's attributes set on its element's line. */
function applied(text: string, { element, attributes }: NonNullable<LintFinding['fix']>): string {
  return text
    .split('\n')
    .map((line) =>
      line.startsWith(`user ${element} `)
        ? Object.entries(attributes).reduce(
            (changed, [name, value]) =>
              changed.replace(new RegExp(` motcua:${name}=("[^"]*"|\\S+)`), '') +
              (value ? ` motcua:${name}="${value}"` : ''),
            line,
          )
        : line,
    )
    .join('\n');
}

describe('the total', () => {
  it('takes parallel branches by the longest and loops once', async () => {
    const text = `start S
      ${RECEIVE}
      and Fork
      user Short ${STEP} motcua:duration=PT4H
      user Long ${STEP} motcua:duration=PT12H
      and Join
      xor Again default=on
      ${RETURN}
      end E
      S -> Receive -> Fork -> Short -> Join -> Again
      Fork -> Long -> Join
      Again -> Receive : again = true
      Again -on-> Return -> E`;
    expect(of(await found(text, { timeLimit: { amount: 2, unit: 'working-days' } }), 'sum-differs')).toEqual(
      [],
    );
  });
});
