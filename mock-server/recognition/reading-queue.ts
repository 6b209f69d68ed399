import { streamOf } from '../../fixtures/plan/random.ts';
import { type Clock, REAL_CLOCK } from '../capacity/clock.ts';
import { drawServiceTime } from '../capacity/service-time.ts';
import { createStation, type StationObserver } from '../capacity/station.ts';
import type { PageLook } from './page-reader.ts';
import type { RecognitionSettings } from './settings.ts';

/** What a reading job was good for. */
export type ReadingOutcome = PageLook['outcome'];

export interface QueueObserver extends Pick<StationObserver, 'waited'> {
  /** A worker was done. */
  served(seconds: number, outcome: ReadingOutcome): void;
}

/** Photos that wait to be read, first come first served. Takes any number: the plan's pages bound it. */
export interface ReadingQueue {
  /** @param read called when a worker is done with the photo; returns what was made of it */
  add(read: () => ReadingOutcome): void;
  waiting(): number;
  busy(): number;
  readonly workers: number;
  /** Forgets what waits and what is being read. */
  close(): void;
}

export function createReadingQueue(
  { workers, service }: RecognitionSettings,
  seed: number,
  observe: QueueObserver,
  clock: Clock = REAL_CLOCK,
): ReadingQueue {
  const stream = streamOf(seed, 'recognition', 'service-time');
  let closed = false;
  const station = createStation<number>(
    { workers, queue: Number.POSITIVE_INFINITY, queueTimeoutMs: null },
    (milliseconds) => milliseconds,
    clock,
    { waited: (seconds) => observe.waited(seconds), refused: () => {} },
  );
  return {
    workers,
    add: (read) => {
      const milliseconds = drawServiceTime(service, stream);
      station.pass(milliseconds, () => {
        if (!closed) observe.served(milliseconds / 1000, read());
      });
    },
    waiting: () => (closed ? 0 : station.waiting()),
    busy: () => (closed ? 0 : station.busy()),
    close: () => {
      closed = true;
      station.close();
    },
  };
}
