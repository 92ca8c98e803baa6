/** Passwords at rest: argon2id. */
import { randomBytes, randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** OWASP's minimum for argon2id (the library's default variant): 19 MiB, two passes; about 16 ms. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'), OPTIONS);

/** Takes the same time for an account that does not exist (`stored` absent), and is then false. */
export async function passwordMatches(stored: string | undefined, password: string): Promise<boolean> {
  nobodysHash ??= hashPassword(randomBytes(16).toString('hex'));
  const matches = await verify(stored ?? (await nobodysHash), password.normalize('NFC'));
  return matches && stored !== undefined;
}

let nobodysHash: Promise<string> | undefined;

/** R115: high strength. What is missing, as codes of sentences; empty when it is strong enough. */
export function passwordWeaknesses(password: string, { username }: { username: string }): string[] {
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[^\p{L}\d]/u].filter((kind) => kind.test(password)).length;
  return [
    ...(kinds < 3 ? ['password.needs-three-kinds'] : []),
    ...(password.toLowerCase().includes(username.toLowerCase()) ? ['password.contains-username'] : []),
    ...(new Set(password).size < 5 ? ['password.too-repetitive'] : []),
  ];
}

/** A first password to hand over: 12 characters that cannot be misread, with every kind in it. */
export function temporaryPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz';
  const pick = (from: string) => from[randomInt(from.length)]!;
  const part = (from: string, length: number) => Array.from({ length }, () => pick(from)).join('');
  return `${part(letters.toUpperCase(), 2)}${part(letters, 5)}-${part('23456789', 4)}`;
}
