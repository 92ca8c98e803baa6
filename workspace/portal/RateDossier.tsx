import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Card, Flex, Form, Input, Radio, Result } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../ui/api/client.ts';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';

interface Fields {
  stars: number;
  comment?: string;
}

/** Once the result is there: how satisfied was the applicant? */
export function RateDossier({ code }: { code: string }) {
  const { t } = useTranslation('portal');
  const queries = useQueryClient();
  const rating = useMutation({
    mutationFn: (fields: Fields) => api.post('/public/dossiers/{code}/rating', fields, { params: { code } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['public-dossier', code], refetchType: 'none' }),
  });
  if (rating.isSuccess) return <Result status="success" title={t('rating.thanks')} />;
  return (
    <Card title={<h2 style={{ margin: 0, fontSize: 16 }}>{t('rating.title')}</h2>}>
      {rating.error && <ErrorPanel error={rating.error} />}
      <Form<Fields> layout="vertical" onFinish={(fields) => rating.mutate(fields)}>
        <Form.Item
          name="stars"
          label={t('rating.stars')}
          rules={[{ required: true, message: t('rating.starsMissing') }]}
        >
          <Radio.Group
            options={STARS.map((stars) => ({ value: stars, label: t(`rating.level.${stars}`) }))}
          />
        </Form.Item>
        <Form.Item name="comment" label={t('rating.comment')}>
          <Input.TextArea rows={3} maxLength={1000} showCount />
        </Form.Item>
        <Flex>
          <Button type="primary" htmlType="submit" loading={rating.isPending}>
            {t('rating.send')}
          </Button>
        </Flex>
      </Form>
    </Card>
  );
}

const STARS = [5, 4, 3, 2, 1];
