import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Form, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';

const COUNTS = ['originals', 'certified', 'copies'] as const;

/** Papers to be handed in, and fees to be paid: a row each. */
export function PaperFields() {
  const { t } = useTranslation('designer');
  const required = [{ required: true, message: t('life.required') }];
  return (
    <>
      <fieldset className="procedure-rows">
        <legend>{t('procedures.components')}</legend>
        <Form.List name="components">
          {(rows, { add, remove }) => (
            <>
              {rows.map(({ key, name }) => (
                <div key={key} className="procedure-row">
                  <Form.Item name={[name, 'id']} hidden>
                    <Input />
                  </Form.Item>
                  <div className="procedure-row-name">
                    <Form.Item name={[name, 'name']} label={t('procedures.paper')} rules={required}>
                      <Input.TextArea autoSize />
                    </Form.Item>
                    <Form.Item name={[name, 'citation']} label={t('procedures.paperCitation')}>
                      <Input maxLength={500} placeholder={t('procedures.citationExample')} />
                    </Form.Item>
                  </div>
                  {COUNTS.map((count) => (
                    <Form.Item
                      key={count}
                      name={[name, count]}
                      label={t(`procedures.${count}`)}
                      initialValue={0}
                    >
                      <InputNumber min={0} max={99} style={{ width: 76 }} />
                    </Form.Item>
                  ))}
                  <Form.Item
                    name={[name, 'required']}
                    valuePropName="checked"
                    initialValue={true}
                    label={t('procedures.required')}
                  >
                    <Checkbox aria-label={t('procedures.required')} />
                  </Form.Item>
                  <RemoveButton label={t('procedures.removePaper')} onClick={() => remove(name)} />
                </div>
              ))}
              <Button icon={<PlusOutlined />} onClick={() => add({})}>
                {t('procedures.addPaper')}
              </Button>
            </>
          )}
        </Form.List>
      </fieldset>
      <fieldset className="procedure-rows">
        <legend>{t('procedures.fees')}</legend>
        <Form.List name="fees">
          {(rows, { add, remove }) => (
            <>
              {rows.map(({ key, name }) => (
                <div key={key} className="procedure-row">
                  <Form.Item
                    name={[name, 'name']}
                    label={t('procedures.fee')}
                    rules={required}
                    className="procedure-row-name"
                  >
                    <Input />
                  </Form.Item>
                  <Form.Item name={[name, 'amount']} label={t('procedures.amount')} rules={required}>
                    <InputNumber min={0} step={1000} style={{ width: 160 }} />
                  </Form.Item>
                  <RemoveButton label={t('procedures.removeFee')} onClick={() => remove(name)} />
                </div>
              ))}
              <Button icon={<PlusOutlined />} onClick={() => add({})}>
                {t('procedures.addFee')}
              </Button>
            </>
          )}
        </Form.List>
      </fieldset>
    </>
  );
}

const RemoveButton = ({ label, onClick }: { label: string; onClick(): void }) => (
  <Button type="text" icon={<DeleteOutlined />} aria-label={label} onClick={onClick} />
);
