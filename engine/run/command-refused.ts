import type { CommandRefusal } from '../types.ts';

/** The command does not fit the state; nothing has changed. */
export class CommandRefused extends Error {
  override readonly name = 'CommandRefused';
  readonly code: CommandRefusal['code'];

  constructor(code: CommandRefusal['code'], message: string) {
    super(message);
    this.code = code;
  }
}
