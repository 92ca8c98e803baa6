/** Dossiers that a message may be for, whatever their procedure. */
import type { Json } from '../../engine/types.ts';
import { isoNow } from '../clock.ts';
import type { DossierRecord } from '../dossiers/records.ts';
import type { Condition, Scalar } from '../store/store.ts';
import type { Runtime } from './runtime.ts';
import { type Message, type Wait, waitFor } from './waiting.ts';

/** Dossiers read at a time. */
const PAGE = 100;

/**
 * Two at most, for two are one too many: those that wait with its very key, when none does those that wait without
 * one. A message that names a key is for nobody who waits without. Read a page at a time, along the index of who
 * waits for the name and, when the key is a plain value, for the key.
 */
export async function findReceivers(
  runtime: Runtime,
  message: Message,
  { except }: { except?: string } = {},
): Promise<string[]> {
  const at = isoNow(runtime.clock);
  const keyed: string[] = [];
  const unkeyed: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await runtime.dossiers.find({
      where: {
        'subscriptions.name': message.name,
        ...(isScalar(message.correlation) && { 'subscriptions.correlation': message.correlation }),
      } satisfies Record<string, Condition>,
      limit: PAGE,
      ...(cursor && { cursor }),
    });
    for (const { doc } of page.items) {
      if (doc.code === except) continue;
      const key = (await waitIn(runtime, { dossier: doc, message, at }))?.key;
      if (key === 'same') keyed.push(doc.code);
      if (key === 'none' && !hasKey(message)) unkeyed.push(doc.code);
    }
    cursor = page.next;
  } while (cursor && keyed.length < 2);
  return (keyed.length > 0 ? keyed : unkeyed).slice(0, 2);
}

async function waitIn(
  { catalogue }: Runtime,
  { dossier, message, at }: { dossier: DossierRecord; message: Message; at: string },
): Promise<Wait | undefined> {
  const version = await catalogue.processVersion(dossier.procedure.code, dossier.pins.process);
  return version ? waitFor(message, { dossier, version, at }) : undefined;
}

/** A message with a key of its own, as opposed to one that stands in its payload. */
const hasKey = ({ correlation }: Message): boolean => correlation !== undefined && correlation !== null;

const isScalar = (value: Json | undefined): value is Exclude<Scalar, null> =>
  value !== undefined && value !== null && typeof value !== 'object';
