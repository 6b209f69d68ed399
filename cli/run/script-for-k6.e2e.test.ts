import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TOOLKIT } from '../../fixtures/package-root.ts';
import { generatePlan } from '../../fixtures/plan/generate.ts';
import { inventRegion } from '../../fixtures/testing/region.ts';
import { type RunningServer, startServer } from '../../mock-server/server.ts';
import type { AttemptLine, JournalLine } from '../../scenarios/journal-line.ts';
import { locateK6 } from '../k6/locate.ts';
import { k6Environment } from '../k6/version.ts';
import { scriptForK6 } from './script-for-k6.ts';

const folder = mkdtempSync(join(tmpdir(), 'uji-beban-script-'));
const planFolder = join(folder, 'plan');
const TPS = 8;
/** A day offline takes 9 s. */
const SPEED = 9600;

describe('the script of a run with very many VUs', () => {
  let mock: RunningServer;

  beforeAll(async () => {
    await generatePlan({
      region: inventRegion({ tps: [[4, 4]], dpt: 3000 }),
      seed: 5,
      out: planFolder,
      photos: { mode: 'pool', size: 8, sensor: 'published' },
      toolkit: TOOLKIT,
    });
    mock = await startServer({
      planDir: planFolder,
      storePath: join(folder, 'store.sqlite'),
      port: 0,
      passwordCost: 0,
    });
  });
  afterAll(async () => {
    await mock.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it.each([
    ['kpps', 'tps'],
    ['kpps-offline', 'offline-tps'],
  ] as const)('uploads photos that it holds itself: %s', async (flow, play) => {
    const k6 = await locateK6({ build: true });
    const environment = { PLAN: planFolder, TARGET: mock.url, SPEED: `${SPEED}`, RUN_ID: flow, FLOW: flow };
    const { script } = await scriptForK6(
      {
        run: { workload: 'round-1', plays: new Set(['logins', play]), overLinks: false },
        planFolder,
        adapter: null,
        folder: join(folder, flow),
        environment,
        manyVus: 1,
      },
      k6,
      AbortSignal.timeout(60_000),
    );
    const text = readFileSync(script, 'utf8');
    expect(text).not.toContain('photos.pack');
    expect(text).not.toContain('k6/experimental/fs');

    const journal = join(folder, `${flow}.ndjson`);
    const flags = ['--quiet', '--log-format', 'raw', '--console-output', journal];
    const given = Object.entries(environment).flatMap(([name, value]) => ['-e', `${name}=${value}`]);
    await promisify(execFile)(k6.path, ['run', ...flags, ...given, script], { env: k6Environment() });

    const lines = readFileSync(journal, 'utf8').trimEnd().split('\n');
    const attempts = lines
      .map((line) => JSON.parse(line) as JournalLine)
      .filter((line): line is AttemptLine => line.kind === 'attempt');
    // The mock holds every photo to the digest in the plan, mark and all.
    expect(attempts.filter(({ acknowledged }) => !acknowledged)).toEqual([]);
    const looks = attempts.filter(({ operation }) => operation === 'status');
    expect(looks.map(({ complete }) => complete)).toEqual(Array.from({ length: TPS }, () => true));
  });
});
