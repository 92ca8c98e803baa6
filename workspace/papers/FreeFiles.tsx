import { DeleteOutlined, PaperClipOutlined } from '@ant-design/icons';
import { Button, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Attachment } from '../../server/contract/dossiers.ts';
import { UploadButton } from './UploadButton.tsx';

interface Props {
  value?: Attachment[];
  onChange?: (files: Attachment[]) => void;
}

/** Files that stand for no required paper: any number of them; a field of an antd form. */
export function FreeFiles({ value = [], onChange }: Props) {
  const { t } = useTranslation('intake');
  return (
    <Flex vertical gap={8} align="flex-start">
      {value.map((file, index) => (
        <Flex key={`${file.sha256}${file.name}`} gap={8} align="center">
          <PaperClipOutlined /> {file.name}
          <Button
            size="small"
            type="text"
            icon={<DeleteOutlined />}
            aria-label={t('file.removeOf', { name: file.name })}
            onClick={() => onChange?.(value.toSpliced(index, 1))}
          />
        </Flex>
      ))}
      <UploadButton
        label={t('file.add')}
        onStored={(blob) =>
          onChange?.([
            ...value,
            {
              name: blob.name,
              sha256: blob.sha256,
              mediaType: blob.mediaType,
              size: blob.size,
              originals: 0,
              certified: 0,
              copies: 0,
            },
          ])
        }
      />
    </Flex>
  );
}
