import { Button, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import type { TemplateProblem } from '../../../templates/index.ts';
import { EmptyState } from '../../../ui/components/EmptyState.tsx';
import { ToneTag } from '../../../ui/components/ToneTag.tsx';

interface Props {
  problems: TemplateProblem[];
  onOpen: (problem: TemplateProblem) => void;
}

/** Findings with their places; a click goes there. */
export function ProblemList({ problems, onOpen }: Props) {
  const { t, i18n } = useTranslation('templates');
  const language = i18n.language === 'en' ? 'en' : 'vi';
  if (problems.length === 0) return <EmptyState title={t('problems.none')} />;
  return (
    <Flex vertical gap={4}>
      {problems.map((problem) => (
        <Button
          key={`${problem.line}:${problem.column}:${problem.code}`}
          type="text"
          className="template-problem"
          onClick={() => onOpen(problem)}
        >
          <ToneTag tone={problem.severity === 'error' ? 'danger' : 'warning'}>
            {t('problems.place', { line: problem.line, column: problem.column })}
          </ToneTag>
          <span>{problem.message[language]}</span>
        </Button>
      ))}
    </Flex>
  );
}
