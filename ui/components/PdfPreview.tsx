import { FilePdfOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  /** address of the PDF; the same address with `.html` is its page */
  href: string;
  /** what a screen reader calls the frame */
  title: string;
  height?: number | string;
}

/** A paper as it will be printed: its page at once, its PDF when it is printed or opened. */
export function PdfPreview({ href, title, height = '70vh' }: Props) {
  const { t } = useTranslation('ui');
  const [isPrinting, setPrinting] = useState(false);
  const print = async () => {
    setPrinting(true);
    try {
      await printPdf(href);
    } finally {
      setPrinting(false);
    }
  };
  return (
    <div>
      <Space style={{ marginBottom: 8 }}>
        <Button type="primary" icon={<PrinterOutlined />} loading={isPrinting} onClick={print}>
          {t('action.print')}
        </Button>
        <Button icon={<FilePdfOutlined />} href={href} target="_blank" rel="noopener">
          {t('action.openPdf')}
        </Button>
      </Space>
      <iframe
        src={href.replace(/\.pdf$/, '.html')}
        title={title}
        sandbox=""
        style={{ display: 'block', width: '100%', height, border: '1px solid #d5dce5', background: '#fff' }}
      />
    </div>
  );
}

/** Loads the PDF into a frame nobody sees and opens the browser's print dialog on it. */
function printPdf(href: string): Promise<void> {
  document.querySelector('iframe[data-print]')?.remove();
  const frame = document.createElement('iframe');
  frame.dataset['print'] = '';
  frame.hidden = true;
  frame.src = href;
  return new Promise((resolve) => {
    frame.onload = () => {
      frame.contentWindow?.print();
      resolve();
    };
    document.body.append(frame);
  });
}
