import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { FieldUse } from './impact.ts';

/** Papers and conditions that name a field, each leading to where it is made. */
export function FieldUseList({ uses }: { uses: readonly FieldUse[] }) {
  const { t } = useTranslation('forms');
  return (
    <ul className="form-uses">
      {uses.map((use) => (
        <li key={[use.kind, use.key, use.version, use.element, use.expression].join()}>
          {use.kind === 'template' ? (
            <Link to={`/thiet-ke/mau-van-ban/${use.key}`}>{t('uses.inTemplate', { title: use.title })}</Link>
          ) : (
            <>
              <Link to={`/thiet-ke/quy-trinh/${use.key}/${use.version}`}>
                {t('uses.inProcess', { code: use.key, version: use.version, title: use.title })}
              </Link>{' '}
              <code>{use.expression}</code>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
