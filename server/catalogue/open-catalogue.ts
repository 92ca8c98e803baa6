import type { Organisation } from '../access/organisation.ts';
import type { Clock } from '../clock.ts';
import type { Collection, Store } from '../store/store.ts';
import { type ActiveVersions, openActiveVersions } from './active-versions.ts';
import { type CompiledVersions, compiledVersions } from './compiled-versions.ts';
import {
  type FormVersionRecord,
  formVersionSpec,
  type ProcedureRecord,
  type ProcessVersionRecord,
  procedureSpec,
  processVersionSpec,
  type TemplateVersionRecord,
  templateVersionSpec,
} from './records.ts';
import { openReferenceLists, type ReferenceLists } from './reference-lists.ts';

/** Turns a page of HTML into a PDF; the printer's, handed in by main. */
export type PrintHtml = (
  html: string,
  paper: { title: string; page: TemplateVersionRecord['page'] },
) => Promise<Uint8Array>;

/** The data that a dossier's papers are filled with, for a preview; the documents' capability, handed in by main. */
export type PaperDataOf = (dossier: string, templateKey: string) => Promise<object | null>;

export interface CatalogueParts {
  store: Store;
  clock: Clock;
  /** the machine's: how old what is in memory is */
  wallClock: Clock;
  organisation: Organisation;
  printHtml: PrintHtml;
  paperDataOf: PaperDataOf;
}

/** What the operations of this capability work on. */
export interface Catalogue extends CatalogueParts {
  procedures: Collection<ProcedureRecord>;
  processes: Collection<ProcessVersionRecord>;
  forms: Collection<FormVersionRecord>;
  templates: Collection<TemplateVersionRecord>;
  compiled: CompiledVersions;
  lists: ReferenceLists;
  active: ActiveVersions;
}

export function openCatalogue(parts: CatalogueParts): Catalogue {
  const processes = parts.store.collection(processVersionSpec);
  return {
    ...parts,
    procedures: parts.store.collection(procedureSpec),
    processes,
    forms: parts.store.collection(formVersionSpec),
    templates: parts.store.collection(templateVersionSpec),
    compiled: compiledVersions(),
    lists: openReferenceLists(),
    active: openActiveVersions({ ...parts, processes }),
  };
}
