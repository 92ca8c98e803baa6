import { describe, expect, it } from '@jest/globals';
import type { Dossier } from '../../server/contract/dossiers.ts';
import { commonOperations, startingMany } from '../../workspace/dossiers/many-operations.ts';

const dossier = (fullName: string, ...abilities: string[]) =>
  ({ applicant: { fullName }, delivery: { method: 'postal' }, abilities }) as unknown as Dossier;

describe('an operation on many dossiers', () => {
  it('is offered only when every one of them allows it', () => {
    const one = dossier('Nguyễn Văn A (mẫu)', 'suspend', 'transfer', 'finish');
    const other = dossier('Trần Thị B (mẫu)', 'transfer', 'return', 'finish');
    expect(commonOperations([one, other])).toEqual(['transfer']);
    expect(commonOperations([one, dossier('Lê Thị C (mẫu)')])).toEqual([]);
  });

  it('is not offered when each may need words of its own', () => {
    expect(commonOperations([dossier('Nguyễn Văn A (mẫu)', 'finish', 'extend', 'refuse')])).toEqual([]);
  });

  it('names who collects the results when they are all of one person', () => {
    const [one, other] = [dossier('Nguyễn Văn A (mẫu)'), dossier('Trần Thị B (mẫu)')];
    expect(startingMany('return', [one, one])).toEqual({ method: 'postal', to: 'Nguyễn Văn A (mẫu)' });
    expect(startingMany('return', [one, other])).toEqual({ method: 'postal' });
    expect(startingMany('suspend', [one, one])).toEqual({});
  });
});
