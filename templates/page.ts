/** The sheet a paper is printed on: size, orientation, margins; and the house's typography for it. */

export type PageSetup = {
  size: 'A4' | 'A5';
  orientation: 'portrait' | 'landscape';
  /** CSS lengths: top right bottom left */
  margin: string;
};

/** Decree 30/2020: A4, 20 mm above and below, 30 mm left, 15 mm right are its middle values; slips are tighter. */
export const DEFAULT_PAGE: PageSetup = { size: 'A4', orientation: 'portrait', margin: '15mm 15mm 15mm 20mm' };

const SHORT_AND_LONG_SIDE = { A4: [210, 297], A5: [148, 210] } as const;

/** Decree 30/2020 sets 13-14 pt on A4; an A5 slip (TT 01/2018 Art. 9) is set three points smaller. */
const FONT_POINTS = { A4: 13, A5: 10 } as const;

/** Width and height in millimetres. */
export function pageDimensions({ size, orientation }: PageSetup): { width: number; height: number } {
  const [short, long] = SHORT_AND_LONG_SIDE[size];
  return orientation === 'portrait' ? { width: short, height: long } : { width: long, height: short };
}

/** Only lengths can get into the style sheet, whatever was typed into the margin field. */
export function isMargin(value: string): boolean {
  return /^(\d+(\.\d+)?(mm|cm|pt|in)?)( \d+(\.\d+)?(mm|cm|pt|in)?){0,3}$/.test(value.trim());
}

/** The style sheet of a paper for that sheet; the same on screen, with the sheet's edge drawn. */
export function pageCss(page: PageSetup): string {
  const { width, height } = pageDimensions(page);
  const margin = isMargin(page.margin) ? page.margin : DEFAULT_PAGE.margin;
  return `
@page { size: ${width}mm ${height}mm; margin: ${margin}; }
:root { --base: ${FONT_POINTS[page.size]}pt; --state: ${page.orientation === 'landscape' ? '1fr' : 'max-content'}; }
${PAPER_CSS}
@media screen {
  html { background: #e9ebee; }
  body { padding: 6mm; }
  .copy { box-sizing: border-box; width: ${width}mm; min-height: ${height}mm; padding: ${margin};
    margin: 0 auto 6mm; background: #fff; box-shadow: 0 1px 6px rgb(0 0 0 / 25%); }
}`;
}

/** Nothing that carries text is positioned: Chromium writes what is to the end of the page, out of reading order. */
const PAPER_CSS = `
:root, .copy { --gap: 0.32em; line-height: 1.3; }
.dense { --gap: 0.16em; line-height: 1.18; }
html { font-family: Tinos, 'Times New Roman', serif; font-size: var(--base); color: #000;
  -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { margin: 0; }
p { margin: 0 0 var(--gap); overflow-wrap: anywhere; }
.justify p, p.justify { text-align: justify; }
h1 { margin: 0; font-size: 1.12em; font-weight: 700; text-align: center; text-wrap-style: balance; }
.copy + .copy { break-before: page; }
.head { display: grid; grid-template-columns: minmax(0, 1fr) minmax(max-content, var(--state)); column-gap: 4mm; align-items: start;
  margin-bottom: calc(3.4 * var(--gap)); font-size: 0.9em; text-align: center; }
.head:has(> .check) { grid-template-columns: max-content minmax(0, 1fr) max-content; }
.head:has(.check) { grid-template-columns: max-content minmax(0, 1fr) minmax(max-content, var(--state)); column-gap: 3mm; }
.head p { text-align: center; margin: 0; text-wrap-style: balance; }
.head .parent, .head .office, .head .state { text-transform: uppercase; }
.head .office, .head .state, .head .motto { font-weight: 700; }
.head .state { font-size: 0.94em; white-space: nowrap; }
.head .motto > span, .head .office > span { display: inline-block; margin-bottom: 0.22em; }
.head .motto > span { padding-bottom: 0.16em; border-bottom: 0.6pt solid #000; }
.head .office > span::after { content: ''; display: block; width: 40%; margin: 0.16em auto 0;
  border-bottom: 0.6pt solid #000; }
.head .dated { font-style: italic; }
.head .contact { font-size: 0.88em; font-style: italic; }
.head .subject { font-size: 0.92em; }
.title { margin: 0 0 calc(3 * var(--gap)); text-align: center; }
.title p, .addressee p { text-align: center; margin: 0; text-wrap-style: balance; }
.title.with-code { display: grid; grid-template-columns: max-content minmax(0, 1fr); column-gap: 4mm; align-items: center; }
.title.with-codes { display: grid; grid-template-columns: max-content minmax(0, 1fr) max-content; column-gap: 4mm; align-items: center; }
.title .caption { font-size: 0.72em; }
.title .under { font-style: italic; }
.addressee { margin: 0 0 calc(3 * var(--gap)); }
.pair { display: flex; flex-wrap: wrap; column-gap: 2em; margin: 0 0 var(--gap); }
.pair > p { margin: 0; }
.items { margin: 0 0 var(--gap); padding: 0; list-style: none; }
.items > li { margin: 0 0 var(--gap); overflow-wrap: anywhere; }
.letter p { text-align: justify; text-indent: 2em; margin-bottom: calc(1.6 * var(--gap)); }
.indent { text-indent: 2em; }
.plain { font-weight: 400; }
table.grid { width: 100%; border-collapse: collapse; margin: 0.3em 0 0.5em; }
table.grid th, table.grid td { border: 0.6pt solid #000; padding: 0.18em 0.4em; vertical-align: top; overflow-wrap: break-word; }
table.grid th { text-align: center; vertical-align: middle; font-weight: 700;
  overflow-wrap: normal; text-wrap-style: balance; }
table.grid thead { display: table-header-group; }
table.grid tr, table.grid tbody.keep { break-inside: avoid; }
table.grid .middle { text-align: center; text-wrap-style: balance; }
table.grid .right { text-align: right; }
table.grid.even { table-layout: fixed; }
.signatures { display: grid; grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); column-gap: 6mm;
  margin-top: calc(0.5em + 2 * var(--gap)); text-align: center; break-inside: avoid; }
.signatures > div { display: flex; flex-direction: column; align-items: center; }
.signatures p { text-align: center; margin: 0; }
.signatures .role { font-weight: 700; text-transform: uppercase; text-wrap-style: balance; }
.signatures .hint { font-style: italic; font-size: 0.9em; text-wrap-style: balance; }
.signatures .signed { flex: 1; min-height: calc(2.4em + 7 * var(--gap)); display: grid; align-items: center; }
.signatures .digital { font-size: 0.8em; border: 0.6pt solid #000; padding: 0.3em; display: inline-block; }
.signatures .name { font-weight: 700; }
.recipients { text-align: left; font-size: 0.86em; }
.signatures > .recipients { align-items: stretch; }
.signatures .recipients p, .recipients p { text-align: left; margin: 0; }
.recipients .label { font-weight: 700; font-style: italic; }
.note { margin-top: calc(2.5 * var(--gap)); font-size: 0.8em; break-inside: avoid; }
.note p { margin: 0 0 0.15em; text-align: justify; }
.note .label { font-weight: 700; font-style: italic; }
.code { display: inline-block; line-height: 0; }
.code svg { display: block; }
.box { display: inline-block; width: 0.78em; height: 0.78em; border: 0.6pt solid #000; vertical-align: -0.06em; position: relative; }
.box.ticked::after { content: ''; position: absolute; left: 0.24em; top: 0.02em; width: 0.2em; height: 0.45em;
  border: solid #000; border-width: 0 0.11em 0.11em 0; transform: rotate(40deg); }
.keep { break-inside: avoid; }
.centre { text-align: center; }
.right { text-align: right; }
.bold { font-weight: 700; }
.italic { font-style: italic; }
.upper { text-transform: uppercase; }
.small, table.small { font-size: 0.86em; }
.smaller, table.smaller { font-size: 0.7em; }
.nowrap { white-space: nowrap; }
`;
