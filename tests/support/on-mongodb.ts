/** Suites that need a database, which `npm run test:mongo` finds or starts; without one they are skipped by name. */
import { describe, it } from '@jest/globals';
import type { MongoProgram } from '../../scripts/mongo/find-program.js';

const { env } = process;

/** On a replica set that other suites use too: take a database of your own (`freshDatabase`). */
export const onMongodb = (title: string, suite: (uri: string) => void): void =>
  onWhatIsGiven(title, env['MOTCUA_TEST_MONGODB_URI'], suite);

/** On a server that takes no transactions. */
export const onStandaloneMongodb = (title: string, suite: (uri: string) => void): void =>
  onWhatIsGiven(title, env['MOTCUA_TEST_STANDALONE_URI'], suite);

/** On a replica set of three members, which only a mongod makes. */
export const onThreeMembers = (title: string, suite: (uri: string) => void): void =>
  onWhatIsGiven(`${title}, three members of a mongod`, env['MOTCUA_TEST_THREE_MEMBERS_URI'], suite);

const program = env['MOTCUA_TEST_MONGO_PROGRAM'];

/** With a program to start servers from, which the suite may kill. */
export const withMongoProgram = (title: string, suite: (program: MongoProgram) => void): void =>
  onWhatIsGiven(title, program, (given) => suite(JSON.parse(given)));

export const withMongod = (title: string, suite: (program: MongoProgram) => void): void => {
  const isMongod = program && (JSON.parse(program) as MongoProgram).kind === 'mongod';
  onWhatIsGiven(`${title}, members of a mongod`, isMongod ? program : undefined, (given) =>
    suite(JSON.parse(given)),
  );
};

function onWhatIsGiven(title: string, given: string | undefined, suite: (given: string) => void): void {
  if (given) describe(title, () => suite(given));
  else
    describe.skip(`${title} (npm run test:mongo)`, () => {
      it('is tried on a database', () => {});
    });
}
