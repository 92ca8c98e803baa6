import type { ProcessState } from '../types.ts';
import { FORMAT, type State } from './state.ts';

/** What lifts a state of one format to the next; the index is the format it takes. */
const UPGRADES: Record<number, (state: ProcessState) => ProcessState> = {};

/** A state of any earlier format as the present one. Throws a `RangeError` for one of a later format. */
export function upgradeState(state: ProcessState): State {
  let current = state;
  while (current.format !== FORMAT) {
    const upgrade = UPGRADES[current.format];
    if (!upgrade) throw new RangeError(`state format ${current.format} is not known to this version`);
    current = upgrade(current);
  }
  return current as State;
}
