import { CloseCircleFilled } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import type { FormProblem } from '../../../forms/index.ts';

/** Why the form cannot be saved, sentence by sentence. */
export function ProblemList({ problems }: { problems: readonly FormProblem[] }) {
  const { t, i18n } = useTranslation('forms');
  const language = i18n.language === 'en' ? 'en' : 'vi';
  if (problems.length === 0) return <p className="form-quiet">{t('problems.none')}</p>;
  return (
    <ul className="form-problems">
      {problems.map(({ pointer, code, message }) => (
        <li key={pointer + code}>
          <CloseCircleFilled className="form-problem-sign" /> {message[language]}
          <code>{pointer}</code>
        </li>
      ))}
    </ul>
  );
}
