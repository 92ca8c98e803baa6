import { CheckCircleFilled, CloseCircleFilled, InfoCircleFilled, WarningFilled } from '@ant-design/icons';
import { Button, Typography } from 'antd';
import type Modeler from 'bpmn-js/lib/Modeler';
import { useTranslation } from 'react-i18next';
import type { LintFinding, LintFix } from '../../../server/contract/lint/lint-model.ts';
import { applyFix } from '../../lint/apply-fix.ts';
import { showElement } from './show-element.ts';

const ICONS = {
  error: <CloseCircleFilled style={{ color: '#cf1322' }} />,
  warning: <WarningFilled style={{ color: '#ad6800' }} />,
  info: <InfoCircleFilled style={{ color: '#0958d9' }} />,
};
const WEIGHT = { error: 0, warning: 1, info: 2 };

/** Findings, gravest first; a click shows the element, another mends what can be mended at once. */
export function DiagnosticList({
  modeler,
  diagnostics,
}: {
  modeler: Modeler | undefined;
  diagnostics: readonly LintFinding[];
}) {
  const { t, i18n } = useTranslation('designer');
  const language = i18n.language === 'en' ? 'en' : 'vi';
  if (diagnostics.length === 0) {
    return (
      <Typography.Paragraph type="success" role="status">
        <CheckCircleFilled /> {t('diagnostics.none')}
      </Typography.Paragraph>
    );
  }
  const sorted = [...diagnostics].sort((one, other) => WEIGHT[one.severity] - WEIGHT[other.severity]);
  return (
    <ul className="finding-list" aria-label={t('diagnostics.title')}>
      {sorted.map((finding) => (
        <li key={`${finding.code}:${finding.element ?? ''}:${finding.message.en}`}>
          {ICONS[finding.severity]}
          <span className="finding-text">
            {finding.message[language]}
            {modeler && finding.element && (
              <Button
                type="link"
                size="small"
                onClick={() => showElement(modeler, finding.element as string)}
              >
                {t('diagnostics.show')}
              </Button>
            )}
            {modeler && finding.fix && (
              <Button size="small" onClick={() => applyFix(modeler, finding.fix as LintFix)}>
                {t('diagnostics.fix', { what: finding.fix.label[language] })}
              </Button>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
