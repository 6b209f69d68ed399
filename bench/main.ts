import { cpus, totalmem } from 'node:os';
import { benchLoginStorm } from './login-storm.ts';
import { benchMockMemory } from './mock-memory.ts';
import { benchMockUpload } from './mock-upload.ts';
import { benchOpenSessions } from './open-sessions.ts';
import { benchOtherTools } from './other-tools.ts';
import { benchPhotos } from './photos.ts';
import { benchPlan } from './plan.ts';
import { benchPublicRead } from './public-read.ts';
import type { BenchResult } from './ratio.ts';
import { benchTicks } from './ticks.ts';
import { benchUploadGenerator } from './upload-generator.ts';

/** Every figure of docs/benchmarks.md, as the table that stands there. About a quarter of an hour; nothing else should run. */
const results: BenchResult[] = [];
for (const bench of [
  benchPlan,
  benchPhotos,
  benchUploadGenerator,
  benchOpenSessions,
  benchOtherTools,
  benchMockUpload,
  benchLoginStorm,
  benchPublicRead,
  benchTicks,
  benchMockMemory,
])
  results.push(...(await bench()));

const lines = [
  `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.version}`,
  '',
  '| figure | goal | measured | reached |',
  '|---|---|---|---|',
  ...results.map(
    ({ name, goal, figure, reached }) => `| ${name} | ${goal} | ${figure} | ${reached ? 'yes' : '**no**'} |`,
  ),
  '',
  ...results.flatMap(({ name, details }) => [`${name}:`, '', ...details.map((detail) => `- ${detail}`), '']),
];
process.stdout.write(`${lines.join('\n')}\n`);
process.exitCode = results.every(({ reached }) => reached) ? 0 : 1;
