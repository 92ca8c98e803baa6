/** Takes in a Word form for a kind of paper, after everything wrong with it was named. */
import type { z } from 'zod';
import type { Asker } from '../../access/audit.ts';
import { auditWrite } from '../../access/audit.ts';
import { isoNow } from '../../clock.ts';
import type { putWordForm } from '../../contract/word-forms.ts';
import { problem } from '../../http/problem.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { readWhole } from '../../store/blobs/blob-store.ts';
import type { Stored } from '../../store/store.ts';
import { type WordFormRecord, wordFormSpec } from './records.ts';
import type { WordFormFault } from './word-form.ts';

/** @throws Problem blob.not-found, word-form.faulty with each fault and its tag */
export async function keepWordForm(
  runtime: Runtime,
  { key, body, asker }: { key: string; body: z.output<typeof putWordForm>; asker: Asker },
): Promise<WordFormRecord> {
  const { store, blobs, clock } = runtime;
  const bytes = await readWhole(blobs, body.sha256);
  if (!bytes) throw problem('blob.not-found', 404, { values: { sha256: body.sha256 } });
  const { checkWordForm } = await import('./word-form.ts');
  refuseFaulty(checkWordForm(bytes));
  const forms = store.collection(wordFormSpec);
  const at = isoNow(clock);
  const newest = await newestWordForm(runtime, key);
  const doc: WordFormRecord = {
    key,
    version: (newest?.doc.version ?? 0) + 1,
    name: body.name,
    sha256: body.sha256,
    uploadedAt: at,
    uploadedBy: { id: asker.actor.id, name: asker.actor.name },
  };
  await store.commit([
    { op: 'insert', collection: forms.name, id: `${key}@${doc.version}`, doc },
    ...auditWrite({ ...asker, at, what: 'word-form.keep', subject: key, detail: body.name }),
  ]);
  return doc;
}

function refuseFaulty(faults: WordFormFault[]): void {
  if (faults.length === 0) return;
  throw problem('word-form.faulty', 422, {
    errors: faults.map(({ code, tag }) => ({
      pointer: '/sha256',
      code,
      detail: {
        vi: FAULT_SENTENCES[code].vi.replace('{tag}', tag),
        en: FAULT_SENTENCES[code].en.replace('{tag}', tag),
      },
    })),
  });
}

const FAULT_SENTENCES: Record<WordFormFault['code'], { vi: string; en: string }> = {
  'word-form.not-word': {
    vi: 'Tệp không phải là văn bản Word (.docx).',
    en: 'The file is no Word document (.docx).',
  },
  'word-form.too-large': { vi: 'Tệp giải nén quá lớn.', en: 'The file is too large when unpacked.' },
  'word-form.unclosed-tag': {
    vi: 'Thẻ “{tag}” thiếu dấu ngoặc mở hoặc đóng.',
    en: 'The tag “{tag}” lacks its opening or closing brace.',
  },
  'word-form.unclosed-loop': {
    vi: 'Vòng lặp “{tag}” không được mở, đóng đúng cặp.',
    en: 'The loop “{tag}” is not opened and closed as a pair.',
  },
  'word-form.bad-tag': {
    vi: 'Thẻ “{tag}” không phải là tên dữ liệu, cũng không phải là hàm kèm tên dữ liệu.',
    en: 'The tag “{tag}” is neither a name nor a helper with names.',
  },
  'word-form.unknown-name': {
    vi: 'Thẻ “{tag}” nêu dữ liệu không có trong danh mục.',
    en: 'The tag “{tag}” names what the catalogue does not know.',
  },
  'word-form.unfit': {
    vi: 'Thẻ “{tag}” không dùng được ở vị trí này.',
    en: 'The tag “{tag}” does not fit there.',
  },
};

export async function newestWordForm(
  { store }: Pick<Runtime, 'store'>,
  key: string,
): Promise<Stored<WordFormRecord> | undefined> {
  const { items } = await store.collection(wordFormSpec).find({
    where: { key },
    sort: [
      { field: 'key', direction: 'desc' },
      { field: 'version', direction: 'desc' },
    ],
    limit: 1,
  });
  return items[0];
}
