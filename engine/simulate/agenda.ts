/** What happens when, soonest first; at one time in the order it was put in. A binary heap. */
export interface Agenda<T> {
  put(time: number, item: T): void;
  next(): { time: number; item: T } | undefined;
}

export function createAgenda<T>(): Agenda<T> {
  const heap: { time: number; order: number; item: T }[] = [];
  let order = 0;
  const isBefore = (a: number, b: number) =>
    heap[a]!.time < heap[b]!.time || (heap[a]!.time === heap[b]!.time && heap[a]!.order < heap[b]!.order);
  const swap = (a: number, b: number) => {
    [heap[a], heap[b]] = [heap[b]!, heap[a]!];
  };
  return {
    put(time, item) {
      heap.push({ time, order: order++, item });
      for (let at = heap.length - 1; at > 0; ) {
        const parent = (at - 1) >> 1;
        if (!isBefore(at, parent)) break;
        swap(at, parent);
        at = parent;
      }
    },
    next() {
      const first = heap[0];
      const last = heap.pop();
      if (heap.length === 0) return first;
      heap[0] = last!;
      for (let at = 0; ; ) {
        const [left, right] = [2 * at + 1, 2 * at + 2];
        let least = at;
        if (left < heap.length && isBefore(left, least)) least = left;
        if (right < heap.length && isBefore(right, least)) least = right;
        if (least === at) break;
        swap(at, least);
        at = least;
      }
      return first;
    },
  };
}
