import { PlusOutlined } from '@ant-design/icons';
import { Button, Space, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CanvasProps } from './canvas-props.ts';
import { addGroup, groupsOf, hasSteps, setSteps } from './form-groups.ts';

/** Adds a section, and makes the sections steps. */
export function GroupBar({ documents, onChange }: Pick<CanvasProps, 'documents' | 'onChange'>) {
  const { t } = useTranslation('forms');
  const { length: count } = groupsOf(documents);
  return (
    <Space wrap style={{ marginBottom: 8 }}>
      <Button
        size="small"
        icon={<PlusOutlined />}
        onClick={() => onChange(addGroup(documents, t('builder.newGroup', { number: count + 1 })))}
      >
        {t('builder.addGroup')}
      </Button>
      {count > 0 && (
        // biome-ignore lint/a11y/noLabelWithoutControl: the switch is the control
        <label>
          <Switch
            size="small"
            checked={hasSteps(documents)}
            onChange={(steps) => onChange(setSteps(documents, steps))}
          />{' '}
          {t('builder.steps')}
        </label>
      )}
    </Space>
  );
}
