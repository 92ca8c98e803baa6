/** What each official paper says of a dossier of the sample province, field by field in the prescribed order. */
import { ACCOUNT_FORMS } from './official-fields/account-forms.ts';
import type { ExpectedPaper } from './official-fields/fields-of-seed.ts';
import { LEDGERS } from './official-fields/ledgers.ts';
import { LETTERS } from './official-fields/letters.ts';
import { RECEIPTS } from './official-fields/receipts.ts';

/** `{code}` stands for the dossier's own code. */
export const EXPECTED_PAPERS: ExpectedPaper[] = [...RECEIPTS, ...LETTERS, ...LEDGERS, ...ACCOUNT_FORMS];

/** As it stands in a paper about that dossier. */
export const fieldOf = (field: string, code: string): string => field.replace('{code}', code);
