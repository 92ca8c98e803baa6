import { useQuery } from '@tanstack/react-query';
import { Checkbox, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { compileForm } from '../../../forms/index.ts';
import { ErrorPanel } from '../../../ui/components/ErrorPanel.tsx';
import { foldVietnamese } from '../../../ui/format/fold-vietnamese.ts';
import { labelAt } from '../builder/form-model.ts';
import { childrenOf, nameOf } from '../builder/form-nodes.ts';
import { type FormDocuments, listForms, readFormVersion } from '../form-api.ts';
import { copyFields } from './copy-fields.ts';

interface Props {
  /** the form on the desk, which is not offered */
  formKey: string;
  target: FormDocuments;
  onChosen: (count: number, next: FormDocuments) => void;
}

/** Fields of another form of the house, chosen one by one. */
export function FormSource({ formKey, target, onChosen }: Props) {
  const { t } = useTranslation('forms');
  const [key, setKey] = useState<string>();
  const [names, setNames] = useState<string[]>([]);
  const { data: forms, error } = useQuery({ queryKey: ['forms'], queryFn: listForms });
  const chosen = forms?.items.find((form) => form.key === key);
  const version = chosen?.published?.version ?? chosen?.versions[0]?.version;
  const { data: source } = useQuery({
    queryKey: ['form', key, version],
    queryFn: () => readFormVersion(key ?? '', version ?? 0),
    enabled: version !== undefined,
  });
  const fields = source ? childrenOf(source, '') : [];
  const choose = (next: string[]) => {
    setNames(next);
    // in the order in which they stand in their form
    const ordered = fields.map(nameOf).filter((name) => next.includes(name));
    if (source) onChosen(next.length, copyFields(target, source, ordered));
  };
  const types = source ? (compileForm(source).form?.fields ?? []) : [];
  if (error) return <ErrorPanel error={error} />;
  return (
    <>
      <Select
        showSearch={{
          filterOption: (typed, option) =>
            foldVietnamese(String(option?.label)).includes(foldVietnamese(typed)),
        }}
        style={{ width: '100%' }}
        value={key}
        aria-label={t('import.formChoice')}
        placeholder={t('import.formChoice')}
        options={forms?.items
          .filter((form) => form.key !== formKey)
          .map((form) => ({ value: form.key, label: `${form.title} (${form.key})` }))}
        onChange={(next) => {
          setNames([]);
          setKey(next);
          onChosen(0, target);
        }}
      />
      {fields.length > 0 && (
        <div className="form-copied">
          <Checkbox
            checked={names.length === fields.length}
            indeterminate={names.length > 0 && names.length < fields.length}
            onChange={({ target: box }) => choose(box.checked ? fields.map(nameOf) : [])}
          >
            {t('import.all')}
          </Checkbox>
          <Checkbox.Group
            value={names}
            onChange={choose}
            options={fields.map((pointer) => ({
              value: nameOf(pointer),
              label: source && (
                <>
                  {labelAt(source, pointer)}{' '}
                  <small className="form-quiet">
                    {t(`types.${types.find((field) => field.pointer === pointer)?.type ?? 'any'}`)}
                  </small>
                </>
              ),
            }))}
          />
        </div>
      )}
    </>
  );
}
