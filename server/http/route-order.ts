import type { Endpoint } from './endpoint.ts';

/**
 * Sorts the more specific path first, so that `/dossiers/events` is not taken for a dossier's code
 * and `/documents/:id.pdf` goes before `/documents/:id`, whatever the order of the list.
 */
export function bySpecificity(left: Pick<Endpoint, 'path'>, right: Pick<Endpoint, 'path'>): number {
  const leftParts = left.path.split('/');
  const rightParts = right.path.split('/');
  for (let index = 0; index < Math.min(leftParts.length, rightParts.length); index += 1) {
    const difference = vagueness(leftParts[index]!) - vagueness(rightParts[index]!);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** a literal, a parameter with something literal beside it, a bare parameter */
const vagueness = (part: string): number => (!part.includes(':') ? 0 : /^:\w+$/.test(part) ? 2 : 1);
