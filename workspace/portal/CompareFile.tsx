import { UploadOutlined } from '@ant-design/icons';
import { Button, Card, Flex } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ToneTag } from '../../ui/components/ToneTag.tsx';

/** Compares a PDF with what was issued, in the browser: it is sent nowhere. Absent where the browser cannot hash. */
export function CompareFile({ sha256 }: { sha256: string }) {
  const { t } = useTranslation('portal');
  const input = useRef<HTMLInputElement>(null);
  const [isSame, setSame] = useState<boolean>();
  // Browsers hash on https and on the machine itself alone.
  if (!globalThis.crypto?.subtle) return null;
  const compare = async (file: File | undefined) => {
    if (file) setSame((await hashOf(file)) === sha256);
  };
  return (
    <Card title={<h2 style={{ margin: 0, fontSize: 16, fontWeight: 600 }}>{t('check.file.title')}</h2>}>
      <p style={{ marginTop: 0 }}>{t('check.file.hint')}</p>
      <Flex gap={12} wrap="wrap" align="center">
        <Button icon={<UploadOutlined />} onClick={() => input.current?.click()}>
          {t('check.file.choose')}
        </Button>
        <input
          ref={input}
          type="file"
          accept="application/pdf"
          hidden
          aria-label={t('check.file.choose')}
          onChange={(event) => void compare(event.target.files?.[0])}
        />
        <span role="status">
          {isSame !== undefined && (
            <ToneTag tone={isSame ? 'success' : 'danger'}>
              {t(isSame ? 'check.file.same' : 'check.file.other')}
            </ToneTag>
          )}
        </span>
      </Flex>
    </Card>
  );
}

async function hashOf(file: File): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
