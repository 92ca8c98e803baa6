import type { DocumentAction, DocumentResource } from '../../server/contract/documents.ts';
import { civilDay, formatInstant, instantOf } from '../../ui/format/format-time.ts';

/** What the dialog's form holds; moments as `yyyy-mm-ddTHH:mm` in Vietnam's time. */
export interface DocumentFields {
  reason?: string;
  text?: string;
  newDate?: string;
  to?: string;
  method?: string;
}

/** The fields as the dialog opens. @param applicant to whom a paper goes unless somebody says otherwise */
export const startingFields = (
  action: DocumentAction,
  { draft }: DocumentResource,
  applicant: string,
): DocumentFields => {
  if (action === 'send') return { to: applicant, method: 'counter' };
  if (action !== 'revise') return {};
  const due = draft?.proposedDueAt;
  return {
    reason: draft?.reason ?? '',
    ...(due && { newDate: `${civilDay(due)}T${formatInstant(due).slice(-5)}` }),
  };
};

/** The request's body. */
export function bodyOf(
  action: DocumentAction,
  { reason, text, newDate, to, method }: DocumentFields,
): object {
  switch (action) {
    case 'revise':
      return { reason, ...(newDate && { proposedDueAt: momentOf(newDate) }) };
    case 'send':
      return { to, method };
    case 'reissue':
      return { reason, ...(text?.trim() && { text }) };
    case 'withdraw':
    case 'send-back':
      return { reason };
    default:
      return {};
  }
}

/** @param local `yyyy-mm-ddTHH:mm`. @returns ISO-8601 UTC */
export const momentOf = (local: string): string => instantOf(local.slice(0, 10), local.slice(11, 16));
