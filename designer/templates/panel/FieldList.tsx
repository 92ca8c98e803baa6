import { Button, Collapse, Flex, Input, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CATALOGUE, type CatalogueEntry, HELPERS, PARTIALS } from '../../../templates/index.ts';
import { foldVietnamese } from '../../../ui/format/fold-vietnamese.ts';
import { type Writing, writingOf } from './field-insertion.ts';
import { SNIPPETS } from './snippets.ts';

interface Insertion {
  name: string;
  write: Writing;
  describe: { vi: string; en: string };
}

interface Props {
  /** of the e-forms that fill the paper */
  formFields: readonly CatalogueEntry[];
  onInsert: (write: Writing) => void;
}

/** What can be put into a paper, to be found by its Vietnamese name and inserted with a click. */
export function FieldList({ formFields, onInsert }: Props) {
  const { t, i18n } = useTranslation('templates');
  const language = i18n.language === 'en' ? 'en' : 'vi';
  const [q, setQ] = useState('');
  const matches = ({ name, describe }: Insertion) =>
    foldVietnamese(`${name} ${describe[language]}`).includes(foldVietnamese(q));
  const groups = { form: insertionsOf(formFields), ...GROUPS };
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
        defaultActiveKey={['form', 'fields']}
        items={Object.entries(groups)
          .filter(([, insertions]) => insertions.length > 0)
          .map(([key, insertions]) => ({
            key,
            label: t(`fields.${key}`),
            children: insertions.filter(matches).map(({ name, write, describe }) => (
              <Tooltip key={name} title={<code>{write(false)}</code>} placement="left">
                <Button type="text" block className="template-field" onClick={() => onInsert(write)}>
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

const insertionsOf = (entries: readonly CatalogueEntry[]): Insertion[] =>
  entries
    .filter(({ path, type }) => !path.includes('[]') && type !== 'object')
    .map((entry) => ({ name: entry.path, write: writingOf(entry, entries), describe: entry.describe }));

const examplesOf = (named: Record<string, Omit<Insertion, 'name' | 'write'> & { example: string }>) =>
  Object.entries(named).map(([name, { example, describe }]) => ({ name, write: () => example, describe }));

const GROUPS: Record<'fields' | 'snippets' | 'partials' | 'helpers', Insertion[]> = {
  fields: insertionsOf(CATALOGUE),
  snippets: SNIPPETS.map(({ text, ...snippet }) => ({ ...snippet, write: () => text })),
  partials: examplesOf(PARTIALS),
  helpers: examplesOf(HELPERS),
};
