/** What an empty store starts with. */

import type { Access } from '../access/open-access.ts';
import { hashPassword, temporaryPassword } from '../access/password.ts';
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
  parts: Omit<SeederParts, 'passwordHash' | 'isTemporary'>,
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
  const password = known ?? temporaryPassword();
  const isTemporary = known === undefined;
  const given = { passwordHash: await hashPassword(password), isTemporary };
  const usernames =
    seed === 'auto'
      ? await plant(createSeeder({ ...parts, ...given }))
      : await seedFirstAdministrator(parts.access, given);
  return { usernames, password, isTemporary };
}

async function seedFirstAdministrator(
  access: Access,
  given: Pick<SeederParts, 'passwordHash' | 'isTemporary'>,
): Promise<string[]> {
  await seedUser(
    access,
    { username: FIRST_ADMINISTRATOR, fullName: 'Quản trị hệ thống', roles: ['admin'], positions: [] },
    given,
  );
  return [FIRST_ADMINISTRATOR];
}
