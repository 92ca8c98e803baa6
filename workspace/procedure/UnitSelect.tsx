import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import type { Unit } from '../../server/contract/access.ts';
import type { Page } from '../../server/contract/common.ts';
import { api } from '../../ui/api/client.ts';
import { matchesWords } from '../../ui/format/fold-vietnamese.ts';

interface Props {
  id?: string;
  value?: string;
  onChange?: (unit: string) => void;
}

/** One unit of the organisation; a field of an antd form. */
export function UnitSelect({ id, value, onChange }: Props) {
  const { data } = useUnits();
  return (
    <Select<string>
      id={id}
      showSearch={{ filterOption: (wanted, option) => matchesWords(wanted, [option?.title]) }}
      value={value}
      onChange={onChange}
      loading={!data}
      options={data?.map((unit) => ({ value: unit.id, title: unit.name, label: unit.name }))}
    />
  );
}

export const useUnits = () =>
  useQuery({
    queryKey: ['units'],
    queryFn: async () => (await api.get<Page<Unit>>('/units', { query: { limit: 200 } })).items,
    staleTime: 300_000,
  });
