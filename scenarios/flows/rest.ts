import { sleep } from 'k6';

/** Milliseconds by which a clock of whole milliseconds can make a sleep look shorter than it was, and some for the timer. */
const EARLY_MS = 2;

/** Long enough to tell a sleep that was cut short from one that was not. */
const GLANCE_SECOND = 0.005;

/** k6 stops the run: nothing that a session would do from here on is sent any more. */
export class Stopping extends Error {}

/** Sleeps. k6 cuts every sleep short when it stops, and lets scripts go on. @throws Stopping when it does */
export function rest(seconds: number): void {
  const until = Date.now() + seconds * 1000;
  sleep(seconds);
  if (Date.now() < until - EARLY_MS) throw new Stopping('k6 stops the run');
}

/** Whether an answer that never came is k6's own doing. @throws Stopping when it is */
export function glance(): void {
  rest(GLANCE_SECOND);
}
