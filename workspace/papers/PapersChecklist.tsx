import {
  CheckCircleFilled,
  DeleteOutlined,
  ExclamationCircleOutlined,
  PaperClipOutlined,
} from '@ant-design/icons';
import { Button, Flex, InputNumber, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Component } from '../../server/contract/catalogue.ts';
import type { PaperCounts } from '../intake/intake-draft.ts';
import { UploadButton } from './UploadButton.tsx';

interface Props {
  components: Component[];
  value: Record<string, PaperCounts>;
  onChange: (value: Record<string, PaperCounts>) => void;
  /** online nobody hands over paper: only files are asked for */
  filesOnly?: boolean;
}

/** The procedure's required papers: how many of each were handed in, and their scans. */
export function PapersChecklist({ components, value, onChange, filesOnly = false }: Props) {
  const { t } = useTranslation('intake');
  const change = (id: string, part: Partial<PaperCounts>) =>
    onChange({ ...value, [id]: { ...(value[id] ?? NOTHING), ...part } });
  return (
    <Table<Component>
      rowKey="id"
      dataSource={components}
      pagination={false}
      size="small"
      scroll={{ x: filesOnly ? 420 : 600 }}
      columns={[
        {
          title: t('papers.name'),
          render: (_, paper) => (
            <Flex gap={8} align="flex-start">
              <HandedIn paper={paper} counts={value[paper.id]} />
              <span>
                {paper.name}
                {paper.required && <span style={{ color: '#a8201a' }}> ({t('papers.required')})</span>}
              </span>
            </Flex>
          ),
        },
        ...(filesOnly ? [] : KINDS).map((kind) => ({
          title: t(`papers.${kind}`),
          width: 88,
          render: (_: unknown, paper: Component) => (
            <InputNumber
              min={0}
              max={99}
              precision={0}
              value={value[paper.id]?.[kind] ?? 0}
              onChange={(count) => change(paper.id, { [kind]: count ?? 0 })}
              aria-label={t('papers.countOf', { kind: t(`papers.${kind}`), paper: paper.name })}
              style={{ width: 64 }}
            />
          ),
        })),
        {
          title: t('papers.file'),
          width: 132,
          render: (_, paper) => {
            const file = value[paper.id]?.file;
            if (!file) {
              return (
                <UploadButton
                  label={t('file.choose')}
                  describedAs={t('file.chooseFor', { paper: paper.name })}
                  onStored={({ name, sha256, mediaType, size }) =>
                    change(paper.id, { file: { name, sha256, mediaType, size } })
                  }
                />
              );
            }
            return (
              <Flex align="center" gap={4}>
                <PaperClipOutlined />
                <span style={{ overflowWrap: 'anywhere' }}>{file.name}</span>
                <Button
                  type="text"
                  size="small"
                  icon={<DeleteOutlined />}
                  aria-label={t('file.removeOf', { name: file.name })}
                  onClick={() => change(paper.id, { file: undefined })}
                />
              </Flex>
            );
          },
        },
      ]}
    />
  );
}

function HandedIn({ paper, counts }: { paper: Component; counts: PaperCounts | undefined }) {
  const { t } = useTranslation('intake');
  const isThere = counts && (counts.file || counts.originals + counts.certified + counts.copies > 0);
  if (isThere)
    return <CheckCircleFilled style={{ color: '#1b6e3c', marginTop: 4 }} aria-label={t('papers.there')} />;
  return (
    <ExclamationCircleOutlined
      style={{ color: paper.required ? '#a8201a' : '#8593a3', marginTop: 4 }}
      aria-label={t('papers.notThere')}
    />
  );
}

const KINDS = ['originals', 'certified', 'copies'] as const;
const NOTHING: PaperCounts = { originals: 0, certified: 0, copies: 0 };
