/** The official papers as they come with the product: source, page, legal source and sample data. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { PageSetup, PaperParts } from '../index.ts';

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
  dataExample: PaperParts;
};

/** Every official paper, by key: templates/official/*.hbs and the .json beside each, read once. */
export function officialTemplates(): OfficialTemplate[] {
  official ??= readOfficialTemplates();
  return official;
}

let official: OfficialTemplate[] | undefined;

function readOfficialTemplates(): OfficialTemplate[] {
  const folder = officialFolder();
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => {
      const {
        source: legalSource,
        reconstructed,
        ...meta
      }: Meta = JSON.parse(readFileSync(join(folder, file), 'utf8'));
      const source = readFileSync(join(folder, file.replace(/\.json$/, '.hbs')), 'utf8');
      return { ...meta, source, legalSource, isReconstructed: reconstructed === true };
    });
}

/** From the sources and from dist/server alike: the first folder upwards that holds it. */
function officialFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const official = join(folder, 'templates/official');
    try {
      readdirSync(official);
      return official;
    } catch (error) {
      if (dirname(folder) === folder) throw error;
      folder = dirname(folder);
    }
  }
}
