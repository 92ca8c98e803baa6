import type { Flow, Node } from '../compile/program.ts';
import { enterActivity } from '../run/activity.ts';
import { consume, gather } from '../run/join.ts';
import type { Run } from '../run/run.ts';

/** A token that has come to a node. */
export interface Token {
  node: Node;
  in?: string | undefined;
  flow?: Flow;
}

/** What an element does when a token comes. */
export interface Behaviour {
  arrive(run: Run, token: Token): void;
  /** of activities: an instance begins; its occurrence is open, its input mapped */
  begin?(run: Run, id: string, node: Node): void;
  /** of throwing events: what is thrown, once all other tokens rest */
  throw?(run: Run, token: Token): void;
  /** of joins: look again whether they may fire, once all other tokens rest; true when it fired */
  settle?(run: Run, id: string, node: Node): boolean;
}

/** Arrival of a token at any activity: startQuantity tokens make it begin. */
export function arriveAtActivity(run: Run, { node, in: scope, flow }: Token): void {
  if (node.startQuantity > 1) {
    const id = gather(run, node, { scope, flow });
    const tokens = run.state.open[id]!.tokens!;
    const total = Object.values(tokens).reduce((sum, count) => sum + count, 0);
    if (total < node.startQuantity) return;
    consume(
      run,
      id,
      Object.entries(tokens).flatMap(([key, count]) => new Array<string>(count).fill(key)),
    );
  }
  enterActivity(run, node, { scope });
}
