/** Compiled processes and forms, kept in memory by what they were compiled from. */
import { createHash } from 'node:crypto';
import { compileProcess } from '../../engine/index.ts';
import type { Compiled } from '../../engine/types.ts';
import { compileForm } from '../../forms/index.ts';

export interface CompiledVersions {
  process(xml: string): Promise<Compiled>;
  form(source: { schema: unknown; ui: unknown }): ReturnType<typeof compileForm>;
}

/** Several versions of every procedure of a province; the one used longest ago goes first. */
const KEPT = 1_000;

export function compiledVersions(): CompiledVersions {
  const processes = recentlyUsed<Promise<Compiled>>();
  const forms = recentlyUsed<ReturnType<typeof compileForm>>();
  const ofObjects = sameObjects<ReturnType<typeof compileForm>>();
  return {
    process: (xml) => processes(hashOf(xml), () => compileProcess(xml)),
    form: (source) =>
      ofObjects(source, () => forms(hashOf(JSON.stringify(source)), () => compileForm(source))),
  };
}

function recentlyUsed<T>(): (key: string, make: () => T) => T {
  const kept = new Map<string, T>();
  return (key, make) => {
    const value = kept.get(key) ?? make();
    kept.delete(key);
    kept.set(key, value);
    if (kept.size > KEPT) kept.delete(kept.keys().next().value!);
    return value;
  };
}

/** The very objects that a published version keeps in memory need no hashing. */
function sameObjects<T>(): (source: { schema: unknown; ui: unknown }, make: () => T) => T {
  const kept = new WeakMap<object, { ui: unknown; value: T }>();
  return ({ schema, ui }, make) => {
    if (typeof schema !== 'object' || schema === null) return make();
    const known = kept.get(schema);
    if (known && known.ui === ui) return known.value;
    const value = make();
    kept.set(schema, { ui, value });
    return value;
  };
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64');
