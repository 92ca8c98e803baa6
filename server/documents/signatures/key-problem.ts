import { problem } from '../../http/problem.ts';
import { KeyFault } from './open-key.ts';

/** A key that cannot sign, as the problem a person reads; anything else as it is. */
export const asProblem = (error: unknown): unknown =>
  error instanceof KeyFault ? problem(error.code, 409, { values: error.values }) : error;
