import { App, Button, Dropdown } from 'antd';
import type Modeler from 'bpmn-js/lib/Modeler';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type DrawingFormat, exportDrawing } from './export-drawing.ts';
import { ImportDialog } from './ImportDialog.tsx';

interface FileMenuProps {
  modeler: Modeler | undefined;
  /** of exported files, without ending */
  name: string;
  onImported(xml: string): void;
}

const FORMATS: DrawingFormat[] = ['bpmn', 'svg', 'png'];

/** The drawing out to a file, and one drawn elsewhere in: with a report first, so that nothing is lost unseen. */
export function FileMenu({ modeler, name, onImported }: FileMenuProps) {
  const { t } = useTranslation('designer');
  const { message } = App.useApp();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<{ name: string; xml: string }>();
  const save = async (format: DrawingFormat) => {
    if (!modeler) return;
    try {
      await exportDrawing(modeler, format, name);
    } catch (fault) {
      message.error(t('file.notExported', { reason: fault instanceof Error ? fault.message : '' }));
    }
  };
  return (
    <>
      <Dropdown
        menu={{
          items: [
            { key: 'import', label: t('file.import') },
            { type: 'divider' },
            ...FORMATS.map((format) => ({ key: format, label: t(`file.export.${format}`) })),
          ],
          onClick: ({ key }) => (key === 'import' ? input.current?.click() : void save(key as DrawingFormat)),
        }}
      >
        <Button>{t('file.menu')}</Button>
      </Dropdown>
      <input
        ref={input}
        type="file"
        accept=".bpmn,.xml"
        hidden
        aria-label={t('file.import')}
        onChange={({ target }) => {
          const [chosen] = target.files ?? [];
          target.value = '';
          if (chosen) void chosen.text().then((xml) => setFile({ name: chosen.name, xml }));
        }}
      />
      {file && (
        <ImportDialog
          file={file}
          onClose={() => setFile(undefined)}
          onTaken={() => {
            onImported(file.xml);
            setFile(undefined);
          }}
        />
      )}
    </>
  );
}
