import { UploadOutlined } from '@ant-design/icons';
import { Button, Progress, Typography } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Blob as StoredBlob } from '../../server/contract/integration.ts';
import { uploadBlob } from '../../ui/api/upload-blob.ts';
import { sentencesOf } from '../../ui/components/ErrorPanel.tsx';

interface Props {
  label: string;
  /** what a screen reader hears, when the label alone is not enough */
  describedAs?: string;
  onStored: (blob: StoredBlob) => void;
}

/** Chooses one file and sends it at once, with its progress; says why when the server refuses it. */
export function UploadButton({ label, describedAs, onStored }: Props) {
  const { t } = useTranslation('ui');
  const input = useRef<HTMLInputElement>(null);
  const [percent, setPercent] = useState<number>();
  const [isCut, setCut] = useState(false);
  const [refusal, setRefusal] = useState<string>();

  const send = async (file: File) => {
    setRefusal(undefined);
    setPercent(0);
    try {
      onStored(await uploadBlob(file, { onProgress: setPercent, onCut: setCut }));
    } catch (error) {
      const { title, detail } = sentencesOf(error, t);
      const sentence = detail ?? title;
      setRefusal(sentence.includes(file.name) ? sentence : `${file.name}: ${sentence}`);
    } finally {
      setPercent(undefined);
      setCut(false);
    }
  };

  return (
    <span>
      <input
        ref={input}
        type="file"
        accept={ACCEPTED}
        style={{ display: 'none' }}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file) void send(file);
        }}
      />
      {percent === undefined ? (
        <Button
          size="small"
          icon={<UploadOutlined />}
          aria-label={describedAs ?? label}
          onClick={() => input.current?.click()}
        >
          {label}
        </Button>
      ) : (
        <Progress percent={percent} size="small" style={{ width: 120 }} aria-label={describedAs ?? label} />
      )}
      {isCut && (
        <Typography.Text role="status" style={{ display: 'block', fontSize: 13.5 }}>
          {t('upload.cut')}
        </Typography.Text>
      )}
      {refusal && (
        <Typography.Text type="danger" role="alert" style={{ display: 'block', fontSize: 13.5 }}>
          {refusal}
        </Typography.Text>
      )}
    </span>
  );
}

/** What the counter may take; the server checks the content itself. */
const ACCEPTED = '.pdf,.jpg,.jpeg,.png,.tif,.tiff,.webp,.docx,.xlsx,.odt,.ods,.dwg';
