/** Databases of MongoDB that a test has to itself. */
import { mongo } from 'mongoose';

let made = 0;

/** The address of a database that nobody has used, on the server or replica set of `uri`. */
export function freshDatabase(uri: string): string {
  made += 1;
  const name = `motcua_test_${process.pid}_${process.hrtime.bigint().toString(36)}_${made}`;
  return uri.replace(/^(mongodb(?:\+srv)?:\/\/[^/?]+)\/?[^?]*/, `$1/${name}`);
}

export async function dropDatabase(uri: string): Promise<void> {
  const client = await mongo.MongoClient.connect(uri);
  await client.db().dropDatabase();
  await client.close();
}
