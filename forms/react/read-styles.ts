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
.mc-read-wrap .mc-read-number { text-align: end; font-variant-numeric: tabular-nums; }
.mc-read-wrap .mc-read-place { width: 1%; white-space: nowrap; color: var(--ant-color-text-secondary, #51606f); }
.mc-read-row-added { background: #e8f5ec; }
.mc-read-row-removed { background: #fbeceb; }
.mc-read-row-removed del { text-decoration-color: #a8201a; }
.mc-read-tag { display: inline-block; margin-inline-start: 6px; font-size: 12.5px; font-weight: 500; }
.mc-read-card { border: 1px solid var(--ant-color-border-secondary, #d5dce5); border-radius: 6px; padding: 6px 10px; margin-bottom: 8px; }
.mc-read-file + .mc-read-file { margin-inline-start: 10px; }
.mc-read .ant-descriptions-item-container { flex-wrap: wrap; column-gap: 8px; }
.mc-read .ant-descriptions-item-container > .ant-descriptions-item-label::after { display: none; }
.mc-read .ant-descriptions-item-container > .ant-descriptions-item-content { flex: 1 1 9em; }
.mc-read .ant-descriptions-item-content { white-space: pre-line; overflow-wrap: anywhere; }
`;
