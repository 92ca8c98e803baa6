import { useQuery } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { compileForm } from '../../../forms/index.ts';
import type { FormUses } from '../../../server/contract/catalogue.ts';
import { ErrorPanel } from '../../../ui/components/ErrorPanel.tsx';
import { type FormDocuments, readFormUses } from '../form-api.ts';
import { FieldUseList } from './FieldUseList.tsx';

interface Props {
  formKey: string;
  /** for the labels of its fields */
  opened: FormDocuments;
}

/** Where the form and each of its fields are used. */
export function UsesPanel({ formKey, opened }: Props) {
  const { t } = useTranslation('forms');
  const { data: uses, error, refetch } = useFormUses(formKey);
  const fields = useMemo(() => compileForm(opened).form?.fields ?? [], [opened]);
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (!uses) return <Skeleton active />;
  const labelOf = (path: string) => fields.find((field) => field.path === path)?.label.vi ?? path;
  return (
    <>
      <UsedBy uses={uses} />
      <h2 className="form-panel-title">{t('uses.fields')}</h2>
      {uses.fields.length === 0 && <p className="form-quiet">{t('uses.noField')}</p>}
      <ul className="form-changes">
        {uses.fields.map(({ path, by }) => (
          <li key={path}>
            {labelOf(path)} <code className="form-path">{path}</code>
            <FieldUseList uses={by} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Procedures that take it as their application, steps that show it. */
export function UsedBy({ uses: { procedures, steps } }: { uses: FormUses }) {
  const { t } = useTranslation('forms');
  return (
    <>
      <h2 className="form-panel-title">{t('uses.title')}</h2>
      {procedures.length + steps.length === 0 && <p className="form-quiet">{t('uses.nobody')}</p>}
      <ul className="form-changes">
        {procedures.map(({ code, name }) => (
          <li key={code}>{t('uses.procedure', { code, name })}</li>
        ))}
        {steps.map(({ procedure, version, state, element, step }) => (
          <li key={[procedure, version, element].join()}>
            <Link to={`/thiet-ke/quy-trinh/${procedure}/${version}`}>
              {t('uses.step', { procedure, version, step, state: t(`uses.states.${state}`) })}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

export const useFormUses = (key: string) =>
  useQuery({ queryKey: ['form', key, 'uses'], queryFn: () => readFormUses(key) });
