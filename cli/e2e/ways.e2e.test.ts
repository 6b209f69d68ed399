import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writtenFigures } from '../../fixtures/form/written-figures.ts';
import { TOOLKIT } from '../../fixtures/package-root.ts';
import { generatePlan } from '../../fixtures/plan/generate.ts';
import { readTps } from '../../fixtures/plan/read.ts';
import {
  MISTAKE_KINDS,
  type MistakeKind,
  type Plan,
  type PlannedAccount,
  type PlannedTps,
  WAYS,
} from '../../fixtures/plan/types.ts';
import { inventRegion } from '../../fixtures/testing/region.ts';
import type { ReadingAnswer } from '../../mock-server/contract/form.ts';
import { formPlanOf } from '../../scenarios/form-plan.ts';
import type { AttemptLine, JournalLine } from '../../scenarios/journal-line.ts';
import type { Audit, Verdict } from '../evidence/types.ts';
import { faultsOfFile } from '../schemas/testing/faults.ts';
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

/** Asks the mock as an account. @returns a GET below /api/v1 */
async function loggedIn(url: string, username: string, password: string) {
  const answer = await fetch(`${url}/api/v1/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  });
  const { token } = (await answer.json()) as { token: string };
  return async <T>(path: string): Promise<T> => {
    const got = await fetch(`${url}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } });
    return (await got.json()) as T;
  };
}

const scratch = scratchFolder();
const { at, json } = scratch;
afterAll(() => scratch.cleanUp());

describe.each([
  ['unique photos in one file', 'unique', 1, 'kpps-confirm'],
  ['a pool in four shards', 'pool', 4, 'kpps'],
] as const)('every way and every mistake, with %s', (_, mode, shards, flow) => {
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
    const args = ['--plan', at(plan), '--target', mock.url, '--speed', String(SPEED)];
    args.push('--round', '1', '--flow', flow);
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

  it.runIf(flow === 'kpps-confirm')(
    'what KPPS confirmed is what stands on the paper, mistakes and all',
    async () => {
      const { elections, documentProfile, mistakes } = json<Plan>(plan, 'plan.json');
      const { forms, carried } = formPlanOf({ elections, documentProfile, mistakes });
      const passwords = new Map(
        scratch.lines<PlannedAccount>(plan, 'accounts.ndjson').map((line) => [line.username, line.password]),
      );
      let wrongSheets = 0;
      let contradictory = 0;
      for (const line of tps) {
        const call = await loggedIn(mock?.url ?? '', line.operator, passwords.get(line.operator) ?? '');
        for (const { document, election, pairs } of forms) {
          const reading = await call<ReadingAnswer>(`/tps/${line.kode}/documents/${document}/reading`);
          const wrongSheet = line.mistakes.some(
            (one) => one.document === document && one.instead !== undefined,
          );
          if (wrongSheet) wrongSheets++;
          expect(reading.confirmation === null, `${line.kode} ${document}`).toBe(wrongSheet);
          if (reading.confirmation === null) continue;
          if (reading.confirmation.despite.length > 0) contradictory++;
          expect(reading.figures.map(({ confirmed }) => confirmed)).toEqual(
            writtenFigures(line, election, pairs, carried),
          );
        }
      }
      expect(Math.min(wrongSheets, contradictory)).toBeGreaterThan(0);
      const { forms: counted } = json<Audit>(run, 'audit.json');
      expect(counted).toMatchObject({
        planned: 96,
        confirmed: 96 - wrongSheets,
        confirmedOfWrongSheet: 0,
        wrongSheet: wrongSheets,
        despite: contradictory,
      });
      const sent = scratch
        .lines<JournalLine>(run, 'journal.ndjson')
        .filter(
          (line) => line.kind === 'attempt' && line.operation === 'confirm' && line.outcome === 'confirmed',
        );
      const figures = sent.reduce((sum, line) => sum + ((line as AttemptLine).corrected ?? 0), 0);
      expect(counted?.figuresCorrected).toBe(figures);
    },
  );

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
    expect(reported.stdout.includes('Konfirmasi C.Hasil')).toBe(flow === 'kpps-confirm');
    expect(faultsOfFile('journal', at(run, 'journal.ndjson'))).toEqual([]);
    expect(faultsOfFile('report', at(run, 'report.json'))).toEqual([]);
    expect(readdirSync(at(run)).filter((name) => name.startsWith('tps'))).toHaveLength(shards);
    expect(readdirSync(at(run)).filter((name) => name.startsWith('accounts'))).toEqual([]);
  });
});
