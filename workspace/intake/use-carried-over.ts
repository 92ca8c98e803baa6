import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import {
  type CarriedOver,
  carryOver,
  compileForm,
  fieldsOf,
  type Language,
  showValue,
} from '../../forms/index.ts';
import type { FormVersion } from '../../server/contract/catalogue.ts';
import { api } from '../../ui/api/client.ts';
import type { IntakeDraft } from './intake-draft.ts';
import type { ApplicationForm } from './use-application-form.ts';

interface Carrying {
  key: string;
  application: ApplicationForm | undefined;
  draft: IntakeDraft;
  onChange: (change: (draft: IntakeDraft) => IntakeDraft) => void;
  language: Language;
}

/** A line of what a newer version of the form has no place for. */
export interface LostLine {
  pointer: string;
  label: string;
  text: string;
}

/** Takes a draft over into the version that is published now. Answers what found no place in it, if anything. */
export function useCarriedOver({ key, application, draft, onChange, language }: Carrying): LostLine[] {
  const [carried, setCarried] = useState<{ from: number; lost: CarriedOver['lost'] }>();
  const { formVersion, form: typed } = draft;

  useEffect(() => {
    if (!application || formVersion === application.version) return;
    const { version } = application;
    const { form } = compileForm(application);
    const isOlder = formVersion !== undefined && typed !== undefined;
    if (!form || !isOlder) {
      onChange((previous) => ({ ...previous, formVersion: version }));
      return;
    }
    const { data, lost } = carryOver(form, typed);
    onChange((previous) => ({ ...previous, form: data as IntakeDraft['form'], formVersion: version }));
    setCarried({ from: formVersion, lost });
  }, [application, formVersion, typed, onChange]);

  const lost = carried?.lost ?? [];
  const { data: older } = useQuery({
    queryKey: ['form-version', key, carried?.from],
    queryFn: () =>
      api.get<FormVersion>('/forms/{key}/versions/{version}', {
        params: { key, version: carried?.from ?? 0 },
      }),
    enabled: lost.length > 0,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const fields = older ? fieldsIn(older) : [];
  return lost.map(({ pointer, value }) => {
    const field = fields.find((each) => each.pointer === pointer.replaceAll(/\/\d+(?=\/|$)/g, '/-'));
    return {
      pointer,
      label: field?.label[language] ?? pointer.slice(1),
      text: showValue(field ?? { type: 'any' }, value, language),
    };
  });
}

function fieldsIn({ schema, ui }: FormVersion) {
  const { form } = compileForm({ schema, ui });
  return form ? fieldsOf(form) : [];
}
