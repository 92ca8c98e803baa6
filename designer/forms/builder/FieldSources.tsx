import { useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FieldType, UiNode } from '../../../forms/index.ts';
import { PREFILL_SOURCES } from '../../../forms/prefill-sources.ts';
import type { ListSummary } from '../../../server/contract/lists.ts';
import { api } from '../../../ui/api/client.ts';

interface Props {
  ui: UiNode;
  type: FieldType;
  onChange: (ui: Record<string, unknown>) => void;
}

/** Where a field's value comes from: a list of the house that it is chosen from, what is known beforehand. */
export function FieldSources({ ui, type, onChange }: Props) {
  const { t } = useTranslation('forms');
  return (
    <>
      {(type === 'text' || ui['ui:list'] !== undefined) && <ListChoice ui={ui} onChange={onChange} />}
      {PREFILLED.has(type) && (
        <Form.Item label={t('properties.from')}>
          <Select
            mode="multiple"
            allowClear
            value={[ui['ui:from'] ?? []].flat()}
            aria-label={t('properties.from')}
            placeholder={t('properties.fromNothing')}
            options={PREFILL_SOURCES.map((source) => ({
              value: source,
              label: t(`sources.${source.replace('.', '-')}`),
            }))}
            onChange={(sources) => onChange({ 'ui:from': sources.length > 0 ? sources : undefined })}
          />
        </Form.Item>
      )}
    </>
  );
}

function ListChoice({ ui, onChange }: Omit<Props, 'type'>) {
  const { t, i18n } = useTranslation('forms');
  const { data: lists } = useQuery({
    queryKey: ['lists'],
    queryFn: () => api.get<{ items: ListSummary[] }>('/lists'),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const language = i18n.language === 'en' ? 'en' : 'vi';
  return (
    <Form.Item label={t('properties.list')}>
      <Select
        allowClear
        value={ui['ui:list'] ?? null}
        aria-label={t('properties.list')}
        placeholder={t('properties.listNone')}
        options={lists?.items.map(({ name, title }) => ({ value: name, label: title[language] }))}
        onChange={(list) =>
          onChange({ 'ui:list': list ?? undefined, 'ui:within': undefined, 'ui:open': undefined })
        }
      />
    </Form.Item>
  );
}

const PREFILLED: ReadonlySet<FieldType> = new Set([
  'text',
  'textarea',
  'citizen-id',
  'phone',
  'email',
  'date',
  'select',
  'number',
  'integer',
]);
