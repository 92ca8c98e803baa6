import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { localText, type UiGroup } from '../../../forms/index.ts';
import type { CanvasProps } from './canvas-props.ts';
import { inVietnamese } from './field-texts.ts';
import { addGroup, type GroupPath, hasSteps, setGroup, shiftGroup } from './form-groups.ts';

interface Props extends CanvasProps {
  path: GroupPath;
  group: UiGroup;
}

/** A group's title, in how many columns its fields stand, its place among the others. */
export function GroupHead({ path, group, documents, isReadOnly, onChange }: Props) {
  const { t } = useTranslation('forms');
  const title = localText(group.title, 'vi') ?? '';
  const isStep = path.length === 1 && hasSteps(documents);
  const change = (part: Partial<UiGroup>, key?: string) =>
    onChange(setGroup(documents, path, { ...group, ...part }), key);
  if (isReadOnly) return <h2 className="form-group-head">{title}</h2>;
  return (
    <div className="form-group-head">
      <Input
        variant="borderless"
        value={title}
        aria-label={t('builder.groupTitle')}
        onChange={({ target }) =>
          change({ title: inVietnamese(group.title, target.value) ?? '' }, `group.${path.join('.')}`)
        }
      />
      {group.sections === undefined && (
        <Select
          size="small"
          variant="borderless"
          suffixIcon={null}
          popupMatchSelectWidth={false}
          value={group.columns ?? 2}
          aria-label={t('builder.columnsOf', { name: title })}
          options={([1, 2, 3] as const).map((count) => ({
            value: count,
            label: t('builder.columns', { count }),
          }))}
          onChange={(columns) => change({ columns })}
        />
      )}
      {isStep && (
        <Button
          type="text"
          size="small"
          icon={<PlusOutlined />}
          aria-label={t('builder.addSection', { name: title })}
          title={t('builder.addSection', { name: title })}
          onClick={() =>
            onChange(
              addGroup(
                documents,
                t('builder.newSection', { number: (group.sections ?? []).length + 1 }),
                path,
              ),
            )
          }
        />
      )}
      {([-1, 1] as const).map((by) => (
        <Button
          key={by}
          type="text"
          size="small"
          icon={by < 0 ? <ArrowUpOutlined /> : <ArrowDownOutlined />}
          aria-label={t(by < 0 ? 'builder.up' : 'builder.down', { name: title })}
          onClick={() => onChange(shiftGroup(documents, path, by))}
        />
      ))}
      <Button
        type="text"
        size="small"
        icon={<DeleteOutlined />}
        aria-label={t('builder.removeGroup', { name: title })}
        title={t('builder.removeGroup', { name: title })}
        onClick={() => onChange(setGroup(documents, path, undefined))}
      />
    </div>
  );
}
