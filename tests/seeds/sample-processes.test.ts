import { describe, expect, it } from '@jest/globals';
import { compileProcess, type StepDuration, type Variables } from '../../engine/index.ts';
import { readSampleProvince, SAMPLE_PROVINCE } from '../../seeds/load.ts';
import { complete, fireTimer, startWalk, walkOn } from '../support/walk-process.ts';

const province = await readSampleProvince(SAMPLE_PROVINCE);
const procedures = await Promise.all(
  province.procedures.map(async (procedure) => {
    const { process, diagnostics } = await compileProcess(procedure.xml);
    return { ...procedure, process: process!, diagnostics };
  }),
);
const forms = new Map(province.forms.map(({ key, schema }) => [key, (schema.examples as Variables[])[0]!]));

const ACCOUNTS = [
  'admin',
  'chuquytrinh',
  'thietkebieumau',
  'vanphong',
  'motcua',
  'chuyenvien',
  'lanhdao',
  'congdan',
];
const held = new Set(
  province.users
    .filter(({ username }) => ACCOUNTS.includes(username))
    .flatMap((user) => [...user.roles.map((role) => ({ unit: user.unit, role })), ...user.positions])
    .map(({ unit, role }) => `${unit}/${role}`),
);

const walkOf = (code: string, wishes: { [element: string]: Variables } = {}) => {
  const { process, settings } = procedures.find((procedure) => procedure.code === code)!;
  const sample = settings.samples[0] as { applicant: Variables; form: Variables };
  const outputOf = (element: string): Variables => ({
    ...forms.get(process.steps.find(({ id }) => id === element)!.form!),
    ...wishes[element],
  });
  const start = startWalk(process, {
    dossier: { code: 'H01.30.01-260417-0001', channel: 'counter', procedure: code },
    applicant: sample.applicant,
    form: sample.form,
    receivingUnit: settings.receivingUnits[0]!,
    competentUnit: settings.unit,
    returningUnit: settings.receivingUnits[0]!,
  });
  return { process, start, outputOf };
};
const names = (tasks: { element: string }[]) => tasks.map(({ element }) => element);

describe.each(procedures)('the process of $code', ({ code, process, diagnostics, settings, steps }) => {
  it('compiles without a finding', () => {
    expect(diagnostics).toEqual([]);
  });

  it('gives every step a form that exists, a status, a duration and a performer', () => {
    for (const step of process.steps) {
      expect({ form: forms.has(step.form!), status: step.status, duration: step.duration }).toEqual({
        form: true,
        status: expect.any(Number),
        duration: expect.anything(),
      });
      expect(step.performer).toEqual({ unit: expect.any(String), role: expect.any(String) });
    }
  });

  it('has the steps of its decision, in their order and with their times', () => {
    const days = (element: string) => {
      const duration = process.steps.find(({ id }) => id === element)!.duration!;
      return duration.counts === 'none' ? null : daysOf(duration);
    };

    expect(steps.map(({ order }) => order)).toEqual(steps.map((_, index) => index + 1));
    expect(steps.map((row) => ({ step: `${row.order}. ${row.name}`, days: row.days }))).toEqual(
      steps.map((row) => ({
        step: process.steps.find(({ id }) => id === row.element)!.name,
        days: days(row.element),
      })),
    );
  });

  it('reaches the return of the result with its samples, within the legal time', () => {
    const { start, outputOf } = walkOf(code);
    const walk = walkOn(process, start, { outputOf });
    const steps = [...new Set(names(walk.done))].map(
      (element) => process.steps.find(({ id }) => id === element)!,
    );

    expect(walk.ended).toMatchObject({ outcome: 'completed' });
    expect(steps.at(-1)).toMatchObject({ actions: ['return'], status: 9, duration: { counts: 'none' } });
    // Instances that run side by side count once: the longest of them, not their sum.
    expect(steps.reduce((sum, { duration }) => sum + daysOf(duration!), 0)).toBe(settings.timeLimit.amount);
  });

  it.each(settings.receivingUnits)(
    'can be walked by the eight sample accounts when %s takes it in',
    (unit) => {
      const resolved = (performer: string) =>
        ['=receivingUnit', '=returningUnit'].includes(performer)
          ? [unit]
          : (AGENCY[performer] ?? [performer]);
      const needed = process.steps.flatMap(({ performer }) =>
        resolved(performer.unit!).map((each) => `${each}/${performer.role}`),
      );

      expect(needed.filter((position) => !held.has(position))).toEqual([]);
    },
  );
});

/** Units that a form's choice names. */
const choices = (key: string, field: string): string[] => {
  const { schema } = province.forms.find((form) => form.key === key)!;
  const property = (schema.properties as Record<string, { enum?: string[]; items?: { enum: string[] } }>)[
    field
  ]!;
  return property.enum ?? property.items!.enum;
};
const AGENCY: Record<string, string[]> = {
  '=agency': choices('investment-examination', 'agencies'),
  '=consultedAgency': choices('house-permit-examination', 'consultedAgency'),
};

describe('the house permit', () => {
  const code = '1.013225';

  it('goes back to the examination after a supplement', () => {
    const { process, start, outputOf } = walkOf(code, { ThamDinh: { examination: 'incomplete' } });
    const asked = walkOn(process, start, { outputOf, stopAt: 'BoSung' });
    const back = complete(process, asked, { element: 'BoSung', output: outputOf('BoSung') });

    expect(names(back.open)).toEqual(['ThamDinh']);
  });

  it('asks the chosen agency, and takes twelve days of silence as consent (DL18)', () => {
    const wishes = { ThamDinh: { examination: 'consult', consultedAgency: 'so-xay-dung' } };
    const { process, start, outputOf } = walkOf(code, wishes);
    const asked = walkOn(process, start, { outputOf, stopAt: 'LayYKien' });

    expect(asked.open).toMatchObject([{ performer: { unit: 'so-xay-dung', role: 'specialist' } }]);
    expect(asked.timers).toMatchObject([{ due: { calendar: 'P12D' } }]);
    expect(names(fireTimer(process, asked, 'HetHanYKien').open)).toEqual(['ThamDinh']);
    expect(
      names(complete(process, asked, { element: 'LayYKien', output: outputOf('LayYKien') }).open),
    ).toEqual(['ThamDinh']);
  });

  it('goes to review with a refusal too, and its outcome is the signed one', () => {
    const wishes = { ThamDinh: { examination: 'ineligible' }, Ky: { outcome: 'refused' } };
    const { process, start, outputOf } = walkOf(code, wishes);

    const walk = walkOn(process, start, { outputOf });

    expect(names(walk.done).slice(-3)).toEqual(['Ky', 'TuChoi', 'Tra']);
    expect(walk.ended!.variables).toMatchObject({ outcome: 'refused' });
  });

  it.each([
    ['XemXet', { review: 'return' }, 'ThamDinh'],
    ['Ky', { signature: 'return' }, 'XemXet'],
  ])('%s may send it back', (element, output, target) => {
    const { process, start, outputOf } = walkOf(code);
    const reached = walkOn(process, start, { outputOf, stopAt: element });

    expect(names(complete(process, reached, { element, output }).open)).toEqual([target]);
  });
});

describe('the investment approval', () => {
  const code = '1.009645';
  const asked = () => {
    const { process, start, outputOf } = walkOf(code);
    return { process, outputOf, walk: walkOn(process, start, { outputOf, stopAt: 'ChoYKien' }) };
  };

  it('asks every chosen agency at once and gathers what each says', () => {
    const { process, outputOf, walk } = asked();
    const agencies = walk.open.map(({ performer }) => performer.unit);
    const answered = walkOn(process, walk, { outputOf, stopAt: 'TongHop' });

    expect(agencies).toEqual(['so-xay-dung', 'so-nong-nghiep-moi-truong', 'so-cong-thuong']);
    expect(answered.step.state.variables.opinions).toMatchObject(
      agencies.map((agency) => ({ agency, opinion: 'agree' })),
    );
  });

  it('goes on after seven working days with the opinions that came (step 7 counts from then)', () => {
    const { process, outputOf, walk } = asked();
    const one = complete(process, walk, { element: 'ChoYKien', output: outputOf('ChoYKien') });
    const late = fireTimer(process, one, 'HetHanYKien');

    expect(one.timers).toMatchObject([{ due: { working: 'P7D' } }]);
    expect(names(late.open)).toEqual(['TongHop']);
  });

  it.each([
    ['XemXet', { review: 'return' }, 'TongHop'],
    ['Ky', { signature: 'return' }, 'XemXet'],
  ])('%s may send it back', (element, output, target) => {
    const { process, start, outputOf } = walkOf(code);
    const reached = walkOn(process, start, { outputOf, stopAt: element });

    expect(names(complete(process, reached, { element, output }).open)).toEqual([target]);
  });

  it('asks for a supplement through the counter when it is not yet eligible', () => {
    const { process, start, outputOf } = walkOf(code, { TongHop: { appraisal: 'incomplete' } });
    const reached = walkOn(process, start, { outputOf, stopAt: 'BoSung' });

    expect(names(complete(process, reached, { element: 'BoSung', output: {} }).open)).toEqual(['TongHop']);
  });
});

describe('the certification of copies', () => {
  it('ends with a refusal when the original may not serve', () => {
    const { process, start, outputOf } = walkOf('2.000815', { KiemTra: { originalCheck: 'ineligible' } });
    const walk = walkOn(process, start, { outputOf });

    expect(names(walk.done)).toEqual(['KiemTra', 'TuChoi', 'Tra']);
    expect(walk.ended!.variables).toMatchObject({ outcome: 'refused' });
  });

  it('goes back to the check when it is not signed', () => {
    const { process, start, outputOf } = walkOf('2.000815');
    const reached = walkOn(process, start, { outputOf, stopAt: 'Ky' });
    const back = complete(process, reached, { element: 'Ky', output: { certification: 'return' } });

    expect(names(back.open)).toEqual(['KiemTra']);
  });
});

/** DL01: a working day has eight hours; a calendar day of a step table is a day of it. */
function daysOf({ iso, counts }: StepDuration): number {
  const [, days = '0', hours = '0'] = /^P(?:(\d+)D)?(?:T(?:(\d+)H|0S))?$/.exec(iso)!;
  return counts === 'none' ? 0 : Number(days) + Number(hours) / 8;
}
