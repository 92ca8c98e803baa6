import type { FormError } from '../../forms/index.ts';
import { problem } from '../http/problem.ts';

/**
 * Refuses data that an e-form does not accept, every fault at its field.
 * @param under JSON pointer of the data within the request: `/form`, `/output`
 */
export function refuseWrongForm(faults: FormError[], { code, under }: { code: string; under: string }): void {
  if (faults.length === 0) return;
  throw problem(code, 422, {
    values: { count: faults.length },
    errors: faults.map(({ pointer, keyword, message }) => ({
      pointer: `${under}${pointer}`,
      code: `form.${keyword}`,
      detail: message,
    })),
  });
}
