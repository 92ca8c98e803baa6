import { Alert, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ManyOperated } from '../../server/contract/dossiers.ts';

/** What became of each dossier; those that were left as they are come with the reason. */
export function ManyResult({ result: { done, failed } }: { result: ManyOperated }) {
  const { t } = useTranslation('dossier');
  return (
    <div role="status">
      <Flex vertical gap={12}>
        {done.length > 0 && (
          <Alert
            type="success"
            showIcon
            title={t('many.done', { count: done.length })}
            description={<Codes lines={done.map((code) => ({ code }))} />}
          />
        )}
        {failed.length > 0 && (
          <Alert
            type="warning"
            showIcon
            title={t('many.failed', { count: failed.length })}
            description={
              <Codes
                lines={failed.map(({ code, problem }) => ({
                  code,
                  why: t(`many.problem.${problem}`, t('many.problem.other')),
                }))}
              />
            }
          />
        )}
      </Flex>
    </div>
  );
}

const Codes = ({ lines }: { lines: { code: string; why?: string }[] }) => (
  <ul style={{ maxHeight: 200, overflow: 'auto', margin: 0, paddingInlineStart: 20 }}>
    {lines.map(({ code, why }) => (
      <li key={code}>
        <Link to={`/ho-so/${encodeURIComponent(code)}`} style={{ textDecoration: 'underline' }}>
          {code}
        </Link>
        {why && `: ${why}`}
      </li>
    ))}
  </ul>
);
