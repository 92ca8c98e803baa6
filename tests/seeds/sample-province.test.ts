import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { compileCalendar, dueDate, isWorkingDay, proposeCompensation } from '../../calendar/index.ts';
import { readSampleProvince, SAMPLE_PROVINCE, type Seeder, seedProvince } from '../../seeds/load.ts';
import { local } from '../support/build-calendar.ts';

const province = await readSampleProvince(SAMPLE_PROVINCE);
const unitIds = province.units.map(({ id }) => id);

describe('the units and people of the sample province', () => {
  it('belong to An Giang, parents before their children, with codes of their own below the parent’s (QĐ 20/2020)', () => {
    const codeOf = (id: string | undefined) => province.units.find((unit) => unit.id === id)?.code;

    expect(province.units[0]).toMatchObject({ code: 'H01', kind: 'province' });
    expect(new Set(province.units.map(({ code }) => code)).size).toBe(province.units.length);
    for (const [index, unit] of province.units.entries()) {
      if (!unit.parent) continue;
      expect(unitIds.slice(0, index)).toContain(unit.parent);
      expect(unit.code.startsWith(`${codeOf(unit.parent)}.`)).toBe(true);
    }
  });

  it('are the eight accounts and others beside them, plainly samples, in units that exist', () => {
    expect(province.users.map(({ username }) => username)).toEqual(
      expect.arrayContaining([
        'admin',
        'chuquytrinh',
        'thietkebieumau',
        'vanphong',
        'motcua',
        'chuyenvien',
        'lanhdao',
        'congdan',
      ]),
    );
    for (const user of province.users) {
      expect(user.fullName).toMatch(/\(mẫu\)$/);
      const units = [user.unit, ...user.positions.map(({ unit }) => unit)].filter(Boolean);
      expect(unitIds).toEqual(expect.arrayContaining(units));
    }
  });

  it('take in and resolve every procedure', () => {
    for (const { settings } of province.procedures) {
      expect(unitIds).toEqual(expect.arrayContaining([settings.unit, ...settings.receivingUnits]));
    }
  });
});

describe('the calendar of the sample province (domain 5.2)', () => {
  const calendar = compileCalendar({ id: 'an-giang', name: 'An Giang', years: province.calendar });

  it('names the source of every exception', () => {
    for (const { exceptions } of province.calendar) {
      for (const { source } of exceptions) expect(source).not.toBe('');
    }
  });

  it.each([
    ['2026-02-16', false],
    ['2026-04-27', false],
    ['2026-08-22', true],
    ['2026-08-31', false],
    ['2026-11-24', false],
    ['2027-01-01', false],
    ['2027-02-11', false],
    ['2027-02-12', true],
  ])('%s works: %s', (day, works) => {
    expect(isWorkingDay(calendar, day)).toBe(works);
  });

  it('owes no compensation that is not entered (Labour Code Art. 111.3)', () => {
    for (const year of province.calendar) expect(proposeCompensation(year)).toEqual([]);
  });

  it('says of what was not found decided that it is to be confirmed', () => {
    const [, , next] = province.calendar;
    const pending = next!.exceptions.filter(({ source }) => /chờ quyết định|cần xác nhận/.test(source));

    expect(pending.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Tết Nguyên đán', 'Quốc khánh (ngày liền kề)', 'Ngày Văn hóa Việt Nam']),
    );
  });

  it.each([
    ['1.013225', '2026-04-17 10:00', '2026-05-04 17:00'],
    ['2.000815', '2026-04-17 15:30', '2026-04-20 17:00'],
    ['1.009645', '2026-04-17 10:00', '2026-05-15 10:00'],
  ])('a dossier of %s received at %s is due at %s', (code, received, due) => {
    const { settings } = province.procedures.find((procedure) => procedure.code === code)!;

    expect(dueDate({ calendar, receivedAt: local(received), limit: settings.timeLimit }).dueAt).toBe(
      local(due),
    );
  });
});

describe('filling a store', () => {
  it('puts each thing after what it refers to', async () => {
    const calls: string[] = [];
    const note = (call: string) => () => {
      if (calls.at(-1) !== call) calls.push(call);
      return Promise.resolve();
    };
    const seeder: Seeder = {
      putUnit: note('unit'),
      putUser: note('user'),
      putCalendar: note('calendar'),
      publishForm: note('form'),
      putProcedure: note('procedure'),
      publishProcess: note('process'),
    };
    await seedProvince(province, seeder);

    expect(calls).toEqual([
      'unit',
      'user',
      'calendar',
      'form',
      ...province.procedures.flatMap(() => ['procedure', 'process']),
    ]);
  });

  it('is refused when two forms share a key', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'province-'));
    await cp(SAMPLE_PROVINCE, folder, { recursive: true });
    await cp(join(folder, 'forms/assignment.json'), join(folder, 'forms/another.json'));

    await expect(readSampleProvince(folder)).rejects.toThrow('Two sample forms have the key assignment');
    await rm(folder, { recursive: true });
  });
});
