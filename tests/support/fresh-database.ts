/** Databases of MongoDB that a test has to itself. */
import { mongo } from 'mongoose';

let made = 0;

/** The address of a database that nobody has used, on the server of `uri`. */
export function freshDatabase(uri: string): string {
  const address = new URL(uri);
  made += 1;
  address.pathname = `/motcua_test_${process.pid}_${process.hrtime.bigint().toString(36)}_${made}`;
  return address.href;
}

export async function dropDatabase(uri: string): Promise<void> {
  const client = await mongo.MongoClient.connect(uri);
  await client.db().dropDatabase();
  await client.close();
}
