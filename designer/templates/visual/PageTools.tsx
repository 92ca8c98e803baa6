import {
  ArrowDownOutlined,
  ArrowLeftOutlined,
  ArrowRightOutlined,
  ArrowUpOutlined,
  DeleteOutlined,
  ExpandOutlined,
} from '@ant-design/icons';
import { Button, Flex, InputNumber, Select, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { CATALOGUE, type CatalogueEntry } from '../../../templates/index.ts';
import { foldVietnamese } from '../../../ui/format/fold-vietnamese.ts';
import { type Writing, writingOf, writingOfItem } from '../panel/field-insertion.ts';
import { SNIPPETS } from '../panel/snippets.ts';
import { blockName } from './block-name.ts';
import type { PageDesk } from './use-page-edits.ts';

interface Props {
  desk: PageDesk;
  source: string;
  /** of the e-forms that fill the paper */
  formFields: readonly CatalogueEntry[];
}

/** Above the page that is typed on: put in fields and blocks, change the order of blocks and of a table's columns. */
export function PageTools({ desk, source, formFields }: Props) {
  const { t } = useTranslation('templates');
  return (
    <Flex vertical gap={6} className="page-tools" role="toolbar" aria-label={t('visual.tools')}>
      <Flex gap={8} wrap>
        <FieldChoice desk={desk} formFields={formFields} />
        <BlockChoice onAdd={desk.add} />
      </Flex>
      <Flex gap={8} wrap align="center" className="page-tools-chosen">
        {desk.chosen ? <BlockTools desk={desk} source={source} /> : <span>{t('visual.hint')}</span>}
        {desk.columns && <ColumnTools desk={desk} columns={desk.columns} />}
        {desk.field && (
          <Space size={4}>
            <code>{source.slice(desk.field.start, desk.field.end)}</code>
            <Button size="small" icon={<DeleteOutlined aria-hidden />} onClick={desk.removeField}>
              {t('visual.removeField')}
            </Button>
          </Space>
        )}
      </Flex>
    </Flex>
  );
}

interface Option {
  value: string;
  label: string;
  write: Writing;
}

/** Everything a paper can say; inside the rows of a list, what its items have comes first. */
function FieldChoice({ desk, formFields }: Omit<Props, 'source'>) {
  const { t, i18n } = useTranslation('templates');
  const language = i18n.language === 'en' ? 'en' : 'vi';
  const all = [...CATALOGUE, ...formFields];
  const labelled = (entry: CatalogueEntry, write: Writing): Option => ({
    value: entry.path,
    label: entry.describe[language],
    write,
  });
  const inList = all.filter(({ path, type }) => {
    const [list, item] = path.split(/\[\]\.(?!.*\[\]\.)/);
    return desk.list !== undefined && list === desk.list && item !== undefined && type !== 'list';
  });
  const plain = (entries: readonly CatalogueEntry[]) =>
    entries
      .filter(({ path, type }) => !path.includes('[]') && type !== 'object')
      .map((entry) => labelled(entry, writingOf(entry, all)));
  const groups = [
    { label: t('visual.ofRow'), options: inList.map((entry) => labelled(entry, writingOfItem(entry))) },
    { label: t('fields.form'), options: plain(formFields) },
    { label: t('fields.fields'), options: plain(CATALOGUE) },
  ].filter(({ options }) => options.length > 0);
  return (
    <Select<string, Option>
      showSearch={{
        filterOption: (input, option) =>
          foldVietnamese(`${option?.label ?? ''} ${option?.value ?? ''}`).includes(foldVietnamese(input)),
      }}
      aria-label={t('visual.insertField')}
      placeholder={t('visual.insertField')}
      style={{ width: 300 }}
      popupMatchSelectWidth={420}
      value={null as unknown as string}
      options={groups as unknown as Option[]}
      onSelect={(_, option) => desk.insert(option.write)}
    />
  );
}

function BlockChoice({ onAdd }: { onAdd: (block: string) => void }) {
  const { t, i18n } = useTranslation('templates');
  const language = i18n.language === 'en' ? 'en' : 'vi';
  return (
    <Space.Compact>
      <Button onClick={() => onAdd(`<p>${t('visual.newText')}</p>`)}>{t('visual.addParagraph')}</Button>
      <Select<string>
        aria-label={t('visual.addBlock')}
        placeholder={t('visual.addBlock')}
        style={{ width: 190 }}
        popupMatchSelectWidth={340}
        value={null as unknown as string}
        options={SNIPPETS.map(({ text, describe }) => ({ value: text, label: describe[language] }))}
        onSelect={onAdd}
      />
    </Space.Compact>
  );
}

function BlockTools({ desk, source }: Omit<Props, 'formFields'>) {
  const { t } = useTranslation('templates');
  const { chosen, move, remove, chooseAround } = desk;
  if (!chosen) return null;
  return (
    <Space size={4} wrap>
      <strong>{t(`block.${blockName(source, chosen.block)}`)}</strong>
      <Button
        size="small"
        icon={<ArrowUpOutlined aria-hidden />}
        disabled={!chosen.canMoveUp}
        onClick={() => move(-1)}
      >
        {t('visual.up')}
      </Button>
      <Button
        size="small"
        icon={<ArrowDownOutlined aria-hidden />}
        disabled={!chosen.canMoveDown}
        onClick={() => move(1)}
      >
        {t('visual.down')}
      </Button>
      <Button
        size="small"
        icon={<ExpandOutlined aria-hidden />}
        disabled={!chosen.around}
        onClick={chooseAround}
      >
        {t('visual.around')}
      </Button>
      <Button size="small" icon={<DeleteOutlined aria-hidden />} onClick={remove}>
        {t('visual.removeBlock')}
      </Button>
    </Space>
  );
}

function ColumnTools({ desk, columns }: { desk: PageDesk; columns: NonNullable<PageDesk['columns']> }) {
  const { t } = useTranslation('templates');
  const { count, index, width, canMoveLeft, canMoveRight } = columns;
  return (
    <Space size={4} wrap>
      <strong>{t('visual.column', { index: index + 1, count })}</strong>
      <Button
        size="small"
        icon={<ArrowLeftOutlined aria-hidden />}
        disabled={!canMoveLeft}
        onClick={() => desk.moveColumn(-1)}
      >
        {t('visual.left')}
      </Button>
      <Button
        size="small"
        icon={<ArrowRightOutlined aria-hidden />}
        disabled={!canMoveRight}
        onClick={() => desk.moveColumn(1)}
      >
        {t('visual.right')}
      </Button>
      <InputNumber
        size="small"
        aria-label={t('visual.width')}
        min={2}
        max={90}
        suffix="%"
        placeholder={t('visual.width')}
        style={{ width: 104 }}
        value={width ?? null}
        onChange={(value) => desk.widenColumn(value ?? undefined)}
      />
      <Button
        size="small"
        icon={<DeleteOutlined aria-hidden />}
        disabled={count < 2}
        onClick={desk.removeColumn}
      >
        {t('visual.removeColumn')}
      </Button>
    </Space>
  );
}
