import { Button, Result } from 'antd';
import { useTranslation } from 'react-i18next';
import { usePageTitle } from '../../ui/shell/use-page-title.ts';

export default function NotFoundPage() {
  const { t } = useTranslation('portal');
  usePageTitle(t('notFound.title'));
  return (
    <Result
      status="404"
      title={t('notFound.title')}
      subTitle={t('notFound.detail')}
      extra={
        <Button type="primary" href="/">
          {t('notFound.home')}
        </Button>
      }
    />
  );
}
