/** The official papers as they come with the product: source, page, legal source and sample data. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PageSetup, type PaperParts, SAMPLE_PAPER } from '../index.ts';
import { findUpwards } from './find-upwards.ts';

export type OfficialTemplate = {
  /** the document's kind: `receipt`, `supplement-request`, … */
  key: string;
  title: string;
  source: string;
  page: PageSetup;
  /** where the layout comes from */
  legalSource: string;
  /** `true` when the official layout could not be opened and was put together from its content */
  isReconstructed: boolean;
  dataExample: PaperParts;
};

type Meta = {
  key: string;
  title: string;
  page: PageSetup;
  source: string;
  reconstructed?: true;
  /** where it differs from the sample that every paper can be filled with */
  dataExample?: PaperParts;
};

/** Every official paper, by key: templates/official/*.hbs and the .json beside each, read once. */
export function officialTemplates(): OfficialTemplate[] {
  official ??= readOfficialTemplates();
  return official;
}

let official: OfficialTemplate[] | undefined;

function readOfficialTemplates(): OfficialTemplate[] {
  const folder = findUpwards('templates/official');
  if (!folder) throw new Error('templates/official is not part of this installation');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => {
      const {
        source: legalSource,
        reconstructed,
        dataExample,
        ...meta
      }: Meta = JSON.parse(readFileSync(join(folder, file), 'utf8'));
      const source = readFileSync(join(folder, file.replace(/\.json$/, '.hbs')), 'utf8');
      return {
        ...meta,
        source,
        legalSource,
        isReconstructed: reconstructed === true,
        dataExample: { ...SAMPLE_PAPER, ...dataExample },
      };
    });
}
