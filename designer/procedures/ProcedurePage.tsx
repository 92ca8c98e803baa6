import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Flex, Form, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import type { Procedure } from '../../server/contract/catalogue.ts';
import { api } from '../../ui/api/client.ts';
import { ErrorPanel } from '../../ui/components/ErrorPanel.tsx';
import { PageHeading } from '../../ui/components/PageHeading.tsx';
import { PaperFields } from './PaperFields.tsx';
import { PolicyFields } from './PolicyFields.tsx';
import { ProcedureFields } from './ProcedureFields.tsx';
import { type ProcedureAnswers, settingsOf } from './procedure-answers.ts';
import './procedures.css';

/** The catalogue entry of a procedure: who, how long, how much, which papers, what may be extended. */
export function ProcedurePage() {
  const { code = '' } = useParams();
  const isNew = code === 'moi';
  const { data, error, refetch } = useQuery({
    queryKey: ['procedure', code],
    enabled: !isNew,
    queryFn: () => api.get<Procedure>('/procedures/{code}', { params: { code } }),
  });
  if (error) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  if (!isNew && !data) return <Skeleton active />;
  return <ProcedureForm key={code} procedure={data} />;
}

function ProcedureForm({ procedure }: { procedure: Procedure | undefined }) {
  const { t } = useTranslation('designer');
  const { message } = App.useApp();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [problem, setProblem] = useState<unknown>();
  const [isSaving, setSaving] = useState(false);
  const mayChange = !procedure || procedure.abilities.includes('update');
  const save = async (answers: ProcedureAnswers) => {
    setSaving(true);
    setProblem(undefined);
    const code = procedure?.code ?? answers.code ?? '';
    try {
      await api.put('/procedures/{code}', settingsOf(answers, procedure), { params: { code } });
      message.success(t('procedures.saved', { code }));
      await queries.invalidateQueries({ queryKey: ['procedure', code] });
      await queries.invalidateQueries({ queryKey: ['procedures'] });
      if (!procedure) void navigate(`/thiet-ke/thu-tuc/${code}`, { replace: true });
    } catch (error) {
      setProblem(error);
    } finally {
      setSaving(false);
    }
  };
  return (
    <>
      <Link to="/thiet-ke/quy-trinh">{t('list.processes')}</Link>
      <PageHeading
        title={procedure ? t('procedures.title', { code: procedure.code }) : t('procedures.new')}
      />
      {problem !== undefined && <ErrorPanel error={problem} takesFocus />}
      <Form<ProcedureAnswers>
        layout="vertical"
        className="procedure-form"
        disabled={!mayChange}
        initialValues={procedure ?? NEW}
        scrollToFirstError
        onFinish={(answers) => void save(answers)}
      >
        <ProcedureFields isNew={!procedure} />
        <PaperFields />
        <PolicyFields />
        {mayChange && (
          <Flex gap={8}>
            <Button type="primary" htmlType="submit" loading={isSaving}>
              {t('procedures.save')}
            </Button>
          </Flex>
        )}
      </Form>
    </>
  );
}

const NEW: Partial<ProcedureAnswers> = {
  timeLimit: { amount: 5, unit: 'working-days' },
  receivingUnits: [],
  fees: [],
  components: [],
  policies: { supplement: 'reset', supplementTimes: 1, extensionTimes: 1, extensionShare: 1 / 3 },
};
