import { getPriority, setPriority } from 'node:os';

const NICE = 10;

/** For a process that the server has started: it works with what the requests leave of the machine. */
export function requestsFirst(): void {
  if (getPriority() < NICE) setPriority(NICE);
}
