import { programOf } from '../compile/program.ts';
import { addDuration, parseDuration } from '../time/iso-duration.ts';
import type { Command, Due, Effect, Instant, Process, StepInfo, Variables } from '../types.ts';
import { createAgenda } from './agenda.ts';
import { type Dossier, openDossier, tellDossier } from './dossier.ts';
import { createRandom, exponential, triangular } from './random.ts';
import { type Simulation, spreadOf } from './simulation.ts';
import { millisecondsOf, roundTheClock, type WorkingTime } from './working-time.ts';

export interface SimulationRequest {
  process: Process;
  /** how many dossiers come; 100 when absent */
  dossiers?: number;
  seed?: number;
  /** people by resource key (`unit/role`, `role`, `unit` or lane); one where absent */
  resources?: Record<string, number>;
  workingTime?: WorkingTime;
  /** first arrival; Monday 05/01/2026, 7 o'clock in Việt Nam when absent */
  at?: Instant;
  /** mean working time between arrivals, in milliseconds; by default the busiest resource is loaded to 80 % */
  arrivalEvery?: number;
  /** working time a dossier may take, in milliseconds; the sum of the steps' durations when absent */
  limit?: number;
  input?: Variables;
  /** what a step answers, by element */
  outputs?: Record<string, Variables>;
}

const HOUR = 3_600_000;
/** Commands after which a simulation stops: a process that never ends would keep it for ever. */
const MAX_COMMANDS = 500_000;
/** Assumed mean wait for a message from outside: one working day. */
const OUTSIDE = 8 * HOUR;

interface Job {
  dossier: Dossier;
  occurrence: string;
  element: string;
  since: Instant;
}

interface Resource {
  people: number;
  busy: number;
  queue: Job[];
  worked: number;
}

interface Tally {
  step: StepInfo;
  resource?: string;
  waiting: number[];
  working: number[];
  queued: number;
  maxQueued: number;
  waitedClock: number;
}

/** A dossier comes, or is told something that an occurrence of it waits for. */
type Happening = 'arrival' | { dossier: Dossier; occurrence: string; told: Command; job?: Job };

/**
 * Runs many dossiers through a process with a virtual clock: people work off their queue first come,
 * first served, on working time. The same request gives the same result.
 */
export function simulateProcess(request: SimulationRequest): Simulation {
  const { process, dossiers: total = 100, seed = 1, workingTime = roundTheClock } = request;
  const random = createRandom(seed);
  const from = request.at ?? '2026-01-05T00:00:00.000Z';
  const tallies = new Map(process.steps.map((step) => [step.id, tallyOf(step)]));
  const resources = new Map<string, Resource>();
  const agenda = createAgenda<Happening>();
  const finished: Dossier[] = [];
  const arrivalEvery = request.arrivalEvery ?? defaultArrival(process, request.resources);
  let now = from;

  let arrival = from;
  for (let number = 1; number <= total; number++) {
    agenda.put(Date.parse(arrival), 'arrival');
    arrival = workingTime.add(arrival, exponential(random, arrivalEvery));
  }
  for (let count = 0; count < MAX_COMMANDS; count++) {
    const next = agenda.next();
    if (!next) break;
    now = new Date(next.time).toISOString();
    happen(next.item);
  }
  return summarise();

  function happen(happening: Happening): void {
    if (happening === 'arrival') {
      const opened = openDossier(process, { input: request.input ?? {}, at: now, random });
      carryOut(opened.dossier, opened.effects);
      return;
    }
    const { dossier, occurrence, told, job } = happening;
    if (job) release(job);
    // withdrawn meanwhile, or the dossier has ended
    if (!dossier.state.open[occurrence]) return;
    carryOut(dossier, tellDossier(process, dossier, { told, at: now, random }));
  }

  function carryOut(dossier: Dossier, effects: Effect[]): void {
    for (const effect of effects) {
      if (effect.type === 'open-task' || effect.type === 'run-job' || effect.type === 'call-process')
        enqueue({ dossier, occurrence: effect.occurrence, element: effect.element, since: now });
      else if (effect.type === 'cancel-task') withdraw(dossier, effect.occurrence);
      else if (effect.type === 'schedule-timer') {
        const { occurrence } = effect;
        const time = Math.max(Date.parse(dueAt(effect.due)), Date.parse(now));
        agenda.put(time, { dossier, occurrence, told: { type: 'fire-timer', occurrence } });
      } else if (effect.type === 'subscribe' && isTokenHere(dossier, effect.occurrence)) {
        const { name, occurrence } = effect;
        const at = workingTime.add(now, exponential(random, OUTSIDE));
        const told: Command =
          effect.kind === 'message' ? { type: 'message', name, occurrence } : { type: 'signal', name };
        agenda.put(Date.parse(at), { dossier, occurrence, told });
      } else if (effect.type === 'end') {
        dossier.endedAt = now;
        finished.push(dossier);
      }
    }
  }

  function dueAt(due: Due): Instant {
    if ('at' in due) return due.at;
    if ('working' in due)
      return workingTime.add(due.from, millisecondsOf({ iso: due.working, counts: 'working' }));
    return addDuration(due.from, parseDuration(due.calendar)!);
  }

  /** Only what the flow itself waits for comes from outside; boundary events are what may happen, not what does. */
  function isTokenHere(dossier: Dossier, occurrence: string): boolean {
    const role = dossier.state.open[occurrence]?.role;
    return role === 'catch' || role === 'arm';
  }

  function enqueue(job: Job): void {
    const tally = tallies.get(job.element)!;
    const resource = tally.resource === undefined ? undefined : resourceOf(tally.resource);
    if (!resource || resource.busy < resource.people) begin(job);
    else {
      resource.queue.push(job);
      tally.queued++;
      tally.maxQueued = Math.max(tally.maxQueued, tally.queued);
    }
  }

  function begin(job: Job): void {
    const tally = tallies.get(job.element)!;
    const work = triangular(random, millisecondsOf(tally.step.duration));
    if (tally.resource !== undefined) {
      const resource = resourceOf(tally.resource);
      resource.busy++;
      resource.worked += work;
    }
    tally.waiting.push(workingTime.between(job.since, now));
    tally.waitedClock += Date.parse(now) - Date.parse(job.since);
    tally.working.push(work);
    const output = request.outputs?.[job.element];
    const kind = tally.step.kind === 'callActivity' ? 'call-ended' : 'complete';
    const { dossier, occurrence } = job;
    const told: Command = { type: kind, occurrence, ...(output && { output }) };
    agenda.put(Date.parse(workingTime.add(now, work)), { dossier, occurrence, told, job });
  }

  function release(job: Job): void {
    const key = tallies.get(job.element)!.resource;
    if (key === undefined) return;
    const resource = resourceOf(key);
    resource.busy--;
    const waiting = resource.queue.shift();
    if (!waiting) return;
    tallies.get(waiting.element)!.queued--;
    begin(waiting);
  }

  /** Takes a task out of the queue that it waits in; one that is being worked at is worked at to its end. */
  function withdraw(dossier: Dossier, occurrence: string): void {
    for (const { queue } of resources.values()) {
      const index = queue.findIndex((job) => job.dossier === dossier && job.occurrence === occurrence);
      if (index < 0) continue;
      const [job] = queue.splice(index, 1);
      tallies.get(job!.element)!.queued--;
    }
  }

  function resourceOf(key: string): Resource {
    const found = resources.get(key) ?? {
      people: peopleOf(request.resources, key),
      busy: 0,
      queue: [],
      worked: 0,
    };
    resources.set(key, found);
    return found;
  }

  function summarise(): Simulation {
    const horizon = Math.max(1, Date.parse(now) - Date.parse(from));
    const workingHorizon = Math.max(1, workingTime.between(from, now));
    const durations = finished.map((dossier) => workingTime.between(dossier.startedAt, dossier.endedAt!));
    const sum = process.steps.reduce((all, step) => all + millisecondsOf(step.duration), 0);
    const limit = request.limit ?? sum;
    return {
      seed,
      dossiers: total,
      completed: finished.length,
      unfinished: total - finished.length,
      distribution: {
        work: 'triangular from 0.5 to 1.5 of the allotted duration',
        arrival: 'exponential',
        choice: 'by the data; by chance, all ways alike, where data say nothing',
      },
      arrivalEvery: Math.round(arrivalEvery),
      from,
      to: now,
      steps: [...tallies.values()].map((tally) => ({
        element: tally.step.id,
        name: tally.step.name,
        ...(tally.resource !== undefined && { resource: tally.resource }),
        allotted: millisecondsOf(tally.step.duration),
        count: tally.working.length,
        waiting: spreadOf(tally.waiting),
        working: spreadOf(tally.working),
        queue: { mean: Math.round((tally.waitedClock / horizon) * 1000) / 1000, max: tally.maxQueued },
      })),
      resources: [...resources].map(([key, { people, worked }]) => ({
        key,
        people,
        load: Math.min(1, Math.round((worked / people / workingHorizon) * 1000) / 1000),
      })),
      duration: spreadOf(durations),
      limit: {
        milliseconds: limit,
        source: request.limit === undefined ? 'sum of allotted durations' : 'given',
      },
      pastLimit:
        finished.length === 0
          ? 0
          : Math.round((durations.filter((each) => each > limit).length / finished.length) * 1000) / 1000,
    };
  }
}

function tallyOf(step: StepInfo): Tally {
  const resource = resourceKey(step);
  return {
    step,
    ...(resource !== undefined && { resource }),
    waiting: [],
    working: [],
    queued: 0,
    maxQueued: 0,
    waitedClock: 0,
  };
}

/** People are a resource by unit and role, as far as the step names them; jobs and calls need nobody. */
function resourceKey({ kind, performer, lane }: StepInfo): string | undefined {
  if (kind !== 'user' && kind !== 'manual') return undefined;
  const { unit, role, assignee } = performer;
  if (assignee && !assignee.startsWith('=')) return assignee;
  if (unit && role) return `${unit}/${role}`;
  return role ?? unit ?? lane;
}

function peopleOf(resources: SimulationRequest['resources'], key: string): number {
  return Math.max(1, resources?.[key] ?? 1);
}

/** Mean time between arrivals at which the busiest resource is loaded to 80 %. */
function defaultArrival(process: Process, resources: SimulationRequest['resources']): number {
  const work = new Map<string, number>();
  for (const step of process.steps) {
    const key = resourceKey(step);
    if (key === undefined) continue;
    work.set(key, (work.get(key) ?? 0) + millisecondsOf(step.duration) / peopleOf(resources, key));
  }
  const busiest = Math.max(0, ...work.values());
  return busiest > 0 ? busiest / 0.8 : HOUR * Math.max(1, programOf(process).nodes.size / 10);
}
