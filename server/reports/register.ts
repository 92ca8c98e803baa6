/** The register of dossiers, by the day of reception (Sổ theo dõi hồ sơ; domain 2.8, R067). */
import type { z } from 'zod';
import type { Actor } from '../access/actor.ts';
import { isoNow } from '../clock.ts';
import type { Page } from '../contract/common.ts';
import type { RegisterRow, registerQuery } from '../contract/reports.ts';
import { endOfLocalDay, startOfLocalDay } from '../deadlines/local-time.ts';
import { seesAll } from '../dossiers/capacities.ts';
import type { DossierRecord } from '../dossiers/records.ts';
import type { Runtime } from '../runtime/runtime.ts';
import { spanOf } from './report.ts';

/** Of the units in which the actor holds a position; of all for those who watch over all. */
export async function readRegister(
  { dossiers, clock }: Runtime,
  { query, actor }: { query: z.output<typeof registerQuery>; actor: Actor },
): Promise<Page<RegisterRow>> {
  const { from, to } = spanOf(query, isoNow(clock));
  const start = startOfLocalDay(from);
  const end = endOfLocalDay(startOfLocalDay(to));
  const own = { in: [...new Set(actor.positions.map(({ unit }) => unit))] };
  const { items, next } = await dossiers.find({
    where: { receivedAt: { gte: start, lte: end }, acceptedAt: { exists: true } },
    ...(!seesAll(actor) && {
      anyOf: [{ where: { 'units.receiving': own } }, { where: { 'units.competent': own } }],
    }),
    sort: [{ field: 'receivedAt', direction: 'asc' }],
    limit: query.limit,
    ...(query.cursor && { cursor: query.cursor }),
  });
  return { items: items.map(({ doc }) => rowOf(doc)), ...(next && { next }) };
}

const rowOf = ({
  code,
  procedure,
  setCount,
  applicant,
  units,
  receivedAt,
  clock,
  delivery,
  channel,
}: DossierRecord) => ({
  code,
  procedure: procedure.name,
  setCount,
  applicant: applicant.fullName,
  contact: [applicant.address, applicant.phone].filter(Boolean).join(', '),
  resolver: units.competentName,
  receivedAt,
  ...(clock && { dueAt: clock.dueAt }),
  ...(delivery.returnedAt && { returnedAt: delivery.returnedAt }),
  method: delivery.method,
  channel,
  ...(delivery.returnedTo && { returnedTo: delivery.returnedTo }),
});
