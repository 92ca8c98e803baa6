import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Flex, Form, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';

/** What is to be paid, a line each. */
export function PaymentItems({ label }: { label: string }) {
  const { t } = useTranslation('dossier');
  const required = { required: true, message: t('operation.missing') };
  return (
    <Form.Item label={label} required>
      <Form.List name="items">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <Flex key={key} gap={8}>
                <Form.Item name={[name, 'name']} rules={[required]} style={{ flex: 1, marginBottom: 8 }}>
                  <Input aria-label={t('operation.item.name')} placeholder={t('operation.item.name')} />
                </Form.Item>
                <Form.Item name={[name, 'amount']} rules={[required]} style={{ marginBottom: 8 }}>
                  <InputNumber
                    min={0}
                    step={1000}
                    suffix="₫"
                    aria-label={t('operation.item.amount')}
                    style={{ width: 170 }}
                  />
                </Form.Item>
                {rows.length > 1 && (
                  <Button
                    icon={<DeleteOutlined />}
                    aria-label={t('operation.item.remove')}
                    onClick={() => remove(name)}
                  />
                )}
              </Flex>
            ))}
            <Button icon={<PlusOutlined />} onClick={() => add({ name: '', amount: 0 })}>
              {t('operation.item.add')}
            </Button>
          </>
        )}
      </Form.List>
    </Form.Item>
  );
}
