/**
 * A person's name for those who hold nothing but a code (R130, R134): the family name in full, of every further
 * word its first letter. What stands in brackets is no part of the name.
 * @example maskName('Nguyễn Văn An') // 'Nguyễn V** A**'
 */
export function maskName(fullName: string): string {
  const [family = '', ...given] = fullName
    .replace(/\([^)]*\)/g, '')
    .trim()
    .split(/\s+/);
  if (given.length === 0) return `${[...family][0] ?? ''}**`;
  return [family, ...given.map((word) => `${[...word][0]}**`)].join(' ');
}
