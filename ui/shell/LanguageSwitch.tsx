import { GlobalOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { LANGUAGES, type Language, switchLanguage } from '../i18n/setup-i18n.ts';

/** Vietnamese or English; the choice is remembered on this machine. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation('ui');
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectedKeys: [i18n.language],
        items: LANGUAGES.map((language) => ({ key: language, label: t(`language.${language}`) })),
        onClick: ({ key }) => void switchLanguage(i18n, key as Language),
      }}
    >
      <Button
        type="text"
        icon={<GlobalOutlined />}
        aria-label={`${i18n.language.toUpperCase()} – ${t('language.label')}`}
      >
        {i18n.language.toUpperCase()}
      </Button>
    </Dropdown>
  );
}
