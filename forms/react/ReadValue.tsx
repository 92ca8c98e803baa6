/** One value to read, with what stood there before when it differs. */
import type { ReactNode } from 'react';
import { canonical } from '../keywords.ts';
import type { Language } from '../types.ts';
import { lineOf, type ReadNode } from './read-node.ts';
import { sayIn } from './texts.ts';

export interface Reading {
  language: Language;
  /** is there an earlier answer to compare with? */
  isCompared: boolean;
  fileName?(id: string): string | undefined;
  fileHref?(id: string): string;
}

export interface ReadValueProps {
  reading: Reading;
  node: ReadNode;
  value: unknown;
  previous: unknown;
}

export function ReadValue({ reading, node, value, previous }: ReadValueProps) {
  const say = sayIn(reading.language);
  const shown = shownValue(node, value, reading);
  const isChanged = reading.isCompared && canonical(value ?? null) !== canonical(previous ?? null);
  if (!isChanged) return shown ?? <span className="mc-read-empty">—</span>;
  const before = lineOf(node, previous, reading.language) || say('blank');
  return (
    <mark className="mc-read-changed">
      {shown ?? '—'}
      <span className="mc-read-before">{say('changed', { before })}</span>
    </mark>
  );
}

function shownValue(node: ReadNode, value: unknown, reading: Reading): ReactNode {
  if (node.control.type !== 'files' || value === undefined || value === null) {
    return lineOf(node, value, reading.language) || undefined;
  }
  const files = [value].flat().filter((file) => typeof file === 'string');
  return files.map((file) => {
    const name = reading.fileName?.(file) ?? `${sayIn(reading.language)('file')} ${file.slice(0, 8)}`;
    return (
      <span key={file} className="mc-read-file">
        {reading.fileHref ? (
          <a href={reading.fileHref(file)} target="_blank" rel="noreferrer">
            {name}
          </a>
        ) : (
          name
        )}
      </span>
    );
  });
}
