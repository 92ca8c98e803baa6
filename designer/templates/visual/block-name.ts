/** What people call a block of a paper: a key of the words under `block` of the studio's texts. */
import type { Block } from './parse-blocks.ts';

export function blockName(source: string, { kind, name, start, openEnd }: Block): BlockName {
  if (kind === 'condition') return name === 'each' ? 'repeated' : 'condition';
  if (kind === 'shared') return SHARED[name] ?? 'shared';
  const classes = /\sclass\s*=\s*"([^"]*)"/i.exec(source.slice(start, openEnd))?.[1]?.split(/\s+/) ?? [];
  const byClass = classes.map((each) => CLASSES[each]).find(Boolean);
  return byClass ?? ELEMENTS[name] ?? 'box';
}

export type BlockName =
  | 'addressee'
  | 'box'
  | 'condition'
  | 'header'
  | 'heading'
  | 'item'
  | 'letter'
  | 'list'
  | 'note'
  | 'pair'
  | 'paragraph'
  | 'recipients'
  | 'repeated'
  | 'row'
  | 'section'
  | 'shared'
  | 'signature'
  | 'signatures'
  | 'style'
  | 'table'
  | 'title';

const SHARED: Record<string, BlockName> = {
  header: 'header',
  signature: 'signature',
  recipients: 'recipients',
};

const CLASSES: Record<string, BlockName> = {
  title: 'title',
  addressee: 'addressee',
  letter: 'letter',
  signatures: 'signatures',
  note: 'note',
  pair: 'pair',
};

const ELEMENTS: Record<string, BlockName> = {
  p: 'paragraph',
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  table: 'table',
  tr: 'row',
  ul: 'list',
  ol: 'list',
  li: 'item',
  section: 'section',
  style: 'style',
};
