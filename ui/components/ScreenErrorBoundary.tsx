import { Alert, Button } from 'antd';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** A screen that breaks says so in plain words, and does not take the others with it. */
export class ScreenErrorBoundary extends Component<{ children: ReactNode }, { isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError() {
    return { isBroken: true };
  }

  override render() {
    return this.state.isBroken ? <BrokenScreen /> : this.props.children;
  }
}

function BrokenScreen() {
  const { t } = useTranslation('ui');
  return (
    <Alert
      type="error"
      showIcon
      title={t('problem.screen.title')}
      description={t('problem.screen.detail')}
      action={
        <Button type="primary" onClick={() => location.reload()}>
          {t('problem.reload')}
        </Button>
      }
    />
  );
}
