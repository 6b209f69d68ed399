import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { openDarkroom } from '../fixtures/photos/darkroom.ts';
import type { Sensor } from '../fixtures/plan/types.ts';
import { benchTasks, SEED } from './photos/sheets.ts';
import { type BenchResult, median, ratioText } from './ratio.ts';

const PAIRS = 7;
const GOAL = 0.8;
/** Pictures of a pass: of every document, and as many as memory holds ready for the encoder alone (4 bytes a pixel). */
const PICTURES: Record<Sensor, number> = { published: 64, phone: 8 };

/**
 * Unique photos against the image library's own JPEG encoding of the same pictures on as many threads: each pair is one
 * pass of either, one after the other. Ours draws, encodes and hashes; every blank page has been photographed before.
 */
export async function benchPhotos(): Promise<BenchResult[]> {
  const results: BenchResult[] = [];
  for (const sensor of ['published', 'phone'] as const)
    for (const threads of new Set([1, availableParallelism()]))
      results.push(await comparePass(sensor, threads));
  return results;
}

async function comparePass(sensor: Sensor, threads: number): Promise<BenchResult> {
  const count = PICTURES[sensor];
  const tasks = benchTasks(count);
  const darkroom = openDarkroom({ seed: SEED, sensor, workers: threads });
  const encoders = await Promise.all(
    Array.from({ length: threads }, (_, i) => startEncoder(sensor, (i * count) / threads, count / threads)),
  );
  try {
    const bytes = await warmUp(darkroom, tasks, threads);
    const ours: number[] = [];
    const raw: number[] = [];
    for (let pair = 0; pair < PAIRS; pair++) {
      ours.push(await rate(count, () => darkroom.take(tasks)));
      raw.push(await rate(count, () => Promise.all(encoders.map(({ encode }) => encode()))));
    }
    const ratios = ours.map((photos, i) => photos / (raw[i] as number));
    const onThreads = threads === 1 ? 'one thread' : `${threads} threads`;
    return {
      name: `unique photos (${sensor}) against raw JPEG encoding, ${onThreads}`,
      goal: `at least ${GOAL}`,
      reached: median(ratios) >= GOAL,
      figure: ratioText(ratios),
      details: [
        `${median(ours).toFixed(1)} photos/s drawn, encoded and hashed; ${median(raw).toFixed(1)} pictures/s encoded only`,
        `${(bytes / count / 1000).toFixed(0)} kB a photo on average`,
      ],
    };
  } finally {
    await darkroom.close();
    await Promise.all(encoders.map(({ worker }) => worker.terminate()));
  }
}

/** Until every thread has photographed every blank page: which thread takes a photo is left to chance. */
async function warmUp(
  darkroom: ReturnType<typeof openDarkroom>,
  tasks: ReturnType<typeof benchTasks>,
  threads: number,
): Promise<number> {
  let bytes = 0;
  for (let pass = 0; pass < 4 * threads; pass++)
    bytes = (await darkroom.take(tasks)).reduce((sum, { jpeg }) => sum + jpeg.length, 0);
  return bytes;
}

async function rate(count: number, pass: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await pass();
  return (1000 * count) / (performance.now() - startedAt);
}

async function startEncoder(sensor: Sensor, from: number, count: number) {
  const worker = new Worker(new URL('./photos/encode-thread.ts', import.meta.url), {
    workerData: { sensor, from, count },
  });
  await once(worker, 'message');
  return {
    worker,
    encode: async () => {
      const done = once(worker, 'message');
      worker.postMessage('encode');
      await done;
    },
  };
}

if (import.meta.main) process.stdout.write(`${JSON.stringify(await benchPhotos(), null, 2)}\n`);
