import { useQuery } from '@tanstack/react-query';
import { App, Flex, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TemplateResource } from '../../../server/contract/catalogue.ts';
import { foldVietnamese } from '../../../ui/format/fold-vietnamese.ts';
import { VersionRows } from '../../versioned/VersionRows.tsx';
import { listTemplates, publishTemplate, readTemplateVersion, type TemplateDraft } from '../template-api.ts';
import { CompareDialog } from './CompareDialog.tsx';

interface Props {
  template: TemplateResource;
  current: number;
  source: string;
  onOpen: (version: number) => void;
  /** puts a version's text on the desk as unsaved work */
  onRestore: (draft: TemplateDraft) => void;
  /** puts another template's text and sheet on the desk */
  onTake: (taken: Pick<TemplateDraft, 'source' | 'page'>) => void;
  onPublished: () => Promise<void>;
}

/** The versions of a template; any two are compared side by side, and another template's text can be taken over. */
export function VersionPanel({ template, current, source, onOpen, onRestore, onTake, onPublished }: Props) {
  const { t } = useTranslation('templates');
  const [compared, setCompared] = useState<number>();
  const { key } = template;
  return (
    <Flex vertical gap={12}>
      <VersionRows
        resource={template}
        current={current}
        publishQuestion={(version) => t('versions.publishQuestion', { version })}
        onOpen={onOpen}
        onCompare={async (version) => setCompared(version)}
        onRestore={async (version) => {
          const { title, source: text, page, decision } = await readTemplateVersion(key, version);
          onRestore({ title, source: text, page, decision });
        }}
        onPublish={async (version) => {
          await publishTemplate(key, version);
          await onPublished();
        }}
      />
      {template.abilities.includes('create-version') && <OtherTemplates own={key} onTake={onTake} />}
      {compared !== undefined && (
        <CompareDialog
          template={template}
          version={compared}
          desk={source}
          onClose={() => setCompared(undefined)}
        />
      )}
    </Flex>
  );
}

/** Official papers have variants, and provinces letters that resemble each other. */
function OtherTemplates({ own, onTake }: { own: string } & Pick<Props, 'onTake'>) {
  const { t } = useTranslation('templates');
  const { message } = App.useApp();
  const { data } = useQuery({ queryKey: ['templates'], queryFn: listTemplates });
  const others = data?.items.filter(({ key }) => key !== own) ?? [];
  const take = async (key: string) => {
    const other = others.find((each) => each.key === key);
    const version = other?.published?.version ?? other?.versions[0]?.version;
    if (!other || version === undefined) return;
    const { source, page } = await readTemplateVersion(key, version);
    onTake({ source, page });
    message.info(t('versions.taken', { title: other.title }));
  };
  return (
    <Select<string>
      showSearch={{
        filterOption: (input, option) =>
          foldVietnamese(String(option?.label ?? '')).includes(foldVietnamese(input)),
      }}
      aria-label={t('versions.other')}
      placeholder={t('versions.other')}
      value={null as unknown as string}
      options={others.map(({ key, title }) => ({ value: key, label: title }))}
      onSelect={(key) => void take(key)}
    />
  );
}
