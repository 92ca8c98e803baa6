import { GlobalOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Language, switchLanguage } from '../i18n/setup-i18n.ts';

/** Names the other language, in that language, and changes to it; the choice is remembered. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation('ui');
  const other: Language = i18n.language === 'vi' ? 'en' : 'vi';
  return (
    <Button
      type="text"
      icon={<GlobalOutlined />}
      lang={other}
      // whichever of the two is shown is part of the name
      aria-label={`${other.toUpperCase()} – ${t(`language.${other}`)}`}
      onClick={() => void switchLanguage(i18n, other)}
    >
      <span className="motcua-hide-on-phone">{t(`language.${other}`)}</span>
      <span className="motcua-only-on-phone">{other.toUpperCase()}</span>
    </Button>
  );
}
