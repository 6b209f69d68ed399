import type { Clock } from '../clock.ts';

interface Event {
  at: number;
  order: number;
  call(): void;
}

/** A clock that leaps from event to event: days of queueing in a second. */
export interface SimulatedClock extends Clock {
  /** Lets everything happen that is due up to `ms`. */
  runUntil(ms: number): void;
}

export function createSimulatedClock(): SimulatedClock {
  const heap: Event[] = [];
  let now = 0;
  let order = 0;

  const before = (a: Event, b: Event) => a.at < b.at || (a.at === b.at && a.order < b.order);
  const at = (i: number) => heap[i] as Event;
  function swap(i: number, j: number): void {
    const kept = at(i);
    heap[i] = at(j);
    heap[j] = kept;
  }
  function push(event: Event): void {
    heap.push(event);
    for (let i = heap.length - 1; i > 0; ) {
      const parent = (i - 1) >> 1;
      if (!before(at(i), at(parent))) break;
      swap(i, parent);
      i = parent;
    }
  }
  function pop(): Event {
    swap(0, heap.length - 1);
    const first = heap.pop() as Event;
    for (let i = 0; ; ) {
      let least = i;
      for (const child of [2 * i + 1, 2 * i + 2])
        if (child < heap.length && before(at(child), at(least))) least = child;
      if (least === i) return first;
      swap(i, least);
      i = least;
    }
  }

  return {
    now: () => now,
    after: (ms, call) => {
      const event = { at: now + ms, order: order++, call };
      push(event);
      return () => {
        event.call = () => {};
      };
    },
    runUntil: (ms) => {
      while (heap.length > 0 && at(0).at <= ms) {
        const event = pop();
        now = event.at;
        event.call();
      }
      now = ms;
    },
  };
}
