/** The look of the read view: dense, for a hundred dossiers a day. */
export const READ_STYLES = `
.mc-read h4 { margin: 10px 0 6px; font-size: 14.5px; color: var(--ant-color-primary, #0b5394); }
.mc-read-section:first-child > h4:first-child { margin-top: 0; }
.mc-read-empty { color: var(--ant-color-text-secondary, #51606f); }
.mc-read-wrap { overflow-x: auto; }
.mc-read table { border-collapse: collapse; width: 100%; font-size: 14px; }
.mc-read-wrap th, .mc-read-wrap td { text-align: start; padding: 4px 8px; border: 1px solid var(--ant-color-border-secondary, #d5dce5); }
.mc-read-wrap th { background: var(--ant-color-fill-quaternary, #eef2f7); font-weight: 500; }
.mc-read-wrap tfoot td { font-weight: 600; }
.mc-read-changed { background: #fff4de; color: inherit; padding: 0 4px; border-radius: 3px; }
.mc-read-before { display: block; font-size: 12.5px; color: var(--ant-color-text-secondary, #51606f); }
.mc-read-file + .mc-read-file { margin-inline-start: 10px; }
.mc-read .ant-descriptions-item-container { flex-wrap: wrap; column-gap: 8px; }
.mc-read .ant-descriptions-item-container > .ant-descriptions-item-label::after { display: none; }
.mc-read .ant-descriptions-item-container > .ant-descriptions-item-content { flex: 1 1 9em; }
.mc-read .ant-descriptions-item-content { white-space: pre-line; overflow-wrap: anywhere; }
`;
