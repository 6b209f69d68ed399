import type { Capacity } from '../contract/capacity.ts';
import type { Clock } from './clock.ts';

/** How a request left the station: served, or refused because the queue was full or it waited too long. */
export type Passage = 'served' | 'full' | 'timeout';

export interface StationObserver {
  /** A request left the queue, or went by it: it waited so long, for a worker or in vain. */
  waited(seconds: number): void;
  refused(reason: Exclude<Passage, 'served'>): void;
}

/** A first-come-first-served station of equal workers (G/G/c/K with impatience). */
export interface Station<Work> {
  /** Calls back when the request's service is over, or when it is refused. */
  pass(work: Work, leave: (passage: Passage) => void): void;
  /** Requests that wait. */
  waiting(): number;
  /** Workers in service. */
  busy(): number;
  /** Forgets everybody who waits or is served: nobody is called back any more. */
  close(): void;
}

interface Waiting {
  serviceMs: number;
  since: number;
  leave(passage: Passage): void;
  /** Takes the queue's timeout back. */
  settle(): void;
}

/**
 * Its ceiling is workers / mean service time, whatever the timers' precision: each service is reckoned from the moment the one
 * before it should have ended, so a late timer delays one answer and slows nobody down.
 * A client that goes away keeps its place and is served: the workers of the real thing do not notice either.
 * @param serviceMs milliseconds a piece of work takes; asked once for each, in the order they come
 */
export function createStation<Work>(
  capacity: Pick<Capacity, 'workers' | 'queue' | 'queueTimeoutMs'>,
  serviceMs: (work: Work) => number,
  clock: Clock,
  observe: StationObserver = { waited: () => {}, refused: () => {} },
): Station<Work> {
  const queue = new Set<Waiting>();
  const timers = new Set<() => void>();
  let busy = 0;

  function refuse(reason: 'full' | 'timeout', leave: Waiting['leave']): void {
    observe.refused(reason);
    leave(reason);
  }

  /** @param start when its service begins by the book, at most now */
  function serve({ serviceMs, since, leave }: Waiting, start: number): void {
    busy++;
    observe.waited((start - since) / 1000);
    const end = start + serviceMs;
    const cancel = clock.after(Math.max(0, end - clock.now()), () => {
      timers.delete(cancel);
      busy--;
      const [next] = queue;
      if (next) {
        queue.delete(next);
        next.settle();
        serve(next, Math.max(end, next.since));
      }
      leave('served');
    });
    timers.add(cancel);
  }

  function wait(request: Waiting): void {
    if (capacity.queueTimeoutMs !== null) {
      request.settle = clock.after(capacity.queueTimeoutMs, () => {
        queue.delete(request);
        observe.waited((capacity.queueTimeoutMs as number) / 1000);
        refuse('timeout', request.leave);
      });
    }
    queue.add(request);
  }

  return {
    pass: (work, leave) => {
      if (busy >= capacity.workers && queue.size >= capacity.queue) return refuse('full', leave);
      const since = clock.now();
      const request = { serviceMs: serviceMs(work), since, leave, settle: () => {} };
      if (busy < capacity.workers) serve(request, since);
      else wait(request);
    },
    waiting: () => queue.size,
    busy: () => busy,
    close: () => {
      for (const cancel of timers) cancel();
      for (const { settle } of queue) settle();
      timers.clear();
      queue.clear();
      busy = 0;
    },
  };
}
