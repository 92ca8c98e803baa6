/** Makes a rendered page editable in place: its texts can be typed over, its fields picked. */
import { asSource, type Run, readMark } from './find-runs.ts';

/** Where the next field goes: a run, its text before and behind the caret. */
export type Caret = { start: number; end: number; before: string; behind: string };

export type Replacement = { start: number; end: number; was: string; source: string };

export type PageEdits = {
  /** a text was typed over: `was` stood between the offsets, `source` must */
  onReplace: (change: Replacement) => void;
  onPickField: (run: Run) => void;
  onCaret: (caret: Caret) => void;
  /** whether somebody is typing on the page */
  onBusy: (isBusy: boolean) => void;
  /** what a screen reader says of an editable text */
  label: string;
};

/** Works on the page inside the preview's frame; nothing of the page itself runs. */
export function openPage(
  page: Document,
  { onReplace, onPickField, onCaret, onBusy, label }: PageEdits,
): void {
  for (const { run, node } of runsOn(page)) wrap(page, run, node, label);
  page.head.append(Object.assign(page.createElement('style'), { textContent: STYLE }));

  page.addEventListener('focusin', () => onBusy(true));
  page.addEventListener('focusout', ({ target, relatedTarget }) => {
    const text = runElement(target);
    if (text?.dataset['kind'] !== 'text') return;
    const { start, end } = placeOf(text);
    const was = text.dataset['was'] ?? '';
    const typed = (text.textContent ?? '').trim();
    onCaret({ start, end, ...aroundCaret(page, text) });
    if (typed !== was) {
      const source = asSource(typed);
      onReplace({ start, end, was, source });
      moveRuns(page, { start, end, by: source.length - (end - start), text: typed });
    }
    if (!runElement(relatedTarget)) onBusy(false);
  });
  page.addEventListener('keydown', (event) => {
    const text = runElement(event.target);
    if (!text || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.preventDefault();
    if (event.key === 'Escape') text.textContent = text.dataset['was'] ?? '';
    text.blur();
  });
  page.addEventListener('click', ({ target }) => {
    const field = runElement(target);
    if (field?.dataset['kind'] === 'field') onPickField({ kind: 'field', ...placeOf(field) });
  });
}

const STYLE = `
[data-kind=text]:hover { background: #eaf2fa; }
[data-kind=text]:focus { outline: 2px solid #0b5394; background: #fff; }
[data-kind=field] { background: #fff4de; cursor: pointer; }`;

/** Each mark's run with the text that follows it; a field that printed nothing has none. */
function runsOn(page: Document): { run: Run; node: Text }[] {
  const found: { run: Run; node: Text }[] = [];
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_COMMENT);
  for (let comment = walker.nextNode(); comment; comment = walker.nextNode()) {
    const run = readMark(comment.nodeValue ?? '');
    const node = comment.nextSibling;
    if (run && node?.nodeType === Node.TEXT_NODE && node.nodeValue?.trim())
      found.push({ run, node: node as Text });
  }
  return found;
}

/** Blanks behind the text stay outside, where the source has them. */
function wrap(page: Document, run: Run, node: Text, label: string): void {
  const text = (node.nodeValue ?? '').trimEnd();
  if (text.length < node.length) node.splitText(text.length);
  const element = page.createElement('span');
  Object.assign(element.dataset, {
    kind: run.kind,
    start: String(run.start),
    end: String(run.end),
    was: text,
  });
  if (run.kind === 'text') {
    element.contentEditable = 'plaintext-only';
    element.setAttribute('role', 'textbox');
    element.setAttribute('aria-label', label);
    element.spellcheck = false;
  }
  node.replaceWith(element);
  element.append(node);
}

/** Until the page is rendered anew, its runs keep step with the source that was changed under them. */
function moveRuns(page: Document, change: { start: number; end: number; by: number; text: string }): void {
  for (const element of page.querySelectorAll<HTMLElement>('[data-kind]')) {
    const { start, end } = placeOf(element);
    if (start === change.start) element.dataset['was'] = change.text;
    if (start >= change.end) element.dataset['start'] = String(start + change.by);
    if (end >= change.end) element.dataset['end'] = String(end + change.by);
  }
}

function runElement(target: EventTarget | null): HTMLElement | null {
  return (target as Element | null)?.closest?.<HTMLElement>('[data-kind]') ?? null;
}

function placeOf({ dataset }: HTMLElement): { start: number; end: number } {
  return { start: Number(dataset['start']), end: Number(dataset['end']) };
}

function aroundCaret(page: Document, text: HTMLElement): { before: string; behind: string } {
  const content = text.textContent ?? '';
  const selection = page.getSelection();
  const isInside = selection?.anchorNode && text.contains(selection.anchorNode);
  const offset = isInside ? selection.anchorOffset : content.length;
  return { before: content.slice(0, offset), behind: content.slice(offset) };
}
