import type { CollectionSpec } from '../store/store.ts';

/** What an applicant thought of it; its id is the dossier's code, so that each code rates once (R149). */
export interface RatingRecord {
  procedure: string;
  unit: string;
  stars: number;
  comment?: string;
  at: string;
}

export const ratingSpec: CollectionSpec<RatingRecord> = {
  name: 'ratings',
  indexes: [{ name: 'unit', fields: ['unit', 'at'] }],
};
