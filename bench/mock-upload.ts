import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { locateK6 } from '../cli/k6/locate.ts';
import { k6Environment } from '../cli/k6/version.ts';
import { jpeg } from '../mock-server/testing/jpeg.ts';
import { type SmallPlan, smallPlan, writeSmallPlan } from '../mock-server/testing/small-plan.ts';
import { logIn } from './log-in.ts';
import { cpuSecondOf, startPrintingServer } from './measured-process.ts';
import { type BenchResult, median, ratioText } from './ratio.ts';

const PHOTO_BYTES = 200_000;
const PAIRS = 15;
const SECONDS = 4;
const VUS = 50;
const GOAL = 0.9;
const FILES = join(import.meta.dirname, 'mock-upload');

type Server = Awaited<ReturnType<typeof startPrintingServer>>;

interface Load {
  uploads: number;
  perSecond: number;
  p95Ms: number;
  /** CPU of the server per upload. */
  cpuMs: number;
}

/** The mock's durable upload path against a bare fastify + @fastify/multipart sink, in turn, under the same load. */
export async function benchMockUpload(): Promise<BenchResult[]> {
  const k6 = (await locateK6({ build: true })).path;
  const folder = await mkdtemp(join(tmpdir(), 'uji-beban-bench-'));
  const plan = smallPlan();
  await writeSmallPlan(join(folder, 'plan'), plan);
  const photo = join(folder, 'photo.jpg');
  await writeFile(photo, jpeg(randomBytes(PHOTO_BYTES)));
  const sink = await startPrintingServer([join(FILES, 'sink-server.ts')]);
  const mock = await startPrintingServer([
    join(import.meta.dirname, '..', 'mock-server', 'testing', 'serve.ts'),
    join(folder, 'plan'),
    join(folder, 'store.sqlite'),
  ]);
  try {
    const [tps] = plan.tps;
    const [account] = plan.accounts;
    const token = await logIn(mock.url, account as SmallPlan['accounts'][number]);
    const common = {
      PHOTO: photo,
      TPS: tps?.kode ?? '',
      DOCUMENT: tps?.documents[0]?.type ?? '',
      TOKEN: token,
    };
    const drive = async ({ url, child }: Server, run: string, seconds = SECONDS): Promise<Load> => {
      const before = cpuSecondOf(child.pid);
      const env = { ...common, TARGET: url, RUN: run, SECONDS: String(seconds), VUS: String(VUS) };
      const figures = await load(k6, env);
      return { ...figures, cpuMs: ((cpuSecondOf(child.pid) - before) * 1000) / figures.uploads };
    };

    await drive(sink, 'warm', 2);
    await drive(mock, 'warm', 2);
    const pairs: { sink: Load; mock: Load }[] = [];
    for (let i = 0; i < PAIRS; i++) {
      // Whoever is second finds a warmer machine, so they take turns.
      const mockFirst = i % 2 === 1 ? await drive(mock, `pair${i}`) : null;
      const ofSink = await drive(sink, `pair${i}`);
      pairs.push({ sink: ofSink, mock: mockFirst ?? (await drive(mock, `pair${i}`)) });
    }
    return [result(pairs)];
  } finally {
    await Promise.all([sink.stop(), mock.stop()]);
    await rm(folder, { recursive: true, force: true });
  }
}

function result(pairs: { sink: Load; mock: Load }[]): BenchResult {
  const ratios = pairs.map(({ sink, mock }) => mock.perSecond / sink.perSecond);
  return {
    name: 'durable uploads/s of the mock against a bare fastify + @fastify/multipart sink without storage',
    goal: `at least ${GOAL}`,
    reached: median(ratios) >= GOAL,
    figure: ratioText(ratios),
    details: [
      `by the server's CPU, which neighbours on the machine disturb less: ${ratioText(pairs.map(({ sink, mock }) => sink.cpuMs / mock.cpuMs))}`,
      ...pairs.map(({ sink, mock }) => `mock ${describe(mock)}; sink ${describe(sink)}`),
    ],
  };
}

function describe({ perSecond, p95Ms, cpuMs }: Load): string {
  return `${perSecond.toFixed(0)}/s, p95 ${p95Ms.toFixed(0)} ms, CPU ${cpuMs.toFixed(2)} ms`;
}

async function load(k6: string, env: Record<string, string>): Promise<Omit<Load, 'cpuMs'>> {
  const flags = Object.entries(env).flatMap(([name, value]) => ['-e', `${name}=${value}`]);
  const { stdout } = await promisify(execFile)(k6, ['run', '--quiet', ...flags, join(FILES, 'load.js')], {
    env: k6Environment(),
    timeout: 60_000,
  });
  return JSON.parse(stdout);
}

if (import.meta.main) process.stdout.write(`${JSON.stringify(await benchMockUpload(), null, 2)}\n`);
