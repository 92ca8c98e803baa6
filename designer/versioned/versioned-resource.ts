/** What e-forms and papers' templates have in common: a key, a title, versions of which one is published. */
export interface VersionRow {
  version: number;
  state: 'draft' | 'published' | 'retired';
  createdAt: string;
  createdBy: string;
}

export interface VersionedResource {
  key: string;
  title: string;
  published?: { version: number } | undefined;
  versions: VersionRow[];
  abilities: string[];
}

export const newestFirst = (versions: readonly VersionRow[]): VersionRow[] =>
  [...versions].sort((one, other) => other.version - one.version);
