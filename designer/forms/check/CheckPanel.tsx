import { CheckCircleFilled, CloseCircleFilled } from '@ant-design/icons';
import { Button, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ExampleResult, FormProblem } from '../../../forms/index.ts';
import { ConfirmButton } from '../../../ui/components/ConfirmButton.tsx';
import { ProblemList } from './ProblemList.tsx';

interface Props {
  problems: readonly FormProblem[];
  /** the kept test data, run on what is on the desk; absent while it has problems */
  results: readonly ExampleResult[] | undefined;
  onShow(answer: unknown): void;
  /** absent for readers */
  onRemove?: ((result: ExampleResult) => void) | undefined;
}

/** What is wrong with the form, and which of its test data it passes. */
export function CheckPanel({ problems, results, onShow, onRemove }: Props) {
  const { t } = useTranslation('forms');
  return (
    <>
      <h2 className="form-panel-title">{t('problems.title')}</h2>
      <ProblemList problems={problems} />
      <h2 className="form-panel-title">{t('examples.title')}</h2>
      {results?.length === 0 && <p className="form-quiet">{t('examples.none')}</p>}
      {results === undefined && <p className="form-quiet">{t('examples.waiting')}</p>}
      <ul className="form-examples">
        {results?.map((result) => (
          <li key={`${result.list}/${result.index}`}>
            <Flex align="center" gap={8} wrap>
              {result.passes ? (
                <CheckCircleFilled className="form-pass" aria-label={t('examples.passes')} />
              ) : (
                <CloseCircleFilled className="form-problem-sign" aria-label={t('examples.fails')} />
              )}
              <span className="form-example-name">
                {t(`examples.${result.list}`, { number: result.index + 1 })}
              </span>
              <Button size="small" onClick={() => onShow(result.answer)}>
                {t('examples.show')}
              </Button>
              {onRemove && (
                <ConfirmButton
                  size="small"
                  question={t('examples.removeQuestion')}
                  onConfirm={() => onRemove(result)}
                >
                  {t('examples.remove')}
                </ConfirmButton>
              )}
            </Flex>
            <Said result={result} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** What the form says to the answer: why a right one is refused, why a wrong one is refused rightly. */
function Said({ result: { errors, passes, list } }: { result: ExampleResult }) {
  const { t } = useTranslation('forms');
  if (list === 'x-refused-examples' && !passes) return <p>{t('examples.taken')}</p>;
  if (errors.length === 0) return null;
  return (
    <ul className={passes ? 'form-quiet' : undefined}>
      {errors.slice(0, 5).map(({ pointer, message }) => (
        <li key={pointer + message}>{message}</li>
      ))}
    </ul>
  );
}
