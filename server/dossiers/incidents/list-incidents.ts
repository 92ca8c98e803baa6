/** Dossiers whose process is held, and what holds one of them. */
import type { z } from 'zod';
import type { Page } from '../../contract/common.ts';
import type { HeldDossier, heldQuery, IncidentDetail } from '../../contract/incidents.ts';
import { loadContext } from '../../runtime/load-context.ts';
import type { Runtime } from '../../runtime/runtime.ts';
import { findDossier } from '../read-dossier.ts';
import type { DossierRecord } from '../records.ts';
import { STATUSES } from '../statuses.ts';
import type { Viewer } from '../view-dossier.ts';
import { standingIncidents } from './standing-incidents.ts';
import { viewIncident, viewIncidentDetail } from './view-incident.ts';

/** Counting stops here. */
const COUNTED = { atMost: 10_000 };

/** The longest held first: one walk along the index of incidents. */
export async function listIncidents(
  { dossiers }: Pick<Runtime, 'dossiers'>,
  { query, viewer }: { query: z.output<typeof heldQuery>; viewer: Pick<Viewer, 'actor' | 'language'> },
): Promise<Page<HeldDossier>> {
  const { procedure, limit, cursor } = query;
  const where = { ...HELD, ...(procedure && { 'procedure.code': procedure }) };
  const [{ items, next }, total] = await Promise.all([
    dossiers.find({
      where,
      sort: [{ field: 'incidentAt', direction: 'asc' }],
      limit,
      ...(cursor && { cursor }),
    }),
    dossiers.count({ where }, COUNTED),
  ]);
  return { items: items.map(({ doc }) => viewHeld(doc, viewer)), total, ...(next && { next }) };
}

/** How many dossiers are held; what the gauge shows. */
export const countHeld = ({ dossiers }: Pick<Runtime, 'dossiers'>): Promise<number> =>
  dossiers.count({ where: HELD }, COUNTED);

/** As a range, which an index walk answers. */
const HELD = { incidentAt: { gt: '' } };

/** @throws Problem dossier.not-found */
export async function readIncidents(
  runtime: Runtime,
  { code, viewer }: { code: string; viewer: Viewer },
): Promise<Page<IncidentDetail>> {
  const { doc } = await findDossier(runtime, code, viewer.actor);
  const { version } = await loadContext(runtime, doc, viewer.actor);
  const items = standingIncidents(doc, { version, at: viewer.now }).map((incident) =>
    viewIncidentDetail(incident, viewer),
  );
  return { items, total: items.length };
}

function viewHeld(
  { code, procedure, pins, units, status, clock, incidents = [], incidentAt = '' }: DossierRecord,
  viewer: Pick<Viewer, 'actor' | 'language'>,
): HeldDossier {
  return {
    code,
    procedure: { code: procedure.code, name: procedure.name, processVersion: pins.process },
    unitName: units.competentName,
    status: STATUSES[status].label[viewer.language],
    since: incidentAt,
    ...(clock && { dueAt: clock.dueAt }),
    incidents: incidents.map((kept) =>
      viewIncident({ ...kept, id: `${kept.instance}:${kept.occurrence}` }, viewer),
    ),
  };
}
