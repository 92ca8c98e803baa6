import { describe, expect, it } from '@jest/globals';
import { codeSequence, DEFAULT_PATTERN, dossierCode } from '../../server/dossiers/code-pattern.ts';

const unitCode = 'H01.12';

describe('a dossier code', () => {
  it('is unit, date of reception and number of the day', () => {
    const code = dossierCode({ unitCode, receivedAt: '2026-04-17T03:00:00.000Z', number: 1 });

    expect(code).toBe('H01.12-260417-0001'); // domain 3.1
  });

  it('carries the local date: an early morning in Việt Nam is still yesterday in UTC', () => {
    const receivedAt = '2026-04-16T17:30:00.000Z'; // 00:30 on the 17th

    expect(dossierCode({ unitCode, receivedAt, number: 7 })).toBe('H01.12-260417-0007');
  });

  it('does not cut a number that outgrows its width', () => {
    const code = dossierCode({ unitCode, receivedAt: '2026-04-17T03:00:00.000Z', number: 12_345 });

    expect(code).toBe('H01.12-260417-12345');
  });

  it('follows another pattern when the province sets one', () => {
    const pattern = {
      ...DEFAULT_PATTERN,
      template: '{date}.{number}.{unit}',
      date: 'yyyyMMdd',
      width: 5,
    } as const;
    const code = dossierCode({ unitCode, receivedAt: '2026-04-17T03:00:00.000Z', number: 3 }, pattern);

    expect(code).toBe('20260417.00003.H01.12');
  });

  it('is numbered by unit and local day', () => {
    const morning = codeSequence(unitCode, '2026-04-17T01:00:00.000Z');
    const evening = codeSequence(unitCode, '2026-04-17T09:00:00.000Z');
    const nextDay = codeSequence(unitCode, '2026-04-17T18:00:00.000Z');

    expect(morning).toBe(evening);
    expect(nextDay).not.toBe(morning);
    expect(codeSequence('H01.13', '2026-04-17T01:00:00.000Z')).not.toBe(morning);
  });
});
