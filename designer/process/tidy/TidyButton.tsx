import { App, Button } from 'antd';
import type Modeler from 'bpmn-js/lib/Modeler';
import { useTranslation } from 'react-i18next';
import { fitBesidePalette } from '../board/fit-beside-palette.ts';
import { showElement } from '../board/show-element.ts';
import { tidyModeler } from './tidy-modeler.ts';

/** Re-lays out the drawing; says what stands against it, and shows it. */
export function TidyButton({ modeler }: { modeler: Modeler | undefined }) {
  const { t } = useTranslation('designer');
  const { message } = App.useApp();
  const tidy = () => {
    if (!modeler) return;
    const refused = tidyModeler(modeler);
    if (!refused) {
      fitBesidePalette(modeler);
      message.success(t('tidy.done'));
      return;
    }
    message.warning(t(`tidy.refusals.${refused.refusal}`));
    if (refused.element) showElement(modeler, refused.element);
  };
  return (
    <Button disabled={!modeler} onClick={tidy}>
      {t('tidy.button')}
    </Button>
  );
}
