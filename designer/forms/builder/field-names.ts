/** The names that data, conditions and papers call fields by. */
import { pointerTokens } from '../../../forms/pointer.ts';

/** May a field be called so? */
export const isFieldName = (name: string): boolean => /^[A-Za-z][A-Za-z0-9_]{0,59}$/.test(name);

/** `Họ và tên` -> `hoVaTen`, with a number when it is taken. */
export function freeName(title: string, taken: readonly string[]): string {
  const base = nameFrom(title);
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? base : `${base}${count}`;
    if (!taken.includes(name)) return name;
  }
}

/** Was the name made of this label? Then it may follow when the label changes. */
export const isNamedAfter = (name: string, title: string): boolean =>
  name.startsWith(nameFrom(title)) && /^\d*$/.test(name.slice(nameFrom(title).length));

/**
 * FEEL in which a field's path is said in another way; texts in quotes stay as they are.
 * @param from path of names: `loai`, `thuaDat.loai`
 */
export function renamedInFeel(feel: string, from: string, to: string): string {
  const path = pathPattern(from);
  return feel
    .split(/("(?:[^"\\]|\\.)*")/)
    .map((piece, index) => (index % 2 === 1 ? piece : piece.replaceAll(path, to)))
    .join('');
}

/** Does the expression speak of this field? */
export const isNamedIn = (feel: string, path: string): boolean =>
  pathPattern(path).test(feel.replaceAll(/"(?:[^"\\]|\\.)*"/g, '""'));

/** The dotted path that FEEL calls a field by, from the form's root. */
export const feelPath = (pointer: string): string =>
  pointerTokens(pointer)
    .filter((token) => token !== '-')
    .join('.');

function nameFrom(title: string): string {
  const words = title
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[đĐ]/g, 'd')
    .toLowerCase()
    .match(/[a-z0-9]+/g) ?? ['truong'];
  const camel = words
    .slice(0, 5)
    .map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('');
  return (/^[a-z]/.test(camel) ? camel : `f${camel}`).slice(0, 50);
}

const pathPattern = (path: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\d_.])${escaped(path)}(?![\\p{L}\\d_])`, 'gu');

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
