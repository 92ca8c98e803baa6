import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { matchesWords } from '../../ui/format/fold-vietnamese.ts';
import { useProcedures } from './use-procedures.ts';

interface Props {
  value: string | undefined;
  onChange: (code: string | undefined) => void;
  width?: number | string;
}

/** One procedure, or all of them; typed words find it without their marks. */
export function ProcedureSelect({ value, onChange, width = 280 }: Props) {
  const { t } = useTranslation('procedure');
  const { data } = useProcedures();
  return (
    <Select<string>
      allowClear
      showSearch={{
        filterOption: (wanted, option) => matchesWords(wanted, [String(option?.value), option?.title]),
      }}
      value={value ?? null}
      onChange={(code) => onChange(code ?? undefined)}
      placeholder={t('all')}
      aria-label={t('filter')}
      style={{ width }}
      options={data?.map(({ code, name }) => ({ value: code, title: name, label: name }))}
    />
  );
}
