/** What an empty store starts with. */

import type { Access } from '../access/open-access.ts';
import { temporaryPassword } from '../access/password.ts';
import { seedUser } from '../access/seed-access.ts';
import type { Environment } from '../environment.ts';
import { createSeeder, type SeederParts } from './create-seeder.ts';
import { publishOfficialTemplates } from './publish-official-templates.ts';

export type Seeder = ReturnType<typeof createSeeder>;

export interface Seeded {
  usernames: string[];
  password: string;
  isTemporary: boolean;
}

/** The password of demonstrations, which api.md names. */
const DEMONSTRATION_PASSWORD = 'Motcua@2026';
const FIRST_ADMINISTRATOR = 'quantri';

/**
 * Fills a store that holds no account: with the sample province, or, when none is wanted, with one
 * administrator. Nothing happens to a store in use.
 * @param options.plant writes the province through the seeder and names its accounts
 */
export async function fillEmptyStore(
  parts: Omit<SeederParts, 'password' | 'isTemporary'>,
  {
    environment,
    plant,
  }: {
    environment: Pick<Environment, 'clock' | 'seed' | 'seedPassword'>;
    plant: (seeder: Seeder) => Promise<string[]>;
  },
): Promise<Seeded | undefined> {
  await publishOfficialTemplates(parts.catalogue);
  if ((await parts.access.users.count({}, { atMost: 1 })) > 0) return undefined;
  const { clock, seed, seedPassword } = environment;
  const known = seedPassword ?? (clock === 'manual' ? DEMONSTRATION_PASSWORD : undefined);
  const given = { password: known ?? temporaryPassword(), isTemporary: known === undefined };
  if (seed === 'auto') return { usernames: await plant(createSeeder({ ...parts, ...given })), ...given };
  await seedFirstAdministrator(parts.access, given);
  return { usernames: [FIRST_ADMINISTRATOR], ...given };
}

const seedFirstAdministrator = (access: Access, given: { password: string; isTemporary: boolean }) =>
  seedUser(
    access,
    { username: FIRST_ADMINISTRATOR, fullName: 'Quản trị hệ thống', roles: ['admin'], positions: [] },
    given,
  );
