/** What a clerk has typed of one dossier so far, and the request that it becomes. */
import type { Prefilled } from '../../forms/index.ts';
import type { Component, Procedure } from '../../server/contract/catalogue.ts';
import type { Applicant, Attachment, Channel, CreateDossier } from '../../server/contract/dossiers.ts';

export interface PaperCounts {
  originals: number;
  certified: number;
  copies: number;
  file?: { name: string; sha256: string; mediaType?: string; size?: number };
}

export interface IntakeDraft {
  procedure?: string;
  applicant: Partial<Applicant>;
  hasSubmitter: boolean;
  /** absent until something is typed: the form starts with its defaults */
  form?: Record<string, unknown>;
  /** version of the form that it was typed into */
  formVersion?: number;
  /** fields of the form that were filled in beforehand, with where from */
  prefilled?: Prefilled;
  /** by component id; a paper that is not here has not been handed in */
  papers: Record<string, PaperCounts>;
  extras: Attachment[];
  /** `unit`: the counter that hands the result out, when not this one (R063) */
  delivery: { method: 'counter' | 'postal' | 'electronic'; address?: string; unit?: string | undefined };
  setCount: number;
  /** sent as Idempotency-Key: a second press, or a reload, takes in one dossier only */
  key: string;
}

/** What a reception ends with when not with a receipt. */
export interface Slip {
  outcome: 'request-supplement' | 'refuse';
  reason: string;
  /** working days to complete the dossier */
  days?: number | null;
}

export const emptyDraft = (): IntakeDraft => ({
  applicant: { kind: 'person' },
  hasSubmitter: false,
  papers: {},
  extras: [],
  delivery: { method: 'counter' },
  setCount: 1,
  key: newKey(),
});

/** Has anybody typed something into it? */
export const isBegun = ({ applicant, form, papers, extras }: IntakeDraft): boolean =>
  Boolean(applicant.fullName ?? applicant.identifier) ||
  form !== undefined ||
  Object.keys(papers).length > 0 ||
  extras.length > 0;

/** The body of `POST /dossiers`. */
export function intakeBody(
  draft: IntakeDraft,
  procedure: Procedure,
  channel: Channel,
  slip?: Slip,
): CreateDossier {
  const { submitter, ...owner } = filled(draft.applicant);
  return {
    procedure: procedure.code,
    channel,
    applicant: {
      ...owner,
      fullName: owner.fullName ?? '',
      ...(draft.hasSubmitter && submitter && { submitter: submitterOf(submitter) }),
    },
    form: draft.form ?? {},
    attachments: attachmentsOf(draft, procedure.components),
    delivery: deliveryOf(draft),
    setCount: draft.setCount,
    ...(slip && { outcome: slip.outcome, reason: slip.reason, ...(slip.days && { days: slip.days }) }),
  };
}

/** The authoriser only where one is named: the owner has authorised otherwise (R065). */
function submitterOf({ authoriser, ...submitter }: Submitter): Submitter {
  const named = authoriser && (filled(authoriser) as Partial<typeof authoriser>);
  return {
    ...(filled(submitter) as Submitter),
    ...(named?.fullName && { authoriser: { ...named, fullName: named.fullName } }),
  };
}

type Submitter = NonNullable<Applicant['submitter']>;
type Papers = Pick<IntakeDraft, 'papers' | 'extras'>;

/** What was handed in or uploaded: for the required papers first, then what stands for none of them. */
export const attachmentsOf = (draft: Papers, components: readonly Component[]): Attachment[] => [
  ...components.flatMap((paper) => attachmentOf(paper, draft)),
  ...draft.extras,
];

/** Required papers of which nothing has been handed in. */
export const missingPapers = (draft: IntakeDraft, procedure: Procedure): Component[] =>
  procedure.components.filter((paper) => paper.required && !isHandedIn(draft.papers[paper.id]));

/** A sample body of the catalogue, as if it had been typed. */
export function draftOfSample(sample: CreateDossier, draft: IntakeDraft): IntakeDraft {
  const attachments = sample.attachments ?? [];
  return {
    ...draft,
    applicant: sample.applicant as Partial<Applicant>,
    hasSubmitter: sample.applicant.submitter !== undefined,
    form: sample.form,
    prefilled: {},
    papers: Object.fromEntries(
      attachments.flatMap(({ component, originals = 0, certified = 0, copies = 0 }) =>
        component ? [[component, { originals, certified, copies }]] : [],
      ),
    ),
    delivery: {
      method: sample.delivery?.method ?? 'counter',
      address: sample.delivery?.address,
      unit: sample.delivery?.unit,
    },
    setCount: sample.setCount ?? 1,
  };
}

/** Only what belongs to the chosen way: an address typed before another was chosen is left out. */
function deliveryOf({ delivery: { method, address, unit } }: IntakeDraft) {
  return {
    method,
    ...(method === 'postal' && address && { address }),
    ...(method === 'counter' && unit && { unit }),
  };
}

const isHandedIn = (paper: PaperCounts | undefined): boolean =>
  paper !== undefined && (paper.file !== undefined || paper.originals + paper.certified + paper.copies > 0);

function attachmentOf(component: Component, draft: Papers): Attachment[] {
  const paper = draft.papers[component.id];
  if (!paper || !isHandedIn(paper)) return [];
  const { file, ...counts } = paper;
  return [
    { component: component.id, name: file?.name ?? component.name, ...counts, ...(file && { ...file }) },
  ];
}

const filled = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== '')) as T;

/** Random enough for a key; unlike randomUUID it also works on plain http in an office network. */
const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
