import { DeleteOutlined, EditOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Flex, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { isBrokenJson, textOf } from './variable-text.ts';
import './incidents.css';

/** The variables as they are, and a row for each that is corrected or added; goes into a form as `corrections`. */
export function VariableFields({ variables }: { variables: Record<string, unknown> }) {
  const { t } = useTranslation('incidents');
  const required = { required: true, whitespace: true, message: t('missing') };
  const json = {
    validator: (_: unknown, text = '') =>
      isBrokenJson(text) ? Promise.reject(new Error(t('variables.notJson'))) : Promise.resolve(),
  };
  return (
    <Form.List name="corrections">
      {(rows, { add, remove }) => (
        <>
          <h3 className="incident-heading">{t('variables.now')}</h3>
          {/* it scrolls, so the keyboard must reach it */}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls takes the focus */}
          <section className="incident-variables" tabIndex={0} aria-label={t('variables.now')}>
            <ul>
              {Object.entries(variables).map(([name, value]) => (
                <li key={name}>
                  <code>{name}</code>
                  <pre>{textOf(value)}</pre>
                  <Button
                    size="small"
                    icon={<EditOutlined />}
                    aria-label={t('variables.correct', { name })}
                    onClick={() => add({ name, text: textOf(value) })}
                  />
                </li>
              ))}
            </ul>
          </section>
          <h3 className="incident-heading">{t('variables.corrected')}</h3>
          <p className="incident-hint">{t('variables.hint')}</p>
          {rows.map(({ key, name: row }) => (
            <Flex key={key} gap={8} wrap align="start">
              <Form.Item
                name={[row, 'name']}
                rules={[required]}
                style={{ flex: '1 1 140px', marginBottom: 8 }}
              >
                <Input
                  aria-label={t('variables.name')}
                  placeholder={t('variables.name')}
                  maxLength={200}
                  spellCheck={false}
                />
              </Form.Item>
              <Form.Item
                name={[row, 'text']}
                rules={[required, json]}
                style={{ flex: '3 1 220px', marginBottom: 8 }}
              >
                <Input.TextArea
                  aria-label={t('variables.value')}
                  placeholder={t('variables.value')}
                  autoSize={{ minRows: 1, maxRows: 8 }}
                  spellCheck={false}
                />
              </Form.Item>
              <Button
                icon={<DeleteOutlined />}
                aria-label={t('variables.remove')}
                onClick={() => remove(row)}
              />
            </Flex>
          ))}
          <Button
            icon={<PlusOutlined />}
            style={{ marginBottom: 16 }}
            onClick={() => add({ name: '', text: '' })}
          >
            {t('variables.add')}
          </Button>
        </>
      )}
    </Form.List>
  );
}
