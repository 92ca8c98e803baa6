/** The look of forms; antd's tokens colour it, so both pages' themes apply. */
export const FORM_STYLES = `
.mc-form { container-type: inline-size; max-width: 1080px; }
.mc-grid { display: grid; gap: 6px 20px; grid-template-columns: minmax(0, 1fr); align-items: start; }
.mc-field { min-width: 0; }
.mc-full { grid-column: 1 / -1; }
.mc-label { display: block; margin-bottom: 4px; font-weight: 500; line-height: 1.4; overflow-wrap: anywhere; }
.mc-required::after { content: '*' / ''; color: var(--ant-color-error, #a8201a); margin-inline-start: 4px; font-weight: 400; }
.mc-help { color: var(--ant-color-text-secondary, #51606f); font-size: 13px; margin-top: 3px; line-height: 1.45; }
.mc-origin::before { content: '↳ ' / ''; }
.mc-error { color: var(--ant-color-error, #a8201a); font-size: 13.5px; min-height: 20px; line-height: 20px; }
.mc-error:not(:empty) { margin-bottom: 6px; }
.mc-field.mc-cell .mc-error { min-height: 0; }
.mc-form .mc-number, .mc-form .mc-select { width: 100%; }
.mc-section { border: 0; margin: 0 0 8px; padding: 0; min-width: 0; }
.mc-section-title { font-size: 16px; font-weight: 600; color: var(--ant-color-primary, #0b5394); width: 100%;
  padding: 0 0 6px; margin: 12px 0 12px; border-bottom: 1px solid var(--ant-color-border-secondary, #d5dce5); }
.mc-section-title.mc-minor { font-size: 15px; color: inherit; }
.mc-section-note { margin: -4px 0 12px; color: var(--ant-color-text-secondary, #51606f); }
.mc-note { margin: 0 0 12px; padding: 10px 14px; background: var(--ant-color-primary-bg, #eaf2fa);
  border-inline-start: 3px solid var(--ant-color-primary, #0b5394); border-radius: 4px; white-space: pre-line; }
.mc-signature { height: 84px; border: 1px dashed var(--ant-color-border, #8593a3); border-radius: 6px; display: grid;
  place-items: center; color: var(--ant-color-text-secondary, #51606f); }
.mc-choices { display: flex; flex-wrap: wrap; gap: 6px 20px; padding: 6px 0; }
.mc-table-wrap { overflow-x: auto; }
.mc-table { width: 100%; border-collapse: collapse; }
.mc-table th { text-align: start; font-weight: 500; font-size: 14px; padding: 7px 8px; vertical-align: bottom;
  background: var(--ant-color-fill-quaternary, #eef2f7); border-bottom: 1px solid var(--ant-color-border-secondary, #d5dce5); }
.mc-table td { padding: 6px 4px; vertical-align: top; min-width: 110px; border-bottom: 1px solid var(--ant-color-border-secondary, #d5dce5); }
.mc-table tfoot td { font-weight: 600; padding: 8px; }
.mc-table .mc-tools-column { width: 1%; min-width: 0; white-space: nowrap; }
.mc-no-rows { padding: 12px; color: var(--ant-color-text-secondary, #51606f); border: 1px dashed var(--ant-color-border-secondary, #d5dce5); border-radius: 6px; }
.mc-form .mc-add { margin-top: 8px; }
.mc-form .mc-pages { margin-top: 8px; }
.mc-card { border: 1px solid var(--ant-color-border-secondary, #d5dce5); border-radius: 8px; padding: 10px 14px 2px; margin-bottom: 10px; }
.mc-card-head { display: flex; justify-content: space-between; align-items: center; margin-bottom: 6px; }
.mc-card .mc-section-title { display: none; }
.mc-list-row { display: flex; gap: 8px; align-items: flex-start; }
.mc-list-row > .mc-field { flex: 1; }
.mc-row-tools { display: inline-flex; }
.mc-files { list-style: none; margin: 0 0 6px; padding: 0; }
.mc-file-input { position: absolute; width: 1px; height: 1px; opacity: 0; pointer-events: none; }
.mc-unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.mc-form .mc-date-button { margin: -2px -6px -2px 0; height: 22px; }
.mc-calendar { width: 300px; }
.mc-form .mc-summary { margin-bottom: 18px; }
.mc-summary ul { margin: 4px 0 0; padding-inline-start: 18px; }
.mc-form-actions { display: flex; flex-wrap: wrap; gap: 10px; margin-top: 12px; align-items: center; }
.mc-steps { margin-bottom: 16px; }
.mc-step-title { font-size: 19px; margin: 18px 0 4px; }
.mc-step-phone { display: none; margin: 0; }
@container (min-width: 520px) {
  .mc-columns-2 { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .mc-columns-3 { grid-template-columns: repeat(3, minmax(0, 1fr)); }
}
@container (max-width: 519px) {
  .mc-steps .ant-steps, .mc-step-title { display: none; }
  .mc-step-phone { display: block; }
  .mc-table thead { display: none; }
  .mc-table, .mc-table tbody, .mc-table tr, .mc-table td, .mc-table tfoot { display: block; width: 100%; }
  .mc-table tr { border: 1px solid var(--ant-color-border-secondary, #d5dce5); border-radius: 8px; padding: 8px; margin-bottom: 10px; }
  .mc-table td { border: 0; padding: 3px 4px; }
  .mc-table td[data-label]::before { content: attr(data-label); display: block; font-weight: 500; margin-bottom: 3px; }
  .mc-table td:empty { display: none; }
  .mc-form-actions > .ant-btn-primary { flex: 1; min-height: 44px; }
}
`;
