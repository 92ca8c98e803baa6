/** A body that takes one of two fields: neither and both are refused, in words. */
import type { z } from 'zod';

/** What a rule of a schema tells whoever breaks it; `validate` puts it into the answer. */
export interface Told {
  told: { vi: string; en: string };
}

/** @param fields two optional ones; the fault is shown at the first */
export const exactlyOne = <K extends string, S extends z.ZodType<{ [field in K]?: unknown }>>(
  schema: S,
  [first, second]: readonly [K, K],
): S =>
  schema.refine((body) => (body[first] === undefined) !== (body[second] === undefined), {
    path: [first],
    params: {
      told: {
        vi: `Cần đúng một trong hai: ${first} hoặc ${second}.`,
        en: `Exactly one of ${first} and ${second} is needed.`,
      },
    } satisfies Told,
  });
