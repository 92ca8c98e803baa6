import { useTranslation } from 'react-i18next';
import type { Component } from '../../server/contract/catalogue.ts';

/** The papers a dossier is made of, with how many of each kind. */
export function RequiredPapers({ papers }: { papers: Component[] }) {
  const { t } = useTranslation('procedure');
  return (
    <ol style={{ margin: 0, paddingInlineStart: 22, display: 'grid', gap: 6 }}>
      {papers.map((paper) => (
        <li key={paper.id}>
          {paper.name}
          <span style={{ color: '#51606f' }}>
            {' '}
            ({[...copiesOf(paper, t), ...(paper.required ? [] : [t('ifAny')])].join(', ')})
          </span>
        </li>
      ))}
    </ol>
  );
}

const KINDS = ['originals', 'certified', 'copies'] as const;

const copiesOf = (paper: Component, t: (key: string, values: { count: number }) => string): string[] =>
  KINDS.filter((kind) => paper[kind] > 0).map((kind) => t(`paper.${kind}`, { count: paper[kind] }));
