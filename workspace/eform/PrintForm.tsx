import { PrinterOutlined } from '@ant-design/icons';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { EFormSource } from './EForm.tsx';
import { EFormRead } from './EFormRead.tsx';
import './print-form.css';

interface Props {
  source: EFormSource;
  title: string;
  value: Record<string, unknown> | undefined;
  /** of the dossier, once it has one */
  code?: string;
  isBlock?: boolean;
}

/** The filled-in form as it will stand on paper: a preview first, then the browser's own printing. */
export function PrintForm({ source, title, value, code, isBlock = false }: Props) {
  const { t } = useTranslation('dossier');
  const [isOpen, setOpen] = useState(false);
  const sheet = <Sheet source={source} title={title} value={value ?? {}} code={code} />;
  return (
    <>
      <Button block={isBlock} icon={<PrinterOutlined />} onClick={() => setOpen(true)}>
        {t('print.open')}
      </Button>
      <Modal
        open={isOpen}
        title={t('print.title')}
        width={860}
        okText={t('print.print')}
        cancelText={t('print.close')}
        onOk={() => print()}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long sheet is scrolled with the keys */}
        <section className="print-form-paper" tabIndex={0} aria-label={title}>
          {sheet}
        </section>
      </Modal>
      {isOpen && createPortal(<div className="print-form-root">{sheet}</div>, document.body)}
    </>
  );
}

function Sheet({ source, title, value, code }: Omit<Props, 'isBlock'> & { value: Record<string, unknown> }) {
  const { t } = useTranslation('dossier');
  return (
    <>
      <p className="print-form-motto">
        <strong>{t('print.nation')}</strong>
        <br />
        <strong>{t('print.motto')}</strong>
      </p>
      <p className="print-form-title">{title}</p>
      {code && <p className="print-form-code">{t('print.code', { code })}</p>}
      <EFormRead source={source} value={value} columns={2} isOnPaper />
      <div className="print-form-signature">
        <p>{t('print.place')}</p>
        <strong>{t('print.signer')}</strong>
        <p>{t('print.sign')}</p>
      </div>
    </>
  );
}
