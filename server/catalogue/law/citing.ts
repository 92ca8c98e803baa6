import type { LawCitation } from '../../contract/catalogue.ts';

/** What cites, before its words are told apart into texts. */
export type Citing = Omit<LawCitation, 'law'>;
