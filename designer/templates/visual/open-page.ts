/** Makes a rendered page editable in place: its texts can be typed over, its fields and blocks picked. */
import { asSource, type Run, readMark } from './find-runs.ts';

/** Where the next field goes: a run, its text before and behind the caret. */
export type Caret = { start: number; end: number; before: string; behind: string };

export type Replacement = { start: number; end: number; was: string; source: string };

export type PageEdits = {
  /** a text was typed over: `was` stood between the offsets, `source` must */
  onReplace: (change: Replacement) => void;
  onPickField: (run: Run) => void;
  onCaret: (caret: Caret) => void;
  /** something was clicked or is being typed on: where it begins in the source */
  onChoose: (offset: number) => void;
  /** Alt and an arrow key: the chosen block is to change places */
  onMove: (by: -1 | 1) => void;
  /** whether somebody is typing on the page */
  onBusy: (isBusy: boolean) => void;
  /** what a screen reader says of an editable text */
  label: string;
};

/** What the screen around the page can tell it. */
export type OpenedPage = {
  /** frames the block that begins there */
  frame: (start: number | undefined) => void;
  /** puts the caret into the framed block */
  focus: () => void;
  /** its places are no longer those of the source: it waits to be rendered anew */
  retire: () => void;
};

/** Works on the page inside the preview's frame; nothing of the page itself runs. */
export function openPage(page: Document, edits: PageEdits): OpenedPage {
  const { onReplace, onPickField, onCaret, onChoose, onMove, onBusy, label } = edits;
  markBlocks(page);
  for (const { run, node } of runsOn(page)) wrap(page, run, node, label);
  page.head.append(Object.assign(page.createElement('style'), { textContent: STYLE }));

  page.addEventListener('focusin', ({ target }) => {
    onBusy(true);
    const text = placed(target);
    if (text) onChoose(placeOf(text).start);
  });
  page.addEventListener('focusout', ({ target, relatedTarget }) => {
    const text = placed(target);
    if (text?.dataset['kind'] !== 'text') return;
    const { start, end } = placeOf(text);
    const was = text.dataset['was'] ?? '';
    const typed = (text.textContent ?? '').trim();
    onCaret({ start, end, ...aroundCaret(page, text) });
    if (typed !== was) {
      const source = asSource(typed);
      onReplace({ start, end, was, source });
      movePlaces(page, { start, end, by: source.length - (end - start), text: typed });
    }
    if (placed(relatedTarget)?.dataset['kind'] !== 'text') onBusy(false);
  });
  page.addEventListener('keydown', (event) => {
    const text = placed(event.target);
    if (text?.dataset['kind'] !== 'text') return;
    const by = event.altKey ? ARROWS[event.key] : undefined;
    if (event.key !== 'Enter' && event.key !== 'Escape' && !by) return;
    event.preventDefault();
    if (event.key === 'Escape') text.textContent = text.dataset['was'] ?? '';
    text.blur();
    if (by) onMove(by);
  });
  page.addEventListener('click', ({ target }) => {
    const found = placed(target);
    if (!found || found.dataset['kind'] === 'text') return;
    onChoose(placeOf(found).start);
    if (found.dataset['kind'] === 'field') onPickField({ kind: 'field', ...placeOf(found) });
  });

  return {
    frame: (start) => {
      for (const block of page.querySelectorAll<HTMLElement>('[data-kind=block]')) {
        block.toggleAttribute('data-framed', placeOf(block).start === start);
      }
    },
    focus: () => page.querySelector<HTMLElement>('[data-framed] [data-kind=text]')?.focus(),
    retire: () => {
      page.body.inert = true;
    },
  };
}

const ARROWS: Record<string, -1 | 1> = { ArrowUp: -1, ArrowDown: 1 };

const STYLE = `
[data-kind=text]:hover { background: #eaf2fa; }
[data-kind=text]:focus { outline: 2px solid #0b5394; background: #fff; }
[data-kind=field] { background: #fff4de; cursor: pointer; }
[data-kind=block] { cursor: default; }
[data-framed] { outline: 1.5px dashed #0b5394; outline-offset: 3px; }
body[inert] { opacity: 0.55; }`;

/** Each block's mark is taken over by the element behind it; of several the innermost counts. */
function markBlocks(page: Document): void {
  for (const { run, comment } of marksOn(page)) {
    const element = run.kind === 'block' ? elementBehind(comment) : undefined;
    if (element instanceof (page.defaultView ?? window).HTMLElement) {
      Object.assign(element.dataset, { kind: run.kind, start: String(run.start), end: String(run.end) });
    }
  }
}

function elementBehind(comment: Node): Node | undefined {
  let node = comment.nextSibling;
  while (node && (node.nodeType === Node.COMMENT_NODE || isBlankNode(node))) node = node.nextSibling;
  return node ?? undefined;
}

const isBlankNode = (node: Node): boolean => node.nodeType === Node.TEXT_NODE && !node.nodeValue?.trim();

/** Each mark's run with the text that follows it; a field that printed nothing has none. */
function runsOn(page: Document): { run: Run; node: Text }[] {
  return marksOn(page).flatMap(({ run, comment }) => {
    const node = comment.nextSibling;
    const isText = run.kind !== 'block' && node?.nodeType === Node.TEXT_NODE && node.nodeValue?.trim();
    return isText ? [{ run, node: node as Text }] : [];
  });
}

function marksOn(page: Document): { run: Run; comment: Node }[] {
  const found: { run: Run; comment: Node }[] = [];
  const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_COMMENT);
  for (let comment = walker.nextNode(); comment; comment = walker.nextNode()) {
    const run = readMark(comment.nodeValue ?? '');
    if (run) found.push({ run, comment });
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

/** Until the page is rendered anew, its places keep step with the source that was changed under them. */
function movePlaces(page: Document, change: { start: number; end: number; by: number; text: string }): void {
  for (const element of page.querySelectorAll<HTMLElement>('[data-kind]')) {
    const { start, end } = placeOf(element);
    if (start === change.start) element.dataset['was'] = change.text;
    if (start >= change.end) element.dataset['start'] = String(start + change.by);
    if (end >= change.end) element.dataset['end'] = String(end + change.by);
  }
}

/** The text, field or block that something stands in. */
function placed(target: EventTarget | null): HTMLElement | null {
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
  // A blank at the end of what is typed is made a hard one by the browser.
  return {
    before: content.slice(0, offset).replace(/\u00a0$/, ' '),
    behind: content.slice(offset).replace(/^\u00a0/, ' '),
  };
}
