/** A replica set on this machine, to be tested against and killed. */
import { mongo } from 'mongoose';
import { REPLICA_SET, startMember } from './start-member.js';

/**
 * @typedef {{
 *   uri: string,
 *   members: import('./start-member.js').MongoMember[],
 *   stop: () => Promise<void>,
 * }} ReplicaSet `uri` names the database `test`
 */

/**
 * Resolves when it has a primary.
 * @param {import('./find-program.js').MongoProgram} program
 * @param {{ size?: 1 | 3 }} [options] three members need a mongod
 * @returns {Promise<ReplicaSet>}
 */
export async function startReplicaSet(program, { size = 1 } = {}) {
  const members = await Promise.all(Array.from({ length: size }, () => startMember(program)));
  const name = REPLICA_SET[program.kind];
  const hosts = members.map(({ port }) => `127.0.0.1:${port}`);
  const uri = `mongodb://${hosts.join()}/test?replicaSet=${name}`;
  if (program.kind === 'mongod') await initiate(name, hosts);
  const client = await mongo.MongoClient.connect(uri);
  await client.db('admin').command({ ping: 1 });
  await client.close();
  return {
    uri,
    members,
    stop: async () => {
      await Promise.all(members.map((member) => member.stop()));
    },
  };
}

/** @param {string} name @param {string[]} hosts */
async function initiate(name, hosts) {
  const client = await mongo.MongoClient.connect(`mongodb://${hosts[0]}/?directConnection=true`);
  const members = hosts.map((host, index) => ({ _id: index, host }));
  await client.db('admin').command({ replSetInitiate: { _id: name, members } });
  await client.close();
}
