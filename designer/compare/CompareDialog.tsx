import { useQuery } from '@tanstack/react-query';
import { Flex, Modal, Select, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProcessDiff, ProcessVersion } from '../../server/contract/catalogue.ts';
import { api } from '../../ui/api/client.ts';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';
import { ChangeList } from './ChangeList.tsx';
import { VersionBoard } from './VersionBoard.tsx';

interface CompareDialogProps {
  procedure: string;
  /** the one that was open */
  version: number;
  /** every version of the procedure */
  versions: readonly ProcessVersion[];
  onClose(): void;
}

/** Two saved versions side by side, with every change in words (R003, R008). */
export function CompareDialog({ procedure, version, versions, onClose }: CompareDialogProps) {
  const { t } = useTranslation('designer');
  const others = versions.filter((each) => each.version !== version);
  const [other, setOther] = useState(() => nearest(others, version));
  const from = Math.min(version, other);
  const to = Math.max(version, other);
  const before = useVersion(procedure, from);
  const after = useVersion(procedure, to);
  const { data: diff, error } = useQuery({
    queryKey: ['process', procedure, 'diff', from, to],
    queryFn: () =>
      api.get<ProcessDiff>('/procedures/{code}/processes/{version}/diff/{other}', {
        params: { code: procedure, version: to, other: from },
      }),
  });
  return (
    <Modal open width="94vw" title={t('compare.title')} footer={null} onCancel={onClose}>
      <Flex vertical gap={12}>
        <Select
          aria-label={t('compare.with')}
          value={other}
          style={{ maxWidth: 320 }}
          options={others.map((each) => ({
            value: each.version,
            label: t('editor.versionOption', {
              version: each.version,
              state: t(`life.states.${each.state}`),
            }),
          }))}
          onChange={setOther}
        />
        {error && <ErrorPanel error={error} />}
        {diff && before?.xml && after?.xml ? (
          <>
            <div className="version-boards">
              <VersionBoard
                xml={before.xml}
                label={t('list.version', { version: from })}
                changes={diff.changes}
              />
              <VersionBoard
                xml={after.xml}
                label={t('list.version', { version: to })}
                changes={diff.changes}
              />
            </div>
            <ChangeList changes={diff.changes} />
          </>
        ) : (
          !error && <Skeleton active />
        )}
      </Flex>
    </Modal>
  );
}

const useVersion = (procedure: string, version: number): ProcessVersion | undefined =>
  useQuery({
    queryKey: ['process', procedure, String(version)],
    queryFn: () =>
      api.get<ProcessVersion>('/procedures/{procedure}/processes/{version}', {
        params: { procedure, version },
      }),
  }).data;

/** The version before, or the next one when there is none. */
const nearest = (others: readonly ProcessVersion[], version: number): number => {
  const numbers = others.map((each) => each.version);
  const earlier = numbers.filter((number) => number < version);
  return earlier.length > 0 ? Math.max(...earlier) : Math.min(...numbers);
};
