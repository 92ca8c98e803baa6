import { PlusOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import type { CanvasProps } from './canvas-props.ts';
import { addField } from './form-model.ts';
import { childrenOf } from './form-nodes.ts';
import { PALETTE } from './palette-items.ts';

interface Props extends CanvasProps {
  pointer: string;
  type: 'group' | 'table';
  /** how each field is drawn */
  card: ComponentType<CanvasProps & { pointer: string }>;
}

const INNER_KINDS = PALETTE.filter(({ kind }) => !['table', 'cards', 'note', 'signature'].includes(kind));

/** The columns of a table, the fields of a group. */
export function InnerFields({ pointer, type, card: Card, ...canvas }: Props) {
  const { t } = useTranslation('forms');
  const { documents, isReadOnly, onAdded, onChange } = canvas;
  const add = (kind: string) => {
    const item = PALETTE.find((each) => each.kind === kind);
    if (!item) return;
    const added = addField(documents, {
      parent: pointer,
      title: t(`palette.${kind}`),
      schema: item.schema,
      ui: item.ui,
    });
    onAdded(added.pointer);
    onChange(added.documents);
  };
  return (
    <div className="form-inner">
      {childrenOf(documents, pointer).map((child) => (
        <Card key={canvas.keyOf(child)} {...canvas} pointer={child} />
      ))}
      {!isReadOnly && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: INNER_KINDS.map(({ kind }) => ({ key: kind, label: t(`palette.${kind}`) })),
            onClick: ({ key }) => add(key),
          }}
        >
          <Button size="small" type="dashed" icon={<PlusOutlined />}>
            {t(type === 'table' ? 'builder.addColumn' : 'builder.addInner')}
          </Button>
        </Dropdown>
      )}
    </div>
  );
}
