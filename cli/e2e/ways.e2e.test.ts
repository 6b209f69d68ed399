import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TOOLKIT } from '../../fixtures/package-root.ts';
import { generatePlan } from '../../fixtures/plan/generate.ts';
import { readTps } from '../../fixtures/plan/read.ts';
import {
  MISTAKE_KINDS,
  type MistakeKind,
  type Plan,
  type PlannedTps,
  WAYS,
} from '../../fixtures/plan/types.ts';
import { inventRegion } from '../../fixtures/testing/region.ts';
import type { AttemptLine } from '../../scenarios/journal-line.ts';
import type { Audit, Verdict } from '../evidence/types.ts';
import { type Running, scratchFolder, startMockServer, stop, ujiBeban } from './command-line.ts';

/** 48 TPS in every way of submission and with every kind of mistake; its twelve hours in 18 seconds. */
const REGION = inventRegion({
  tps: [
    [8, 8, 8],
    [8, 8, 8],
  ],
  dpt: 20_000,
  ways: { offline: 6, 'offline-online': 9, kecamatan: 5 },
  weakSignal: 8,
  specialTps: 2,
  mistakes: Object.fromEntries(MISTAKE_KINDS.map((kind) => [kind, 0.1])) as Record<MistakeKind, number>,
});
const SPEED = 2400;

const scratch = scratchFolder();
const { at, json } = scratch;
afterAll(() => scratch.cleanUp());

describe.each([
  ['unique photos in one file', 'unique', 1],
  ['a pool in four shards', 'pool', 4],
] as const)('every way and every mistake, with %s', (_, mode, shards) => {
  const plan = `plan-${mode}`;
  const run = `run-${mode}`;
  let tps: PlannedTps[];
  let mock: (Running & { url: string }) | undefined;

  beforeAll(async () => {
    await generatePlan({
      region: REGION,
      seed: 11,
      out: at(plan),
      photos: mode === 'unique' ? { mode, sensor: 'published' } : { mode, size: 8, sensor: 'published' },
      shards,
      toolkit: TOOLKIT,
    });
    tps = await Array.fromAsync(readTps(at(plan)));
    mock = await startMockServer(at(plan), at(`${mode}.sqlite`));
    const args = ['--plan', at(plan), '--target', mock.url, '--round', '1', '--speed', String(SPEED)];
    const ran = await ujiBeban('run', ...args, '--out', at(run));
    expect(ran.code, ran.stdout + ran.stderr).toBe(0);
    const audited = await ujiBeban('audit', at(run));
    expect(audited.code, audited.stdout + audited.stderr).toBe(0);
  });
  afterAll(() => stop(mock));

  it('every TPS of every way is complete', () => {
    const { ways, weakSignal, specialTps, findings } = json<Audit>(run, 'audit.json');
    const of = (lines: PlannedTps[]) => ({ planned: lines.length, complete: lines.length });
    for (const way of WAYS) expect(ways[way], way).toEqual(of(tps.filter((line) => line.way === way)));
    expect(WAYS.map((way) => ways[way].planned)).toEqual([28, 6, 9, 5]);
    expect(weakSignal).toEqual({ planned: 8, complete: 8 });
    expect(specialTps).toEqual({ planned: 2, complete: 2 });
    expect(findings).toEqual([]);
  });

  it('every mistake that an upload shows is met, and none that no upload shows', () => {
    const { mistakes, plan: copy } = json<Audit>(run, 'audit.json');
    const carried = new Map(json<Plan>(plan, 'plan.json').mistakes.map((line) => [line.kind, line.carried]));
    for (const { kind, planned, met } of mistakes) {
      expect(planned, kind).toBe(tps.filter((line) => line.mistakes.some((one) => one.kind === kind)).length);
      expect(met, kind).toBe(carried.get(kind) ? planned : null);
    }
    expect(mistakes.some(({ planned }) => planned > 0)).toBe(true);
    expect([...carried.values()].every((shown) => shown)).toBe(mode === 'unique');
    expect(copy.disagreements).toEqual([]);
  });

  it('a batch leaves as a batch, and an operator of the PPK sends for those at the kecamatan', () => {
    const { documentSpacingSecond, batchSpacingSecond } = json<Plan>(plan, 'plan.json').workload;
    const uploads = readFileSync(at(run, 'journal.ndjson'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as AttemptLine)
      .filter(
        ({ kind, operation, attempt }) => kind === 'attempt' && operation === 'upload' && attempt === 1,
      );
    for (const { kode, way, operator } of tps) {
      const own = uploads.filter((line) => line.tps === kode);
      expect(own.length).toBe(4);
      const spacing = way === 'online' ? documentSpacingSecond : batchSpacingSecond;
      const [first, second] = own as [AttemptLine, AttemptLine];
      expect(second.plannedAt - first.plannedAt).toBeCloseTo((spacing * 1000) / SPEED, 1);
      expect(new Set(own.map(({ account }) => account))).toEqual(new Set([operator]));
      expect(operator).toMatch(way === 'kecamatan' ? /^ppk-operator-/ : /^kpps-/);
    }
  });

  it('the evidence is whole, and the report says what was met', async () => {
    await ujiBeban('verdict', at(run));
    const { validity } = json<Verdict>(run, 'verdict.json');
    const about = [
      'plan-unchanged',
      'plan-totals-agree',
      'planned-times',
      'journal-as-planned',
      'levels-agree',
    ];
    expect(validity.filter(({ name, ok }) => about.includes(name) && ok)).toHaveLength(about.length);
    const reported = await ujiBeban('report', at(run));
    expect(reported.stdout).toContain('Kesalahan ditemui');
    expect(readdirSync(at(run)).filter((name) => name.startsWith('tps'))).toHaveLength(shards);
    expect(readdirSync(at(run)).filter((name) => name.startsWith('accounts'))).toEqual([]);
  });
});
