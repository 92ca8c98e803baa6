/** The queries that a busy server asks all day, as SQLite plans them: along an index that holds only what waits. */
import { expect, it } from '@jest/globals';
import { dossierSpec } from '../../server/dossiers/records.ts';
import { jobSpec } from '../../server/jobs/records.ts';
import { connect } from '../../server/store/sqlite/connection.ts';
import { keptApart } from '../../server/store/sqlite/kept-apart.ts';
import { readCollection } from '../../server/store/sqlite/read.ts';
import { prepareTable } from '../../server/store/sqlite/table.ts';
import type { CollectionSpec, Query } from '../../server/store/store.ts';
import { taskSpec } from '../../server/tasks/records.ts';

const by = (...fields: string[]) => fields.map((field) => ({ field, direction: 'asc' as const }));

it.each<[string, CollectionSpec<object>, Query, string]>([
  [
    'a person’s tasks by due date',
    taskSpec,
    { where: { holder: 'user:a', order: { gt: '2026' } }, sort: by('holder', 'order') },
    'holder',
  ],
  [
    'a person’s tasks of one procedure',
    taskSpec,
    { where: { holder: 'user:a', procedure: '1' }, sort: by('holder', 'procedure', 'order') },
    'holder-procedure',
  ],
  ['a unit’s tasks', taskSpec, { where: { openUnit: 'tp' }, sort: by('openUnit', 'order') }, 'unit'],
  ['every open task', taskSpec, { where: { open: true }, sort: by('open', 'order') }, 'open'],
  [
    'jobs that are due',
    jobSpec,
    { where: { type: { in: ['a', 'b'] }, nextAt: { gt: '', lte: '2026' } }, sort: by('nextAt', 'type') },
    'byNext',
  ],
  [
    'jobs done long ago',
    jobSpec,
    { where: { endedAt: { lt: '2026' }, state: { not: 'dead' } }, sort: by('endedAt') },
    'byEnd',
  ],
  [
    'overdue dossiers',
    dossierSpec,
    { where: { openDueAt: { lt: '2026' } }, sort: by('openDueAt') },
    'overdue',
  ],
  ['held dossiers', dossierSpec, { where: { incidentAt: { gt: '' } }, sort: by('incidentAt') }, 'incident'],
])('%s are walked along their index, and nothing is sorted', async (_, spec, query, index) => {
  const connection = connect(':memory:');
  const table = prepareTable(connection, spec);
  let plan: unknown[] = [];
  const planned = {
    ...connection,
    rows: (sql: string, params: Parameters<typeof connection.rows>[1]) => {
      plan = connection.rows(`EXPLAIN QUERY PLAN ${sql}`, params).map((row) => row[3]);
      return [];
    },
  };
  await readCollection({ connection: planned, table, apart: keptApart() }).find(query);
  connection.close();

  const [walked, ...joined] = plan;
  expect(walked).toMatch(new RegExp(`^SEARCH t USING INDEX c_[a-z]+/i:${index}#`));
  // What a collection keeps apart is fetched by id.
  expect(joined.filter((step) => !/^SEARCH a USING INDEX .*\(id=\?\) LEFT-JOIN/.test(String(step)))).toEqual(
    [],
  );
});
