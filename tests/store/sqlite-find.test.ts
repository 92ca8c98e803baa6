import { openSqliteStore } from '../../server/store/sqlite/open-sqlite-store.ts';
import { findContract } from './find-contract.ts';

findContract('the embedded store', { open: async () => openSqliteStore({ folder: ':memory:' }), runs: 100 });
