import { describe, expect, it } from '@jest/globals';
import {
  dutyBy,
  jointReception,
  type OfficeDuty,
  postalResultBy,
  secondDelivery,
  stopNotBefore,
  supplementBy,
  transferBy,
} from '../../calendar/index.ts';
import { buildCalendar, local } from '../support/build-calendar.ts';

const calendar = buildCalendar();

describe('what the office owes after reception', () => {
  it.each<[string, OfficeDuty, 'online' | 'counter', string, string]>([
    [
      'DL10: the answer to an online dossier, vector l',
      'online-answer',
      'online',
      '2026-06-11 15:00',
      '2026-06-12 15:00',
    ],
    [
      'DL10, DL05: filed in the evening, vector m',
      'online-answer',
      'online',
      '2026-06-11 20:00',
      '2026-06-12 17:00',
    ],
    ['DL11: the alert of the officer', 'online-alert', 'online', '2026-06-11 10:00', '2026-06-11 14:00'],
    ['DL11, DL06: filed after 17:00', 'online-alert', 'online', '2026-06-12 17:30', '2026-06-15 09:00'],
    [
      'DL12: the supplement slip for papers',
      'paper-supplement',
      'counter',
      '2026-06-11 10:00',
      '2026-06-12 10:00',
    ],
    [
      'DL08: the paper file at the resolving body',
      'paper-transfer',
      'counter',
      '2026-06-12 16:00',
      '2026-06-15 16:00',
    ],
  ])('%s', (_row, duty, channel, at, by) => {
    expect(dutyBy({ calendar, at: local(at), channel, duty })).toBe(local(by));
  });
});

describe('handing the file on (DL08)', () => {
  it.each([
    ['the same day', '2026-06-11 09:00', '2026-06-11 17:00'],
    ['the same day at three o’clock', '2026-06-11 15:00', '2026-06-11 17:00'],
    ['the next working morning after it', '2026-06-11 15:01', '2026-06-12 07:00'],
    ['over the weekend', '2026-06-12 16:00', '2026-06-15 07:00'],
    ['the next day in full when received outside office hours', '2026-06-12 18:00', '2026-06-15 17:00'],
  ])('%s', (_when, at, by) => {
    expect(transferBy({ calendar, at: local(at) })).toBe(local(by));
  });
});

describe('asking for a supplement after examination (DL13)', () => {
  it.each([
    ['three working days where no sector law differs', undefined, '2026-06-16 17:00'],
    ['seven for a building permit', 7, '2026-06-22 17:00'],
  ])('%s', (_name, days, by) => {
    const moment = { calendar, at: local('2026-06-11 10:00') };
    expect(supplementBy(days === undefined ? moment : { ...moment, days })).toBe(local(by));
  });
});

describe('a joint procedure whose decree says so (DL07)', () => {
  it.each([
    ['counts at once within office hours', '2026-06-11 09:00', '2026-06-11 09:00'],
    ['counts from 08:00 of the next working day after 17:00', '2026-06-11 17:30', '2026-06-12 08:00'],
    ['counts from 08:00 of the next working day on a day off', '2026-06-13 09:00', '2026-06-15 08:00'],
    ['counts from the next working day within the last hour', '2026-06-12 16:30', '2026-06-15 08:00'],
    ['counts from the next working day as the last hour begins', '2026-06-11 16:00', '2026-06-12 08:00'],
    ['counts at once a minute before', '2026-06-11 15:59', '2026-06-11 15:59'],
  ])('%s', (_when, at, from) => {
    expect(jointReception({ calendar, at: local(at) })).toBe(local(from));
  });
});

describe('the post (DL25)', () => {
  it('hands a result out within a day of the clock, weekends or not', () => {
    expect(postalResultBy(local('2026-06-13 09:00'))).toBe(local('2026-06-14 09:00'));
  });

  it('tries once more two working days later', () => {
    expect(secondDelivery({ calendar, at: local('2026-06-12 09:00') })).toBe(local('2026-06-16 09:00'));
  });
});

describe('stopping a service (DL29)', () => {
  it('is announced seven working days ahead', () => {
    const at = local('2026-06-01 09:00');
    expect(stopNotBefore({ calendar, at, kind: 'suspension' })).toBe(local('2026-06-10 09:00'));
  });

  it('for maintenance a day ahead', () => {
    const at = local('2026-06-05 20:00');
    expect(stopNotBefore({ calendar, at, kind: 'maintenance' })).toBe(local('2026-06-06 20:00'));
  });
});
