import { useQuery } from '@tanstack/react-query';
import { Flex, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { TemplateData } from '../../../server/contract/catalogue.ts';
import { foldVietnamese } from '../../../ui/format/fold-vietnamese.ts';
import { listProcedures } from '../template-api.ts';

interface Props {
  data: TemplateData | undefined;
  /** code of the procedure whose e-forms are offered */
  value: string | undefined;
  onChange: (procedure: string | undefined) => void;
}

/** Whose e-forms fill the paper: those of the procedures that issue it, until one is chosen. */
export function ProcedureChoice({ data, value, onChange }: Props) {
  const { t } = useTranslation('templates');
  const procedures = useQuery({ queryKey: ['procedures', 'choice'], queryFn: listProcedures, retry: false });
  const issuers = data?.issuedBy ?? [];
  return (
    <Flex vertical gap={4}>
      <Select<string>
        allowClear
        showSearch={{
          filterOption: (input, option) =>
            foldVietnamese(String(option?.label ?? '')).includes(foldVietnamese(input)),
        }}
        aria-label={t('data.procedure')}
        placeholder={`${t('data.procedure')}: ${t('data.auto')}`}
        value={value ?? null}
        options={
          procedures.data?.items.map(({ code, name }) => ({ value: code, label: `${code} – ${name}` })) ?? []
        }
        onChange={(code: string | null | undefined) => onChange(code ?? undefined)}
      />
      {issuers.length > 0 && (
        <span className="template-quiet">
          {t('data.issuers')}: {issuers.map(({ code }) => code).join(', ')}
        </span>
      )}
    </Flex>
  );
}
