/** Every helper a template may call; there are no others. */
import { codeHelpers } from './codes.ts';
import { conditionHelpers } from './conditions.ts';
import { dateHelpers } from './dates.ts';
import type { Helper } from './helper.ts';
import { numberHelpers } from './numbers.ts';
import { textHelpers } from './text.ts';

export const HELPERS: Record<string, Helper> = {
  ...dateHelpers,
  ...numberHelpers,
  ...textHelpers,
  ...conditionHelpers,
  ...codeHelpers,
};

/** Blocks with a body; rendering defines them, because they walk the data. */
export const BLOCKS = ['if', 'unless', 'each', 'with'] as const;
