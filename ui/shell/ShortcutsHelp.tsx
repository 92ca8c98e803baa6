import { Modal } from 'antd';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';

/** Every keyboard shortcut on one card. */
export function ShortcutsHelp({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { t } = useTranslation('ui');
  return (
    <Modal open={isOpen} onCancel={onClose} footer={null} title={t('shortcuts.title')}>
      <dl style={{ display: 'grid', gridTemplateColumns: 'auto 1fr', gap: '10px 20px', margin: 0 }}>
        {SHORTCUTS.map(({ keys, does }) => (
          <Fragment key={does}>
            <dt>
              {keys.map((key, index) => (
                <Fragment key={key}>
                  {index > 0 && <span> {keys.includes('Ctrl') ? '+' : t('shortcuts.then')} </span>}
                  <kbd>{key}</kbd>
                </Fragment>
              ))}
            </dt>
            <dd style={{ margin: 0 }}>{t(`shortcuts.${does}`)}</dd>
          </Fragment>
        ))}
      </dl>
    </Modal>
  );
}

const SHORTCUTS = [
  { keys: ['g', 'b'], does: 'goDesk' },
  { keys: ['g', 't'], does: 'goCounter' },
  { keys: ['g', 'h'], does: 'goDossiers' },
  { keys: ['/'], does: 'search' },
  { keys: ['j'], does: 'next' },
  { keys: ['k'], does: 'previous' },
  { keys: ['Enter'], does: 'openRow' },
  { keys: ['Ctrl', 'Enter'], does: 'submit' },
  { keys: ['?'], does: 'help' },
];
