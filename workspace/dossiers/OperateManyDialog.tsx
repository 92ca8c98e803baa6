import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Form, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dossier, ManyOperated } from '../../server/contract/dossiers.ts';
import { api } from '../../ui/api/client.ts';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';
import { OperationField } from '../dossier/operations/OperationField.tsx';
import { bodyOf, type OperationFields } from '../dossier/operations/operation-body.ts';
import { OPERATIONS } from '../dossier/operations/operation-table.ts';
import { ManyResult } from './ManyResult.tsx';
import { commonOperations, type ManyOperation, startingMany } from './many-operations.ts';

interface Props {
  dossiers: Dossier[];
  onClose: () => void;
  onDone: () => void;
}

/** Which operation, of those that all the dossiers allow; what it wants; then what became of each. */
export function OperateManyDialog({ dossiers, onClose, onDone }: Props) {
  const { t } = useTranslation('dossier');
  const queries = useQueryClient();
  // as they were when the dialog opened: what it has done changes what they allow
  const [asked] = useState(dossiers);
  const offered = commonOperations(asked);
  const [operation, setOperation] = useState<ManyOperation | undefined>(offered[0]);
  const [form] = Form.useForm<OperationFields>();
  const telling = useMutation({
    mutationFn: ({ told, fields }: { told: ManyOperation; fields: OperationFields }) =>
      api.post<ManyOperated>('/dossiers/operate', {
        operation: told,
        dossiers: asked.map(({ code }) => code),
        body: bodyOf(told, fields),
      }),
    onSuccess: () => {
      for (const key of ['dossier', 'dossiers', 'tasks']) void queries.invalidateQueries({ queryKey: [key] });
      onDone();
    },
  });
  const result = telling.data;
  const isFinal = operation !== undefined && OPERATIONS[operation].isFinal;
  const isOver = result !== undefined || operation === undefined;
  return (
    <Modal
      open
      title={t('many.title', { count: asked.length })}
      onCancel={onClose}
      onOk={() => (isOver ? onClose() : form.submit())}
      okText={isOver ? t('many.close') : t('many.confirm', { count: asked.length })}
      cancelText={t('ui:action.cancel')}
      okButtonProps={{ danger: !isOver && isFinal === true, loading: telling.isPending }}
      cancelButtonProps={{ style: { display: isOver ? 'none' : undefined } }}
      width={620}
    >
      {telling.error && <ErrorPanel error={telling.error} takesFocus />}
      {result ? (
        <ManyResult result={result} />
      ) : (
        <>
          <ul style={{ maxHeight: 160, overflow: 'auto', margin: '0 0 16px', paddingInlineStart: 20 }}>
            {asked.map(({ code, applicant }) => (
              <li key={code}>
                <span className="numeric">{code}</span> · {applicant.fullName}
              </li>
            ))}
          </ul>
          {operation === undefined ? (
            <Alert type="info" showIcon title={t('many.nothing')} description={t('many.nothingHint')} />
          ) : (
            <>
              <Radio.Group
                aria-label={t('many.operation')}
                value={operation}
                onChange={(event) => setOperation(event.target.value as ManyOperation)}
                options={offered.map((each) => ({ value: each, label: t(`operation.${each}.name`) }))}
                style={{ marginBottom: 12 }}
              />
              {t(`operation.${operation}.hint`) && <p>{t(`operation.${operation}.hint`)}</p>}
              {isFinal && (
                <Alert type="warning" showIcon title={t('operation.final')} style={{ marginBottom: 16 }} />
              )}
              <Form<OperationFields>
                key={operation}
                form={form}
                layout="vertical"
                preserve={false}
                initialValues={startingMany(operation, asked)}
                onFinish={(fields) => telling.mutate({ told: operation, fields })}
                onKeyDown={(event) => {
                  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit();
                }}
              >
                {OPERATIONS[operation].fields.map((name) => (
                  <OperationField key={name} name={name} />
                ))}
              </Form>
            </>
          )}
        </>
      )}
    </Modal>
  );
}
