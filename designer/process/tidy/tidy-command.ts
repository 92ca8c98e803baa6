/** Moving everything of a drawing at once, as one step of its undo stack. */
import type { Box, Point } from '../../table/lay-out.ts';

/** A shape, label or connection of the drawing library, as far as its place goes. */
export interface Placed extends Partial<Box> {
  waypoints?: Point[];
}

export interface Move<T extends Placed = Placed> {
  element: T;
  to: Box | { waypoints: Point[] };
}

interface Updater {
  updateBounds(shape: unknown): void;
  updateConnectionWaypoints(connection: unknown): void;
}

/** Writes places to the elements and, by the library's updater, to the file; taken back whole. */
export function TidyCommand(this: TidyHandler, bpmnUpdater: Updater) {
  const place = ({ element, to }: Move): Move => {
    const before =
      'waypoints' in to
        ? { waypoints: element.waypoints ?? [] }
        : { x: element.x ?? 0, y: element.y ?? 0, width: element.width ?? 0, height: element.height ?? 0 };
    Object.assign(element, to);
    if ('waypoints' in to) bpmnUpdater.updateConnectionWaypoints(element);
    else bpmnUpdater.updateBounds(element);
    return { element, to: before };
  };
  const swap = (context: TidyContext) => {
    context.moves = context.moves.map(place);
    return context.moves.map(({ element }) => element);
  };
  this.execute = swap;
  this.revert = swap;
}
TidyCommand.$inject = ['bpmnUpdater'];

/** What is to move; after execution, where it was. */
export interface TidyContext {
  moves: Move[];
}
export interface TidyHandler {
  execute(context: TidyContext): Placed[];
  revert(context: TidyContext): Placed[];
}
