import { Form, Input, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { isMargin } from '../../../templates/index.ts';
import { DayInput } from '../../../ui/components/DayInput.tsx';
import type { TemplateDraft } from '../template-api.ts';

interface Props {
  draft: TemplateDraft;
  onChange: (change: Partial<TemplateDraft>) => void;
}

/** Both number and day, or neither. */
export const isWholeDecision = (decision: TemplateDraft['decision']): boolean =>
  Boolean(decision?.number.trim()) === Boolean(decision?.date);

/** Name, sheet, orientation and margins of a template, and the decision that prescribes it. */
export function PageFields({ draft: { title, page, decision }, onChange }: Props) {
  const { t } = useTranslation('templates');
  return (
    <Form layout="vertical">
      <Form.Item label={t('page.title')} htmlFor="template-title">
        <Input
          id="template-title"
          value={title}
          maxLength={300}
          onChange={(event) => onChange({ title: event.target.value })}
        />
      </Form.Item>
      <Form.Item label={t('page.size')}>
        <Segmented
          aria-label={t('page.size')}
          value={page.size}
          options={['A4', 'A5'] as const}
          onChange={(size) => onChange({ page: { ...page, size } })}
        />
      </Form.Item>
      <Form.Item label={t('page.orientation')}>
        <Segmented
          aria-label={t('page.orientation')}
          value={page.orientation}
          options={[
            { value: 'portrait' as const, label: t('page.portrait') },
            { value: 'landscape' as const, label: t('page.landscape') },
          ]}
          onChange={(orientation) => onChange({ page: { ...page, orientation } })}
        />
      </Form.Item>
      <Form.Item
        label={t('page.margin')}
        htmlFor="template-margin"
        extra={t('page.marginHint')}
        validateStatus={isMargin(page.margin) ? undefined : 'error'}
        help={isMargin(page.margin) ? undefined : t('page.marginWrong')}
      >
        <Input
          id="template-margin"
          value={page.margin}
          onChange={(event) => onChange({ page: { ...page, margin: event.target.value } })}
        />
      </Form.Item>
      <Form.Item
        label={t('page.decisionNumber')}
        htmlFor="template-decision"
        extra={t('page.decisionHint')}
        validateStatus={isWholeDecision(decision) ? undefined : 'error'}
        help={isWholeDecision(decision) ? undefined : t('page.decisionWrong')}
      >
        <Input
          id="template-decision"
          value={decision?.number}
          maxLength={100}
          onChange={(event) => onChange({ decision: { date: '', ...decision, number: event.target.value } })}
        />
      </Form.Item>
      <Form.Item label={t('page.decisionDate')} htmlFor="template-decision-date">
        <DayInput
          id="template-decision-date"
          value={decision?.date ?? ''}
          onChange={(date = '') => onChange({ decision: { number: '', ...decision, date } })}
        />
      </Form.Item>
    </Form>
  );
}
