import type { DocumentRecord, Seal } from '../records.ts';
import { asProblem } from './key-problem.ts';
import { KeyFault, requireValid } from './open-key.ts';
import { signPdf } from './sign-pdf.ts';
import type { SigningKeys } from './signing-keys.ts';

/**
 * Signs the print of a paper with the key that it was issued with, as of the moment it was issued.
 * @throws Problem signature.* when that key cannot be used any more
 */
export async function sealPdf(
  keys: SigningKeys | undefined,
  { pdf, paper, seal }: { pdf: Uint8Array; paper: DocumentRecord; seal: Seal },
): Promise<Uint8Array> {
  try {
    const key = await keys?.byFile(seal.file);
    if (!key) throw new KeyFault('signature.key-missing', { file: seal.file, password: '' });
    requireValid(key, paper.issuedAt);
    const reason = `Ban hành ${paper.title} số ${paper.number}`;
    const location = paper.data.place ?? '';
    return await signPdf(pdf, { key, facts: { reason, location, at: paper.issuedAt } });
  } catch (error) {
    throw asProblem(error);
  }
}
