import { useQuery } from '@tanstack/react-query';
import { Form, Select, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { compileProcess, graphOf } from '../../../engine/index.ts';
import type { ProcessVersion } from '../../../server/contract/catalogue.ts';
import type { MigrationPreview } from '../../../server/contract/migration.ts';
import { api } from '../../../ui/api/client.ts';

interface MappingFieldsProps {
  procedure: string;
  version: string;
  previews: readonly MigrationPreview[];
  /** element of the old version -> the one that takes its place */
  mapping: Record<string, string>;
  onChange(mapping: Record<string, string>): void;
}

/** For each step that the new version does not have: which of its steps takes the place. Nothing when all have one. */
export function MappingFields({ procedure, version, previews, mapping, onChange }: MappingFieldsProps) {
  const { t } = useTranslation('designer');
  const { data: targets } = useQuery({
    queryKey: ['migration-targets', procedure, version],
    queryFn: () => stepsOf(procedure, version),
  });
  const homeless = new Map(
    previews.flatMap(({ blocked }) => blocked.map(({ element, name }) => [element, name || element])),
  );
  const names = new Map(previews.flatMap(({ moves }) => moves.map(({ from }) => [from.element, from.name])));
  for (const element of Object.keys(mapping)) homeless.set(element, names.get(element) || element);
  if (homeless.size === 0) return null;
  return (
    <section aria-label={t('migration.mapping')}>
      <Typography.Title level={2} style={{ fontSize: 16 }}>
        {t('migration.mapping')}
      </Typography.Title>
      <Form layout="vertical" style={{ maxWidth: 640 }}>
        {[...homeless].map(([element, name]) => (
          <Form.Item key={element} label={name} htmlFor={`map-${element}`}>
            <Select
              id={`map-${element}`}
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              placeholder={t('migration.mapTo')}
              value={mapping[element]}
              options={targets ?? []}
              onChange={(to?: string) => {
                const { [element]: _before, ...rest } = mapping;
                onChange(to ? { ...rest, [element]: to } : rest);
              }}
            />
          </Form.Item>
        ))}
      </Form>
    </section>
  );
}

async function stepsOf(procedure: string, version: string): Promise<{ value: string; label: string }[]> {
  const { xml = '' } = await api.get<ProcessVersion>('/procedures/{procedure}/processes/{version}', {
    params: { procedure, version },
  });
  const { process } = await compileProcess(xml);
  if (!process) return [];
  const waits = graphOf(process).nodes.filter(
    ({ kind, host }) => !host && !/Gateway|^start|^end/i.test(kind),
  );
  return waits.map(({ id, name }) => ({ value: id, label: name || id }));
}
