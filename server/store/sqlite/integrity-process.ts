/** The process that looks a large database through while it is being served: a path in, what it found out. */
import { getPriority, setPriority } from 'node:os';
import { connect } from './connection.ts';
import { damageIn } from './integrity.ts';

/** Requests go first. */
const NICE = 10;

if (getPriority() < NICE) setPriority(NICE);
const connection = connect(process.argv[2]!);
const damage = damageIn(connection);
connection.close();
process.send?.({ damage }, () => process.exit(0));
