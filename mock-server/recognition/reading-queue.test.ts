import { expect, test } from 'vitest';
import { createSimulatedClock } from '../capacity/testing/simulated-clock.ts';
import { createReadingQueue } from './reading-queue.ts';

const service = { distribution: 'constant' as const, meanMs: 100 };

test('so many are read at once, first come first served, each as long as it takes', () => {
  const clock = createSimulatedClock();
  const waits: number[] = [];
  const served: [number, string][] = [];
  const queue = createReadingQueue(
    { accuracy: 1, workers: 2, service },
    1,
    {
      waited: (seconds) => waits.push(seconds),
      served: (seconds, outcome) => served.push([seconds, outcome]),
    },
    clock,
  );
  const order: number[] = [];
  for (let i = 0; i < 5; i++)
    queue.add(() => {
      order.push(i);
      return i === 4 ? 'unreadable' : 'read';
    });
  expect([queue.busy(), queue.waiting(), order]).toEqual([2, 3, []]);
  clock.runUntil(100);
  expect([queue.busy(), queue.waiting(), order]).toEqual([2, 1, [0, 1]]);
  clock.runUntil(300);
  expect([queue.busy(), queue.waiting(), order]).toEqual([0, 0, [0, 1, 2, 3, 4]]);
  expect(waits).toEqual([0, 0, 0.1, 0.1, 0.2]);
  expect(served).toEqual([0, 0, 0, 0, 1].map((last) => [0.1, last === 1 ? 'unreadable' : 'read']));
});

test('closed, it reads nothing any more', () => {
  const clock = createSimulatedClock();
  let read = 0;
  const observe = { waited: () => {}, served: () => {} };
  const queue = createReadingQueue({ accuracy: 1, workers: 1, service }, 1, observe, clock);
  for (let i = 0; i < 3; i++)
    queue.add(() => {
      read++;
      return 'read';
    });
  queue.close();
  clock.runUntil(1000);
  expect([read, queue.busy(), queue.waiting()]).toEqual([0, 0, 0]);
});
