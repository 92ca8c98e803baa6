import { useTranslation } from 'react-i18next';
import type { TemplateResource, TemplateVersion } from '../../server/contract/catalogue.ts';
import { type DeskProps, VersionedEditor } from '../versioned/VersionedEditor.tsx';
import { TemplateDesk } from './TemplateDesk.tsx';
import { readTemplate, readTemplateVersion } from './template-api.ts';

/** One paper's template: its source beside the page it makes. `?version=` opens an older one. */
export function TemplateEditor() {
  const { t } = useTranslation('templates');
  return (
    <VersionedEditor
      kind="template"
      read={readTemplate}
      readVersion={readTemplateVersion}
      Desk={Desk}
      noVersion={t('editor.noVersion')}
    />
  );
}

const Desk = ({ resource, ...desk }: DeskProps<TemplateResource, TemplateVersion>) => (
  <TemplateDesk template={resource} {...desk} />
);
