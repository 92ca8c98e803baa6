/** The process that looks a large database through while it is being served: a path in, what it found out. */
import { requestsFirst } from '../../requests-first.ts';
import { connect } from './connection.ts';
import { damageIn } from './integrity.ts';

requestsFirst();
const connection = connect(process.argv[2]!);
const damage = damageIn(connection);
connection.close();
process.send?.({ damage }, () => process.exit(0));
