import { DownloadOutlined, ImportOutlined, RedoOutlined, UndoOutlined } from '@ant-design/icons';
import { Button, Space } from 'antd';
import { useTranslation } from 'react-i18next';

interface Props {
  /** false while what is on the desk is not right JSON */
  isReadable: boolean;
  canUndo: boolean;
  canRedo: boolean;
  onImport: () => void;
  onExport: () => void;
  onUndo: () => void;
  onRedo: () => void;
}

/** What the form desk can do besides saving. */
export function FormTools({ isReadable, canUndo, canRedo, ...acts }: Props) {
  const { t } = useTranslation('forms');
  const tools = [
    { words: t('import.title'), icon: <ImportOutlined />, isOff: !isReadable, act: acts.onImport },
    { words: t('editor.export'), icon: <DownloadOutlined />, isOff: !isReadable, act: acts.onExport },
    { words: t('editor.undo'), icon: <UndoOutlined />, isOff: !canUndo, act: acts.onUndo },
    { words: t('editor.redo'), icon: <RedoOutlined />, isOff: !canRedo, act: acts.onRedo },
  ];
  return (
    <Space size={4}>
      {tools.map(({ words, icon, isOff, act }) => (
        <Button key={words} icon={icon} aria-label={words} title={words} disabled={isOff} onClick={act} />
      ))}
    </Space>
  );
}
