import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { applyPrefill, compileForm, defaults, type PrefillSource, prefillOffers } from '../../forms/index.ts';
import type { Origins } from '../../forms/react/form-context.ts';
import type { Channel, EarlierAnswers } from '../../server/contract/dossiers.ts';
import { api } from '../../ui/api/client.ts';
import { formatDay } from '../../ui/format/format-time.ts';
import { useSession } from '../../ui/session/session-context.tsx';
import type { EFormSource } from '../eform/EForm.tsx';
import type { IntakeDraft } from './intake-draft.ts';

interface Filling {
  /** of the application form */
  key: string;
  source: EFormSource | undefined;
  draft: IntakeDraft;
  channel: Channel;
  onChange: (change: (draft: IntakeDraft) => IntakeDraft) => void;
}

/**
 * Fills the form's fields in from the applicant above it and from his earlier dossiers, as their `ui:from` says;
 * what was typed stays. Answers what stands below each field that was filled in so.
 */
export function usePrefill({ key, source, draft, channel, onChange }: Filling): Origins {
  const { t } = useTranslation('intake');
  const { session } = useSession();
  const form = useMemo(() => source && compileForm(source).form, [source]);
  // behind the typing, which it must not slow down
  const applicant = useDeferredValue(draft.applicant);
  const earlier = useEarlierAnswers(key, { applicant, account: session?.user.fullName, channel });

  const offers = useMemo(() => {
    if (!form) return [];
    const submitter = draft.hasSubmitter ? applicant.submitter : undefined;
    const found = new Map(earlier.map((offer) => [offer.pointer, offer]));
    const facts = {
      applicant: { ...applicant },
      submitter,
      earlier: (pointer: string) => found.get(pointer)?.value,
    };
    return prefillOffers(form, facts).map((offer) => {
      const before = offer.source === 'earlier' ? found.get(offer.pointer) : undefined;
      if (!before) return offer;
      return { ...offer, note: t('origin.earlier', { code: before.dossier, day: formatDay(before.at) }) };
    });
  }, [form, applicant, draft.hasSubmitter, earlier, t]);

  useEffect(() => {
    if (!form || offers.length === 0) return;
    onChange((previous) => {
      const start = { data: previous.form ?? defaults(form), prefilled: previous.prefilled ?? {} };
      const filled = applyPrefill(start, offers);
      if (filled === start) return previous;
      return { ...previous, form: filled.data as IntakeDraft['form'], prefilled: filled.prefilled };
    });
  }, [form, offers, onChange]);

  const { prefilled } = draft;
  const user = session?.user;
  return useMemo(() => {
    const ofAccount = (from: PrefillSource, value: unknown) =>
      channel === 'online' && user !== undefined && value === ACCOUNT[from]?.(user);
    return Object.fromEntries(
      Object.entries(prefilled ?? {}).map(([pointer, { value, source: from, note }]) => [
        pointer,
        { value, text: note ?? t(ofAccount(from, value) ? 'origin.account' : 'origin.applicant') },
      ]),
    );
  }, [prefilled, channel, user, t]);
}

interface Account {
  fullName: string;
  email?: string;
  phone?: string;
}

/** What an account knows of its person. */
const ACCOUNT: Partial<Record<PrefillSource, (account: Account) => string | undefined>> = {
  'applicant.fullName': ({ fullName }) => fullName,
  'applicant.email': ({ email }) => email,
  'applicant.phone': ({ phone }) => phone,
};

type Asked = { applicant: IntakeDraft['applicant']; account: string | undefined; channel: Channel };

/** At the counter once name and number are there; online for the account's own name. */
function useEarlierAnswers(key: string, { applicant, account, channel }: Asked): EarlierAnswers['offers'] {
  const { fullName = '', identifier } = applicant;
  const isKnown =
    channel === 'online' ? fullName === account : /^(\d{9,10}|\d{12,13})$/.test(identifier ?? '');
  const { data } = useQuery({
    queryKey: ['earlier-answers', key, fullName, identifier],
    queryFn: () =>
      api.post<EarlierAnswers>('/forms/{key}/earlier-answers', { fullName, identifier }, { params: { key } }),
    enabled: isKnown && fullName.trim() !== '',
    staleTime: 60_000,
  });
  return data?.offers ?? NONE;
}

const NONE: EarlierAnswers['offers'] = [];
