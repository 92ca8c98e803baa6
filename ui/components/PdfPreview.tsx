import { FilePdfOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button, Space } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  /** address of the PDF */
  href: string;
  /** what a screen reader calls the frame */
  title: string;
  height?: number | string;
}

/** A paper as it will be printed, with its print button. */
export function PdfPreview({ href, title, height = '70vh' }: Props) {
  const { t } = useTranslation('ui');
  const frame = useRef<HTMLIFrameElement>(null);
  return (
    <div>
      <Space style={{ marginBottom: 8 }}>
        <Button
          type="primary"
          icon={<PrinterOutlined />}
          onClick={() => frame.current?.contentWindow?.print()}
        >
          {t('action.print')}
        </Button>
        <Button icon={<FilePdfOutlined />} href={href} target="_blank" rel="noopener">
          {t('action.openPdf')}
        </Button>
      </Space>
      <iframe
        ref={frame}
        src={href}
        title={title}
        style={{ display: 'block', width: '100%', height, border: '1px solid #d5dce5', background: '#fff' }}
      />
    </div>
  );
}
