import { Button, Collapse, Flex, Input, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CATALOGUE, type CatalogueEntry, HELPERS, PARTIALS } from '../../../templates/index.ts';
import { foldVietnamese } from '../../../ui/format/fold-vietnamese.ts';
import { SNIPPETS } from './snippets.ts';

interface Insertion {
  name: string;
  text: string;
  describe: { vi: string; en: string };
}

/** What can be put into a paper, to be found by its Vietnamese name and inserted with a click. */
export function FieldList({ onInsert }: { onInsert: (text: string) => void }) {
  const { t, i18n } = useTranslation('templates');
  const language = i18n.language === 'en' ? 'en' : 'vi';
  const [q, setQ] = useState('');
  const matches = ({ name, describe }: Insertion) =>
    foldVietnamese(`${name} ${describe[language]}`).includes(foldVietnamese(q));
  return (
    <Flex vertical gap={8}>
      <Input
        allowClear
        aria-label={t('fields.search')}
        placeholder={t('fields.search')}
        onChange={(event) => setQ(event.target.value)}
      />
      <Collapse
        size="small"
        defaultActiveKey={['fields']}
        items={Object.entries(GROUPS).map(([key, insertions]) => ({
          key,
          label: t(`fields.${key}`),
          children: insertions.filter(matches).map(({ name, text, describe }) => (
            <Tooltip key={name} title={<code>{text}</code>} placement="left">
              <Button type="text" block className="template-field" onClick={() => onInsert(text)}>
                <span>{describe[language]}</span>
                <code>{name}</code>
              </Button>
            </Tooltip>
          )),
        }))}
      />
    </Flex>
  );
}

const GROUPS: Record<'fields' | 'snippets' | 'partials' | 'helpers', Insertion[]> = {
  fields: CATALOGUE.filter(({ path, type }) => !path.includes('[]') && type !== 'object').map((entry) => ({
    name: entry.path,
    text: insertionOf(entry),
    describe: entry.describe,
  })),
  snippets: SNIPPETS,
  partials: Object.entries(PARTIALS).map(([name, { example, describe }]) => ({
    name,
    text: example,
    describe,
  })),
  helpers: Object.entries(HELPERS).map(([name, { example, describe }]) => ({
    name,
    text: example,
    describe,
  })),
};

/** A field as one would mostly print it. */
function insertionOf({ path, type }: CatalogueEntry): string {
  const list = `{{#each ${path}}}{{position @index}}. {{this}}\n{{/each}}`;
  const written: Partial<Record<CatalogueEntry['type'], string>> = {
    instant: `{{dateInWords ${path}}}`,
    address: `{{{qr ${path} size=24}}}`,
    list: CATALOGUE.some((entry) => entry.path === `${path}[].name`) ? list.replace('this', 'name') : list,
  };
  return written[type] ?? `{{${path}}}`;
}
