/** A text that a pattern accepts: the shortest way through it, with plain letters and digits. */
import { type PatternNode, PatternNotSupported, parsePattern } from './pattern-parser.ts';

/** @returns `undefined` when the shortest way through is not accepted after all (a `\b`, an inner `$`) */
export function sampleOfPattern(pattern: string): string | undefined {
  try {
    const text = write(parsePattern(pattern));
    return new RegExp(pattern, 'u').test(text) ? text : undefined;
  } catch (error) {
    if (error instanceof PatternNotSupported) return undefined;
    throw error;
  }
}

function write(node: PatternNode): string {
  switch (node.kind) {
    case 'empty':
      return '';
    case 'set':
      return letterOf(node.source);
    case 'sequence':
      return node.parts.map(write).join('');
    case 'choice':
      return write(node.parts[0] as PatternNode);
    case 'repeat':
      return write(node.part).repeat(node.min);
  }
}

const LETTERS = [...'1aAđ -/.,_', ...Array.from({ length: 95 }, (_, code) => String.fromCharCode(32 + code))];

function letterOf(source: string): string {
  const set = new RegExp(`^(?:${source})$`, 'u');
  return LETTERS.find((letter) => set.test(letter)) ?? source;
}
