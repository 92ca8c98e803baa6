/** What the runtime asks of other capabilities. main.ts hands in what answers it. */
import type { z } from 'zod';
import type { CompiledCalendar } from '../../calendar/index.ts';
import type { Process, Variables } from '../../engine/types.ts';
import type { FormError, PrefillOffer } from '../../forms/index.ts';
import type { PageSetup, putProcedure } from '../contract/catalogue.ts';

/** A procedure as it is configured now, defaults filled in. */
export type ProcedureSettings = z.output<typeof putProcedure> & { code: string; version: number };

/** One version of a process, compiled; immutable once published, so it may be cached for ever. */
export interface CompiledVersion {
  procedure: string;
  version: number;
  process: Process;
  /** every executable process of the file, for call activities */
  processes: { [id: string]: Process };
  xml: string;
}

/** One version of an e-form with its compiled check. */
export interface FormVersionReader {
  key: string;
  version: number;
  title: string;
  schema: Record<string, unknown>;
  ui: Record<string, unknown>;
  /** problems in the caller's language; empty when the data fit */
  check(data: unknown, language: 'vi' | 'en'): FormError[];
  /** what is kept of an answer that fits: hidden fields are not submitted, computed ones are worked out anew */
  submitted(data: Record<string, unknown>): Record<string, unknown>;
  /** values that its fields take over from an earlier answer (`ui:from: earlier`) */
  fromEarlier(answer: Record<string, unknown>): PrefillOffer[];
  /** an example that passes `check`, when one can be made */
  sample(): Record<string, unknown> | undefined;
}

export interface TemplateVersionReader {
  key: string;
  version: number;
  title: string;
  source: string;
  page: PageSetup;
}

/** Versions are immutable: readers by version are cached; `published*` follow the latest publication. */
export interface RuntimeCatalogue {
  procedure(code: string): Promise<ProcedureSettings | null>;
  /** every one, by code */
  procedures(): Promise<ProcedureSettings[]>;
  publishedProcess(procedure: string): Promise<CompiledVersion | null>;
  processVersion(procedure: string, version: number): Promise<CompiledVersion | null>;
  publishedForm(key: string): Promise<FormVersionReader | null>;
  formVersion(key: string, version: number): Promise<FormVersionReader | null>;
  publishedTemplate(key: string): Promise<TemplateVersionReader | null>;
  templateVersion(key: string, version: number): Promise<TemplateVersionReader | null>;
}

/** The working calendar that a unit keeps. */
export interface Calendars {
  of(unit: string): Promise<CompiledCalendar>;
}

/** Work of service, send and business rule tasks, by topic. */
export type Connectors = { [topic: string]: (input: Variables) => Promise<Variables> };
