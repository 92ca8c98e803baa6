import { useQuery } from '@tanstack/react-query';
import { Alert, Modal, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { DiagnosticList } from '../board/DiagnosticList.tsx';
import { inspectFile } from './inspect-file.ts';

interface ImportDialogProps {
  file: { name: string; xml: string };
  onTaken(): void;
  onClose(): void;
}

/** What was understood of a file, before it takes the drawing's place. */
export function ImportDialog({ file, onTaken, onClose }: ImportDialogProps) {
  const { t } = useTranslation('designer');
  const { data: report } = useQuery({
    queryKey: ['bpmn-file', file.name, file.xml],
    queryFn: () => inspectFile(file.xml),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Modal
      open
      width={680}
      title={t('file.title', { name: file.name })}
      okText={t('file.take')}
      okButtonProps={{ disabled: !report?.hasDiagram }}
      cancelText={t('life.cancel')}
      onOk={onTaken}
      onCancel={onClose}
    >
      {!report && <Skeleton active />}
      {report && (
        <>
          <p>{t('file.understood', { ...report })}</p>
          {report.dialects.length > 0 && (
            <p>{t('file.dialects', { dialects: report.dialects.join(', ') })}</p>
          )}
          {report.hasDiagram ? (
            <Alert type="info" title={t('file.replaces')} style={{ marginBottom: 12 }} />
          ) : (
            <Alert type="warning" showIcon title={t('file.noDiagram')} style={{ marginBottom: 12 }} />
          )}
          <DiagnosticList modeler={undefined} diagnostics={report.findings} />
        </>
      )}
    </Modal>
  );
}
