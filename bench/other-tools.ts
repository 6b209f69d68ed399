import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { locateK6 } from '../cli/k6/locate.ts';
import { PACKAGE_ROOT } from '../fixtures/package-root.ts';
import { measureProcess, type ProcessFigures, startPrintingServer } from './measured-process.ts';
import { installOtherTools } from './other-tools/install.ts';
import { type BenchResult, median, ratioText } from './ratio.ts';
import { PHOTO_BYTES, runRoundsUpload, writePool } from './upload-generator.ts';

const USERS = 20;
const PAIRS = 3;
/** Enough for some ten seconds of each; the slowest makes a few hundred a second. */
const UPLOADS = { ours: 12_000, locust: 3_000, artillery: 3_000 };

type Tool = keyof typeof UPLOADS;

interface Load {
  perSecond: number;
  cpuMs: number;
}

/** The rounds' upload path in k6 against Locust's HttpUser and Artillery, as anybody writes them: same photo size, same sink, in turn. */
export async function benchOtherTools(): Promise<BenchResult[]> {
  const k6 = (await locateK6({ build: true })).path;
  const tools = await installOtherTools(join(PACKAGE_ROOT, '.cache', 'bench-tools'));
  const folder = await mkdtemp(join(tmpdir(), 'uji-beban-bench-'));
  const sink = await startPrintingServer([join(import.meta.dirname, 'sink.ts')]);
  try {
    const pool = writePool(join(folder, 'pool'), 24, PHOTO_BYTES);
    const photo = join(folder, 'photo.jpg');
    await writeFile(photo, randomBytes(PHOTO_BYTES));
    const run: Record<Tool, (uploads: number) => Promise<ProcessFigures>> = {
      ours: (uploads) => runRoundsUpload(k6, sink.url, { plan: pool, vus: USERS, uploads }, folder),
      locust: (uploads) => runLocust(tools.locust, sink.url, photo, uploads),
      artillery: (uploads) => runArtillery(tools.artillery, sink.url, photo, uploads, folder),
    };
    const loads: Record<Tool, Load[]> = { ours: [], locust: [], artillery: [] };
    for (let i = 0; i < PAIRS; i++)
      for (const tool of ['ours', 'locust', 'artillery'] as const)
        loads[tool].push(await load(tool, run[tool]));
    return [
      result('Locust’s HttpUser', loads.ours, loads.locust),
      result('Artillery', loads.ours, loads.artillery),
    ].map((each) => ({ ...each, details: [tools.versions, ...each.details] }));
  } finally {
    await sink.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Four a user, as many as a TPS uploads: a run that costs little but the tool's start, which is taken off. */
const START_UPLOADS = 4 * USERS;

async function load(tool: Tool, run: (uploads: number) => Promise<ProcessFigures>): Promise<Load> {
  const start = await run(START_UPLOADS);
  const whole = await run(UPLOADS[tool]);
  const uploads = UPLOADS[tool] - START_UPLOADS;
  return {
    perSecond: uploads / (whole.wallSecond - start.wallSecond),
    cpuMs: ((whole.cpuSecond - start.cpuSecond) * 1000) / uploads,
  };
}

function result(name: string, ours: readonly Load[], theirs: readonly Load[]): BenchResult {
  const ratios = ours.map(({ perSecond }, i) => perSecond / (theirs[i]?.perSecond ?? Number.NaN));
  const cpu = ours.map(({ cpuMs }, i) => (theirs[i]?.cpuMs ?? Number.NaN) / cpuMs);
  const text = ({ perSecond, cpuMs }: Load) => `${perSecond.toFixed(0)}/s at ${cpuMs.toFixed(2)} ms of CPU`;
  return {
    name: `uploads/s of the rounds’ path against ${name}, ${USERS} users, photos of 200 kB`,
    goal: 'more than 1',
    reached: median(ratios) > 1,
    figure: ratioText(ratios),
    details: [
      `CPU per upload of ${name} against ours: ${ratioText(cpu)}`,
      ...ours.map((each, i) => `ours ${text(each)}, theirs ${text(theirs[i] as Load)}`),
    ],
  };
}

async function runLocust(
  locust: string,
  target: string,
  photo: string,
  uploads: number,
): Promise<ProcessFigures> {
  const file = join(import.meta.dirname, 'other-tools', 'locustfile.py');
  const users = ['--users', String(USERS), '--spawn-rate', String(USERS)];
  return succeeded(
    await measureProcess(
      locust,
      ['--headless', '--only-summary', '--loglevel', 'ERROR', ...users, '--host', target, '-f', file],
      { ...process.env, PHOTO: photo, UPLOADS: String(uploads) },
      'ignore',
    ),
  );
}

async function runArtillery(
  artillery: string,
  target: string,
  photo: string,
  uploads: number,
  folder: string,
): Promise<ProcessFigures> {
  const script = join(folder, 'artillery.json');
  const formData = { photo: { fromFile: photo, contentType: 'image/jpeg' } };
  const post = { post: { url: '/upload', formData } };
  await writeFile(
    script,
    JSON.stringify({
      config: { target, phases: [{ duration: 1, arrivalCount: USERS }] },
      scenarios: [{ flow: [{ loop: [post], count: uploads / USERS }] }],
    }),
  );
  return succeeded(
    await measureProcess(process.execPath, [artillery, 'run', '--quiet', script], {
      ...process.env,
      ARTILLERY_DISABLE_TELEMETRY: 'true',
    }),
  );
}

function succeeded(figures: ProcessFigures): ProcessFigures {
  if (figures.exitCode !== 0) throw new Error(`a tool ended with ${figures.exitCode}`);
  return figures;
}

if (import.meta.main) process.stdout.write(`${JSON.stringify(await benchOtherTools(), null, 2)}\n`);
