import { describe, expect, it } from '@jest/globals';
import type { Procedure } from '../../server/contract/catalogue.ts';
import { createDossier } from '../../server/contract/dossiers.ts';
import { draftOfSample, emptyDraft, intakeBody, missingPapers } from '../../workspace/intake/intake-draft.ts';

const PAPER = { originals: 1, certified: 0, copies: 0, required: true };
const PROCEDURE = {
  code: '1.013225',
  components: [
    { ...PAPER, id: 'don', name: 'Đơn đề nghị' },
    { ...PAPER, id: 'cam-ket', name: 'Bản cam kết', required: false },
  ],
} as unknown as Procedure;

describe('what a clerk has typed of a dossier', () => {
  it('becomes a request that the contract accepts, without what was left empty', () => {
    const draft = {
      ...emptyDraft(),
      applicant: { kind: 'person' as const, fullName: 'Nguyễn Văn A (mẫu)', phone: '' },
      papers: { don: { originals: 1, certified: 0, copies: 2 } },
    };
    const body = intakeBody(draft, PROCEDURE, 'counter');
    expect(createDossier.safeParse(body).success).toBe(true);
    expect(body.applicant).toEqual({ kind: 'person', fullName: 'Nguyễn Văn A (mẫu)' });
    expect(body.attachments).toEqual([
      { component: 'don', name: 'Đơn đề nghị', originals: 1, certified: 0, copies: 2 },
    ]);
  });

  it('names the required papers that are not there, and only those', () => {
    expect(missingPapers(emptyDraft(), PROCEDURE).map(({ id }) => id)).toEqual(['don']);
  });

  it('counts a file without paper as handed in', () => {
    const file = { name: 'don.pdf', sha256: 'a'.repeat(64) };
    const draft = { ...emptyDraft(), papers: { don: { originals: 0, certified: 0, copies: 0, file } } };
    expect(missingPapers(draft, PROCEDURE)).toEqual([]);
    expect(intakeBody(draft, PROCEDURE, 'online').attachments).toMatchObject([
      { component: 'don', name: 'don.pdf', sha256: file.sha256 },
    ]);
  });

  it('leaves out who hands it in unless somebody else does', () => {
    const applicant = { fullName: 'Nguyễn Văn A (mẫu)', submitter: { fullName: 'Trần Thị B (mẫu)' } };
    const draft = { ...emptyDraft(), applicant };
    expect(intakeBody(draft, PROCEDURE, 'counter').applicant.submitter).toBeUndefined();
    const authorised = intakeBody({ ...draft, hasSubmitter: true }, PROCEDURE, 'counter');
    expect(authorised.applicant.submitter).toEqual({ fullName: 'Trần Thị B (mẫu)' });
  });

  it.each([
    [{ fullName: 'Lê Thị C (mẫu)', document: '' }, { fullName: 'Lê Thị C (mẫu)' }],
    [{ fullName: '', document: 'Số 12' }, undefined],
  ])('names who authorised the submitter when it was somebody else: %j', (typed, sent) => {
    const submitter = { fullName: 'Trần Thị B (mẫu)', authoriser: typed };
    const draft = { ...emptyDraft(), applicant: { fullName: 'A (mẫu)', submitter }, hasSubmitter: true };
    const { applicant } = intakeBody(draft, PROCEDURE, 'counter');
    expect(applicant.submitter).toEqual({ fullName: 'Trần Thị B (mẫu)', ...(sent && { authoriser: sent }) });
  });

  it('gives back a sample as it came', () => {
    const sample = intakeBody(
      { ...emptyDraft(), applicant: { fullName: 'Nguyễn Văn A (mẫu)' }, form: { loai: 'moi' } },
      PROCEDURE,
      'counter',
    );
    expect(intakeBody(draftOfSample(sample, emptyDraft()), PROCEDURE, 'counter')).toEqual(sample);
  });

  it('says at which counter the result is collected, and where it is sent, each only when that is the way', () => {
    const delivery = { address: 'Số 2 đường mẫu', unit: 'ttpvhcc-tinh' };
    const by = (method: 'counter' | 'postal' | 'electronic') =>
      intakeBody({ ...emptyDraft(), delivery: { ...delivery, method } }, PROCEDURE, 'counter').delivery;
    expect([by('counter'), by('postal'), by('electronic')]).toEqual([
      { method: 'counter', unit: 'ttpvhcc-tinh' },
      { method: 'postal', address: 'Số 2 đường mẫu' },
      { method: 'electronic' },
    ]);
  });

  it('ends with a slip when that is wanted, with days only when somebody gave them', () => {
    const applicant = { fullName: 'Nguyễn Văn A (mẫu)' };
    const slip = { outcome: 'request-supplement' as const, reason: 'Thiếu bản vẽ' };
    const body = (days?: number | null) =>
      intakeBody({ ...emptyDraft(), applicant }, PROCEDURE, 'counter', { ...slip, days: days ?? null });
    expect(createDossier.parse(body(5))).toMatchObject({ ...slip, days: 5 });
    expect(createDossier.parse(body())).not.toHaveProperty('days');
  });

  it('has a key of its own each time', () => {
    expect(emptyDraft().key).toMatch(/^[0-9a-f]{32}$/);
    expect(emptyDraft().key).not.toBe(emptyDraft().key);
  });
});
