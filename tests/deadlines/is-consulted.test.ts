import { expect, it } from '@jest/globals';
import { isConsulted } from '../../server/deadlines/watch/is-consulted.ts';
import { buildDossier, UNITS } from '../support/build-desk.ts';

const units = new Map(UNITS.map((unit) => [unit.id, unit]));
const asked = (unit: string | undefined, competent = 'so-xd-cap-phep') =>
  isConsulted(unit, { units: { ...buildDossier().units, competent } }, { units });

it.each<[string, string | undefined, boolean]>([
  ['the body that resolves', 'so-xd-cap-phep', false],
  ['the department above it', 'so-xd', false],
  ['the province that decides', 'tinh', false],
  ['another division of its department', 'so-xd-tham-dinh', false],
  ['the counter', 'mot-cua', false],
  ['nobody in particular', undefined, false],
  ['another department', 'so-tc', true],
  ['a division of another department', 'so-tc-gia', true],
  ['a commune', 'phuong', true],
  ['a unit that is known no more', 'da-giai-the', true],
])('a step of %s is a consultation of another agency: %s %s (NĐ61 Đ.19.5)', (_, unit, expected) => {
  expect(asked(unit)).toBe(expected);
});

it('a province that resolves by itself consults its departments', () => {
  expect(asked('so-tc-gia', 'tinh')).toBe(true);
  expect(asked('tinh', 'tinh')).toBe(false);
});
