import type { CompiledCalendar } from '../../calendar/index.ts';
import type { Organisation } from '../access/organisation.ts';
import type { Clock } from '../clock.ts';
import type { Collection, Store } from '../store/store.ts';
import { type ActiveVersions, openActiveVersions } from './active-versions.ts';
import { type CompiledVersions, compiledVersions } from './compiled-versions.ts';
import {
  type FormVersionRecord,
  formVersionSpec,
  type ProcedureRecord,
  type ProcessTrialRecord,
  type ProcessVersionRecord,
  procedureSpec,
  processTrialSpec,
  processVersionSpec,
  type TemplateVersionRecord,
  templateVersionSpec,
} from './records.ts';
import { openReferenceLists, type ReferenceLists } from './reference-lists.ts';
import type { OpinionRequest, SecondOpinion } from './second-opinion/opinion.ts';

/** Turns a page of HTML into a PDF; the printer's, handed in by main. */
export type PrintHtml = (
  html: string,
  paper: { title: string; page: TemplateVersionRecord['page'] },
) => Promise<Uint8Array>;

/** The data that a dossier's papers are filled with, for a preview; the documents' capability, handed in by main. */
export type PaperDataOf = (dossier: string, templateKey: string) => Promise<object | null>;

/** Does tests of a process on another engine; the answer's sentences are for a procedure owner. */
export type AskSecondOpinion = (request: OpinionRequest) => Promise<SecondOpinion>;

export interface CatalogueParts {
  store: Store;
  clock: Clock;
  /** the machine's: how old what is in memory is */
  wallClock: Clock;
  organisation: Organisation;
  printHtml: PrintHtml;
  paperDataOf: PaperDataOf;
  /** a unit's working time, for the tests of processes */
  calendarOf: (unit: string) => Promise<CompiledCalendar>;
  askSecondOpinion: AskSecondOpinion;
  /** versions of a procedure's process that running dossiers follow; the dossiers' capability, handed in by main */
  followedVersions: (procedure: string) => Promise<ReadonlySet<number>>;
}

/** What the operations of this capability work on. */
export interface Catalogue extends CatalogueParts {
  procedures: Collection<ProcedureRecord>;
  processes: Collection<ProcessVersionRecord>;
  trials: Collection<ProcessTrialRecord>;
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
    trials: parts.store.collection(processTrialSpec),
    forms: parts.store.collection(formVersionSpec),
    templates: parts.store.collection(templateVersionSpec),
    compiled: compiledVersions(),
    lists: openReferenceLists(),
    active: openActiveVersions({ ...parts, processes }),
  };
}
