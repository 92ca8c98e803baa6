/** In which capacity somebody may act on a dossier (S2 Đ.14.1: applicants on their own, competent staff). */
import { abilityFor } from '../access/ability.ts';
import { type Actor, holdsRole } from '../access/actor.ts';
import type { Operation } from '../contract/dossiers.ts';
import type { DossierRecord } from './records.ts';

/** `counter` of the unit that received it; `handler` and `leader` of a unit that it went to; the `applicant`. */
export type Capacity = 'counter' | 'handler' | 'leader' | 'applicant';

/** Who may tell a dossier what. Handlers do, leaders decide dates, the counter faces the citizen. */
export const OPERATION_CAPACITIES: Record<Operation, readonly Capacity[]> = {
  accept: ['counter'],
  refuse: ['counter', 'handler', 'leader'],
  'request-supplement': ['counter', 'handler', 'leader'],
  supplement: ['counter', 'applicant'],
  'request-payment': ['counter', 'handler', 'leader'],
  pay: ['counter', 'applicant'],
  suspend: ['handler', 'leader', 'counter'],
  resume: ['handler', 'leader', 'counter'],
  // R095: only the counter changes the due date; the slip it acts on is signed by the head (R091).
  extend: ['leader', 'counter'],
  apologise: ['leader', 'counter'],
  withdraw: ['counter', 'applicant'],
  transfer: ['leader', 'counter'],
  finish: ['handler', 'leader'],
  correct: ['leader', 'counter'],
  return: ['counter'],
};

export function capacitiesOf(actor: Actor, dossier: DossierRecord): Set<Capacity> {
  const { receiving, returning } = dossier.units;
  const held = new Set<Capacity>();
  for (const { unit, role } of actor.positions) {
    if (role === 'counter' && (unit === receiving || unit === returning)) held.add('counter');
    if (!dossier.involved.includes(unit)) continue;
    if (role === 'specialist' || role === 'clerk') held.add('handler');
    if (role === 'leader') held.add('leader');
  }
  if (isApplicant(actor, dossier)) held.add('applicant');
  return held;
}

export const isApplicant = (actor: Actor, { owner }: DossierRecord): boolean =>
  owner !== undefined && owner === actor.id;

/**
 * A dossier is seen by the units it went to, by its applicant, by those who watch over all, and while its process is
 * held by those who put that right.
 */
export const maySee = (actor: Actor, dossier: DossierRecord): boolean =>
  seesAll(actor) ||
  (dossier.incidentAt !== undefined && keepsProcesses(actor)) ||
  isApplicant(actor, dossier) ||
  actor.positions.some(({ unit, role }) => role !== 'citizen' && dossier.involved.includes(unit));

export const seesAll = (actor: Actor): boolean =>
  actor.kind === 'system' || holdsRole(actor, 'admin') || holdsRole(actor, 'appraiser');

/** Whoever keeps running processes going: corrects what holds them, moves them to another step. */
export const keepsProcesses = (actor: Actor): boolean => abilityFor(actor).can('operate', 'Process');

/** Somebody of an office, as opposed to an applicant who sees what is his own. */
export const isStaff = ({ kind, roles }: Actor): boolean =>
  kind === 'system' || roles.some((role) => role !== 'citizen');
