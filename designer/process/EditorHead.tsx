import { useQuery } from '@tanstack/react-query';
import { Button, Flex, Select, Space, Typography } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { Procedure, ProcessVersion } from '../../server/contract/catalogue.ts';
import { api } from '../../ui/api/client.ts';
import { CompareDialog } from '../compare/CompareDialog.tsx';

interface EditorHeadProps {
  version: ProcessVersion;
  procedure: Procedure | undefined;
  /** buttons beside the choice of the version */
  children: ReactNode;
}

/** Which version of which procedure, the way to its others, and comparing two of them. */
export function EditorHead({ version, procedure, children }: EditorHeadProps) {
  const { t } = useTranslation('designer');
  const navigate = useNavigate();
  const [isComparing, setComparing] = useState(false);
  const { data: versions } = useQuery({
    queryKey: ['process', version.procedure, 'versions'],
    queryFn: () =>
      api.get<{ items: ProcessVersion[] }>('/procedures/{code}/processes', {
        params: { code: version.procedure },
      }),
  });
  return (
    <Flex justify="space-between" align="center" wrap gap={8}>
      <div>
        <Link to="/thiet-ke/quy-trinh">{t('list.processes')}</Link>
        <Typography.Title level={1} className="editor-title">
          {version.procedure} · {procedure?.name}
        </Typography.Title>
      </div>
      <Space wrap>
        <Select
          aria-label={t('editor.version')}
          value={version.version}
          style={{ minWidth: 190 }}
          options={(versions?.items ?? [version]).map((item) => ({
            value: item.version,
            label: t('editor.versionOption', {
              version: item.version,
              state: t(`life.states.${item.state}`),
            }),
          }))}
          onChange={(next) => navigate(`/thiet-ke/quy-trinh/${version.procedure}/${next}`)}
        />
        {(versions?.items.length ?? 0) > 1 && (
          <Button onClick={() => setComparing(true)}>{t('compare.open')}</Button>
        )}
        {children}
      </Space>
      {isComparing && versions && (
        <CompareDialog
          procedure={version.procedure}
          version={version.version}
          versions={versions.items}
          onClose={() => setComparing(false)}
        />
      )}
    </Flex>
  );
}
