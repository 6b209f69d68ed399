import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { keepTickShape } from '../../mock-server/tick-shape.ts';

/** Prints what a tick costs in a young process and after full collections, in ns, as JSON; `keep` as argument keeps their shape. */
const TICKS = 100_000;
const TRIES = 5;

if (process.argv[2] === 'keep') keepTickShape();
setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

const before = await leastNanosOfTick();
for (let i = 0; i < 6; i++) {
  // Nothing may wait: what lies in the queue keeps its shape.
  await sleep(5);
  collect();
}
process.stdout.write(`${JSON.stringify({ before, after: await leastNanosOfTick() })}\n`);

async function leastNanosOfTick(): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < TRIES; i++) {
    const start = performance.now();
    await ticks();
    least = Math.min(least, ((performance.now() - start) / TICKS) * 1e6);
  }
  return least;
}

function ticks(): Promise<void> {
  return new Promise((resolve) => {
    let left = TICKS;
    const next = () => {
      if (--left === 0) resolve();
      else process.nextTick(next);
    };
    next();
  });
}
