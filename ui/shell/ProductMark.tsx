import { useTranslation } from 'react-i18next';

/** The product's sign and name, and the unit one works for. */
export function ProductMark({ unit }: { unit?: string }) {
  const { t } = useTranslation('ui');
  return (
    <a className="motcua-mark" href="/">
      <svg width="34" height="34" viewBox="0 0 34 34" aria-hidden="true">
        <title>{t('product')}</title>
        <rect width="34" height="34" rx="7" fill="#0b5394" />
        <path
          d="M8 27V14.5a9 9 0 0 1 18 0V27"
          fill="none"
          stroke="#fff"
          strokeWidth="2.6"
          strokeLinecap="round"
        />
        <path d="M13 27V15a4 4 0 0 1 8 0v12" fill="#ffd24d" />
        <path d="M6.5 27h21" stroke="#fff" strokeWidth="2.6" strokeLinecap="round" />
      </svg>
      <span style={{ minWidth: 0 }}>
        <span className="motcua-mark-name">
          {t('product')}
          <span className="motcua-hide-on-phone"> · {t('productLine')}</span>
        </span>
        {unit && <div className="motcua-mark-unit">{unit}</div>}
      </span>
    </a>
  );
}
