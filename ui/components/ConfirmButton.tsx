import { Button, type ButtonProps, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';

interface Props extends Omit<ButtonProps, 'onClick'> {
  /** the question, with what cannot be undone */
  question: string;
  onConfirm: () => void | Promise<void>;
}

/** A button that asks before it does. */
export function ConfirmButton({ question, onConfirm, children, ...button }: Props) {
  const { t } = useTranslation('ui');
  return (
    <Popconfirm
      title={question}
      onConfirm={onConfirm}
      okText={t('action.confirm')}
      cancelText={t('action.cancel')}
      styles={{ root: { maxWidth: 360 } }}
    >
      <Button {...button}>{children}</Button>
    </Popconfirm>
  );
}
