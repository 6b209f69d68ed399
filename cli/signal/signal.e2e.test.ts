import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PACKAGE_ROOT, TOOLKIT } from '../../fixtures/package-root.ts';
import { generatePlan } from '../../fixtures/plan/generate.ts';
import type { RegionProfile } from '../../fixtures/regions/profile.ts';
import { linkFigures, uploadMs } from '../../fixtures/signal/links.ts';
import { inventRegion } from '../../fixtures/testing/region.ts';
import type { AttemptLine, DisturbanceLine } from '../../scenarios/journal-line.ts';
import { type Running, scratchFolder, start, startMockServer, stop, ujiBeban } from '../e2e/command-line.ts';
import { descendantsOf, isAlive } from '../e2e/processes.ts';
import type { Audit, Measurements } from '../evidence/types.ts';
import type { RunRecord } from '../run-folder/types.ts';

/** Its whole round takes half a minute; what its four TPS on EDGE have to send takes as long. */
const SPEED = 600;
const WITHOUT = '999901';

const scratch = scratchFolder();
const { at, json, lines } = scratch;
const plan = at('plan');
let mock: (Running & { url: string }) | undefined;

const assumed = <Value extends string | number>(value: Value) => ({
  value,
  mark: 'A' as const,
  source: 'assumed: test',
});

/** Two kecamatan of 30 TPS; four TPS on EDGE, two that are carried to a village with good signal, one outage. */
function town(): RegionProfile {
  const region = inventRegion({
    tps: [Array(3).fill(10), Array(3).fill(10)],
    dpt: 30_000,
    ways: { offline: 2, 'offline-online': 4 },
    weakSignal: 6,
    durationSecond: 7200,
    signalDisturbances: [
      {
        name: 'tanpa sinyal',
        type: 'signal-outage',
        atSecond: assumed(2400),
        durationSecond: assumed(600),
        kecamatan: assumed(WITHOUT),
      },
    ],
  });
  const links = { edge: assumed(100), '3g': assumed(0), '4g-congested': assumed(0) };
  region.submission = { ...region.submission, weakLinks: links, destinationLink: assumed('good' as const) };
  // Only the signal is disturbed, so that whatever fails failed for want of it.
  region.workload.disturbances = region.workload.disturbances.filter(({ kecamatan }) => kecamatan);
  return region;
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] as number;
}

function args(out: string, ...more: string[]): string[] {
  const target = ['--plan', plan, '--target', mock?.url ?? '', '--out', at(out)];
  return ['run', ...target, '--speed', String(SPEED), ...more];
}

function toxiproxyOf(pid: number): number {
  const found = descendantsOf(pid).filter((child) =>
    readFileSync(`/proc/${child}/cmdline`, 'utf8').includes('toxiproxy'),
  );
  expect(found).toHaveLength(1);
  return found[0] as number;
}

async function gone(pid: number): Promise<boolean> {
  for (let look = 0; look < 100 && isAlive(pid); look++)
    await new Promise((resolve) => setTimeout(resolve, 20));
  return !isAlive(pid);
}

beforeAll(async () => {
  const photos = { mode: 'pool' as const, size: 2, sensor: 'published' as const };
  await generatePlan({ region: town(), seed: 7, out: plan, photos, toolkit: TOOLKIT });
  mock = await startMockServer(plan, at('store.sqlite'));
});
afterAll(async () => {
  await stop(mock);
  scratch.cleanUp();
});

describe('round 2 over the links that the plan has', () => {
  let attempts: AttemptLine[];
  const uploads = (link: string) =>
    attempts.filter((line) => line.operation === 'upload' && line.acknowledged && line.link === link);

  it('goes through, loses nothing, and says so of each link', async () => {
    const ran = await ujiBeban(...args('r2', '--round', '2'));
    expect([0, 99], ran.stdout + ran.stderr).toContain(ran.code);
    expect((await ujiBeban('audit', at('r2'))).code).toBe(0);
    expect(json<Audit>('r2', 'audit.json')).toMatchObject({
      planned: 240,
      stored: 240,
      lost: 0,
      duplicated: 0,
    });
    await ujiBeban('verdict', at('r2'));
    const report = await ujiBeban('report', at('r2'), '--lang', 'en');
    expect(report.stdout).toContain('4 of 4 TPS with a bad link went over it');
    attempts = lines<AttemptLine>('r2', 'journal.ndjson').filter(({ kind }) => kind === 'attempt');
    expect(json<RunRecord>('r2', 'run.json').signal).toMatchObject({
      off: null,
      override: null,
      tps: { good: 56, edge: 4 },
      disturbances: ['tanpa sinyal'],
    });
  });

  it('an upload over EDGE takes as long as arithmetic says, and over a good link next to nothing', () => {
    const edge = uploads('edge');
    expect(edge).toHaveLength(16);
    const shares = edge.map(({ durationMs, bytes }) => durationMs / uploadMs(linkFigures('edge'), bytes));
    expect(Math.min(...shares)).toBeGreaterThan(0.95);
    // A busy machine can hold up single ones.
    expect(median(shares)).toBeLessThan(1.2);
    const good = median(uploads('good').map(({ durationMs }) => durationMs));
    expect(median(edge.map(({ durationMs }) => durationMs)) / good).toBeGreaterThan(50);
  });

  it('a phone that is carried to another village reaches nothing on the way, and then sends what it has', () => {
    const none = attempts.filter(({ link }) => link === 'none');
    const moved = new Set(none.map(({ tps }) => tps));
    expect(moved.size).toBe(2);
    expect(
      none.filter(({ acknowledged, errorClass }) => acknowledged || errorClass !== 'connection'),
    ).toEqual([]);
    for (const tps of moved) {
      const own = attempts.filter((line) => line.tps === tps && line.phase === 'upload');
      const arrived = Math.min(
        ...own.filter(({ link }) => link !== 'none').map(({ startedAt }) => startedAt),
      );
      expect(((arrived - (own[0] as AttemptLine).plannedAt) / 1000) * SPEED).toBeGreaterThan(384);
      expect(uploads('good').filter((line) => line.tps === tps)).toHaveLength(4);
    }
  });

  it('an outage hits its kecamatan alone, when the journal says, and its documents arrive late', () => {
    const [, ended] = lines<DisturbanceLine>('r2', 'journal-signal.ndjson') as [unknown, DisturbanceLine];
    expect(ended).toMatchObject({ name: 'tanpa sinyal', kecamatan: WITHOUT, accepted: true });
    expect(ended.endsAt - ended.startsAt).toBeGreaterThanOrEqual(1000);
    expect(ended.endsAt - ended.startsAt).toBeLessThan(1500);
    const failed = attempts.filter(({ acknowledged, link }) => !acknowledged && link !== 'none');
    const within = failed.filter(
      ({ startedAt, durationMs }) => startedAt + durationMs >= ended.startsAt && startedAt <= ended.endsAt,
    );
    expect(within.length).toBeGreaterThan(5);
    for (const { tps } of within) expect(tps?.slice(0, 6)).toBe(WITHOUT);
    const { recoveries } = json<{ measurements: Measurements }>('r2', 'report.json').measurements;
    expect(recoveries).toMatchObject([{ kecamatan: WITHOUT, effect: 'observed', lateUnsafe: 0 }]);
    const [recovery] = recoveries;
    expect(recovery?.late).toBe(recovery?.backlog);
    expect(recovery?.drainSecond).toBeGreaterThan(0);
    expect(recovery?.drainSecond).toBeLessThan(5);
  });
});

describe('a part, two phones and an adapter of one’s own', () => {
  it('both phones of a TPS go over its link, and nobody outside the part is counted', async () => {
    const adapter = join(PACKAGE_ROOT, 'scenarios', 'targets', 'template.ts');
    const flow = ['--flow', 'kpps-two-phones', '--kecamatan', WITHOUT, '--adapter', adapter];
    const ran = await ujiBeban(...args('part', '--round', '1', '--signal', '3g', ...flow));
    expect([0, 99], ran.stdout + ran.stderr).toContain(ran.code);
    const { signal, part } = json<RunRecord>('part', 'run.json');
    expect(part?.tps).toBe(30);
    expect(signal).toMatchObject({ override: '3g', tps: { good: 0, '3g': 30 }, disturbances: [] });
    const sent = lines<AttemptLine>('part', 'journal.ndjson').filter(({ kind }) => kind === 'attempt');
    // Who is carried to another village reaches nothing on the way, with either phone.
    const carried = new Set(
      sent.filter(({ phase, link }) => phase === 'upload' && link === 'none').map(({ tps }) => tps),
    );
    expect(carried.size).toBeLessThanOrEqual(2);
    const linksOf = (phase: string) =>
      new Set(sent.filter((line) => line.phase === phase && !carried.has(line.tps)).map(({ link }) => link));
    expect(linksOf('login')).toEqual(new Set([undefined]));
    expect(linksOf('upload')).toEqual(new Set(['3g']));
    expect(linksOf('twin')).toEqual(new Set(['3g']));
  });
});

describe('without bad links', () => {
  it('--signal off is asked for, and the report says so', async () => {
    expect((await ujiBeban(...args('off', '--workload', 'smoke', '--signal', 'off'))).code).toBe(0);
    expect(json<RunRecord>('off', 'run.json').signal).toMatchObject({ off: 'asked', tps: null });
    expect(lines<AttemptLine>('off', 'journal.ndjson').filter(({ link }) => link !== undefined)).toEqual([]);
    await ujiBeban('audit', at('off'));
    await ujiBeban('verdict', at('off'));
    await ujiBeban('report', at('off'));
    expect(readFileSync(at('off', 'report.html'), 'utf8')).toContain('--signal off');
  });
});

describe('toxiproxy leaves with whoever started it', () => {
  it.each(['SIGINT', 'SIGKILL'] as const)('%s', async (signal) => {
    const running = start(args(`ended-${signal}`, '--round', '1', '--signal', '3g'));
    await running.until(/logins [1-9]\d*\//);
    const started = descendantsOf(running.child.pid as number);
    const toxiproxy = toxiproxyOf(running.child.pid as number);
    running.child.kill(signal);
    await running.ended;
    expect(await gone(toxiproxy)).toBe(true);
    for (const pid of started) expect(await gone(pid)).toBe(true);
  });

  it('a stop file ends k6 and toxiproxy within two seconds', async () => {
    const stopFile = at('stop');
    const running = start(args('stopped', '--round', '1', '--signal', '3g', '--stop-file', stopFile));
    await running.until(/logins [1-9]\d*\//);
    const started = descendantsOf(running.child.pid as number);
    const orderedAt = Date.now();
    writeFileSync(stopFile, '');
    for (const pid of started) expect(await gone(pid)).toBe(true);
    expect(Date.now() - orderedAt).toBeLessThan(2000);
    await running.ended;
    expect(json<RunRecord>('stopped', 'run.json')).toMatchObject({
      state: 'stopped',
      stop: { cause: 'file' },
    });
  });

  it('where it ends first, the run has failed for its want and not for the target’s', async () => {
    const running = start(args('broken', '--round', '1', '--signal', '3g'));
    await running.until(/logins [1-9]\d*\//);
    process.kill(toxiproxyOf(running.child.pid as number), 'SIGKILL');
    await running.ended;
    const { state, stateReason } = json<RunRecord>('broken', 'run.json');
    expect(state).toBe('failed');
    expect(stateReason).toContain('toxiproxy ended');
  });
});
