import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generatePlan } from '../fixtures/plan/generate.ts';
import { cpuSecondOf, startPrintingServer } from './measured-process.ts';
import { type ReadLoad, readLoop } from './public-read/read-loop.ts';
import { type BenchResult, median, ratioText } from './ratio.ts';

const PATH = '/pilkada/hhcw/pkwkk/16/1671.json';
const PAIRS = 15;
const LOAD = { connections: 50, seconds: 2 };
const GOAL = 0.9;

type Server = Awaited<ReturnType<typeof startPrintingServer>>;
type Load = ReadLoad & {
  /** CPU of the server per read, in µs. */
  cpuMicros: number;
};

/** The public file of Palembang against a bare fastify that replies with the same JSON, in turn, under the same load. */
export async function benchPublicRead(): Promise<BenchResult[]> {
  const folder = await mkdtemp(join(tmpdir(), 'uji-beban-bench-'));
  await generatePlan({
    region: 'palembang',
    seed: 20241012,
    out: join(folder, 'plan'),
    photos: { mode: 'none' },
    toolkit: { name: 'bench', version: '0' },
  });
  const mock = await startPrintingServer([
    join(import.meta.dirname, '..', 'mock-server', 'testing', 'serve.ts'),
    join(folder, 'plan'),
    join(folder, 'store.sqlite'),
  ]);
  const text = await (await fetch(mock.url + PATH)).text();
  await writeFile(join(folder, 'file.json'), text);
  const bare = await startPrintingServer([
    join(import.meta.dirname, 'public-read', 'bare-server.ts'),
    join(folder, 'file.json'),
  ]);
  try {
    const drive = async ({ url, child }: Server, load = LOAD): Promise<Load> => {
      const before = cpuSecondOf(child.pid);
      const figures = await readLoop(url, PATH, load);
      return { ...figures, cpuMicros: ((cpuSecondOf(child.pid) - before) * 1e6) / figures.reads };
    };
    await drive(bare);
    await drive(mock);
    const pairs: { bare: Load; mock: Load }[] = [];
    for (let i = 0; i < PAIRS; i++) {
      // Whoever is second finds a warmer machine, so they take turns.
      const mockFirst = i % 2 === 1 ? await drive(mock) : null;
      const ofBare = await drive(bare);
      pairs.push({ bare: ofBare, mock: mockFirst ?? (await drive(mock)) });
    }
    return [result(pairs, text.length)];
  } finally {
    await Promise.all([bare.stop(), mock.stop()]);
    await rm(folder, { recursive: true, force: true });
  }
}

function result(pairs: { bare: Load; mock: Load }[], bytes: number): BenchResult {
  const ratios = pairs.map(({ bare, mock }) => mock.perSecond / bare.perSecond);
  return {
    name: `public reads/s of the mock against a bare fastify that replies with the same ${bytes} bytes of JSON`,
    goal: `at least ${GOAL}`,
    reached: median(ratios) >= GOAL,
    figure: ratioText(ratios),
    details: [
      `by the server's CPU, which neighbours on the machine disturb less: ${ratioText(pairs.map(({ bare, mock }) => bare.cpuMicros / mock.cpuMicros))}`,
      ...pairs.map(({ bare, mock }) => `mock ${describe(mock)}; bare ${describe(bare)}`),
    ],
  };
}

function describe({ perSecond, p95Ms, cpuMicros }: Load): string {
  return `${perSecond.toFixed(0)}/s, p95 ${p95Ms.toFixed(1)} ms, CPU ${cpuMicros.toFixed(0)} µs`;
}

if (import.meta.main) process.stdout.write(`${JSON.stringify(await benchPublicRead(), null, 2)}\n`);
