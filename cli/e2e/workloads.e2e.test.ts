import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TOOLKIT } from '../../fixtures/package-root.ts';
import { generatePlan } from '../../fixtures/plan/generate.ts';
import type { PlannedTps } from '../../fixtures/plan/types.ts';
import { inventRegion } from '../../fixtures/testing/region.ts';
import type { AttemptLine, JournalLine } from '../../scenarios/journal-line.ts';
import { NEXT_TPS_SECOND } from '../../scenarios/workloads/pps-help.ts';
import type { Audit, Measurements, Verdict } from '../evidence/types.ts';
import type { RunRecord } from '../run-folder/types.ts';
import { faultsOfFile } from '../schemas/testing/faults.ts';
import { type Running, scratchFolder, startMockServer, stop, ujiBeban } from './command-line.ts';
import { phaseBegan } from './phase-began.ts';

/** Two kecamatan, some of whose TPS are sent by the PPK or from another village. */
const TOWN = inventRegion({
  tps: [Array(6).fill(10), Array(6).fill(10)],
  dpt: 60_000,
  ways: { kecamatan: 10, offline: 8 },
});
const [FIRST, SECOND] = TOWN.kecamatan.map(({ code, name }) => ({ code, name }));

const scratch = scratchFolder();
const { at, json, lines } = scratch;
const plan = at('plan');
let mock: (Running & { url: string }) | undefined;

beforeAll(async () => {
  await generatePlan({
    region: TOWN,
    seed: 7,
    out: plan,
    photos: { mode: 'pool', size: 2, sensor: 'published' },
    toolkit: TOOLKIT,
  });
  mock = await startMockServer(plan, at('store.sqlite'));
});
afterAll(async () => {
  await stop(mock);
  scratch.cleanUp();
});

function attempts(out: string): AttemptLine[] {
  return lines<JournalLine>(out, 'journal.ndjson').filter((line) => line.kind === 'attempt');
}

async function run(out: string, ...args: string[]): Promise<number | null> {
  const ran = await ujiBeban('run', '--plan', plan, '--target', mock?.url ?? '', '--out', at(out), ...args);
  expect([0, 99], ran.stdout + ran.stderr).toContain(ran.code);
  return ran.code;
}

interface Judged {
  audit: Audit;
  verdict: Verdict;
  measurements: Measurements;
}

async function judged(out: string): Promise<Judged> {
  await ujiBeban('audit', at(out));
  await ujiBeban('verdict', at(out));
  expect((await ujiBeban('report', at(out))).code).toBe(0);
  return json<Judged>(out, 'report.json');
}

/** What a machine that is busy with something else does to a run; everything else is the product's. */
const OF_THE_MACHINE = ['start-lag', 'generator-cpu'];

/** Checks that do not hold and criteria that are not met, those aside that tell of time. */
function faultsOf({ validity, criteria }: Verdict): string[] {
  return [
    ...validity.filter(({ ok, name }) => !ok && !OF_THE_MACHINE.includes(name)).map(({ message }) => message),
    ...criteria
      .filter(({ level, result, unit }) => level === 'error' && result !== 'pass' && unit !== 'ms')
      .map(({ name, result }) => `${name}: ${result}`),
  ];
}

describe('every flow, in under a minute', () => {
  it.each([
    ['kpps', 160, 1],
    ['kpps-double-tap', 160, 2],
    ['kpps-two-phones', 160, 2],
    ['kpps-retake', 320, 1],
  ] as const)('%s: %i uploads, each stored once, sent %i times', async (flow, uploads, times) => {
    const started = Date.now();
    expect(await run(flow, '--workload', 'smoke', '--flow', flow, '--speed', '400')).toBe(0);
    expect(Date.now() - started).toBeLessThan(60_000);
    const { audit, verdict } = await judged(flow);
    expect(faultsOf(verdict)).toEqual([]);
    expect(audit).toMatchObject({
      planned: uploads,
      stored: uploads,
      unexpected: 0,
      tps: { planned: 40, complete: 40 },
      findings: [],
    });
    const sent = attempts(flow).filter(({ operation }) => operation === 'upload');
    expect(sent).toHaveLength(uploads * times);
    expect(new Set(sent.map(({ key }) => key)).size).toBe(uploads);
    for (const file of ['run', 'journal'] as const)
      expect(faultsOfFile(file, at(flow, file === 'run' ? 'run.json' : 'journal.ndjson'))).toEqual([]);
    expect(faultsOfFile('report', at(flow, 'report.json'))).toEqual([]);
  });

  it('a double tap is really at once: both are sent before either is answered', () => {
    const uploads = attempts('kpps-double-tap').filter(({ operation }) => operation === 'upload');
    const pairs = Object.values(Object.groupBy(uploads, ({ key }) => key ?? ''));
    for (const pair of pairs) expect(new Set(pair?.map(({ startedAt }) => startedAt)).size).toBe(1);
  });

  it('login: accounts and nothing else', async () => {
    expect(await run('login', '--workload', 'smoke', '--flow', 'login', '--speed', '400')).toBe(0);
    const { audit, verdict } = await judged('login');
    expect(faultsOf(verdict)).toEqual([]);
    expect(audit).toMatchObject({ planned: 0, accounts: { handedOut: 80, used: 80 } });
    expect(new Set(attempts('login').map(({ operation }) => operation))).toEqual(new Set(['login']));
  });

  it('readers: no login, every file is there, and one that has not changed is not sent again', async () => {
    expect(await run('readers', '--workload', 'smoke', '--flow', 'readers', '--speed', '400')).toBe(0);
    const { audit, verdict, measurements } = await judged('readers');
    expect(faultsOf(verdict)).toEqual([]);
    expect(audit.accounts.handedOut).toBe(0);
    const reads = attempts('readers');
    expect(new Set(reads.map(({ status }) => status))).toEqual(new Set([200, 304]));
    expect(reads.every(({ account, operation }) => account === '' && operation === 'read')).toBe(true);
    expect(reads.some(({ path }) => /\/\d{13}\.json$/.test(path ?? ''))).toBe(true);
    expect(measurements.total).toMatchObject({ planned: reads.length, achieved: reads.length });
  });
});

describe('the PPS helps', () => {
  const kelurahan = TOWN.kecamatan[0]?.kelurahan[0]?.code ?? '';
  const speed = 4800;

  it('a round: the TPS of a kelurahan fall to its operators in turn, and one of another to one of its own', async () => {
    const planned = lines<PlannedTps>('plan', 'tps.ndjson');
    const other = planned.find((tps) => tps.kode.startsWith(SECOND?.code ?? 'x'))?.kode ?? '';
    const running = run(
      ...(['helped', '--round', '1', '--flow', 'pps', '--kelurahan', kelurahan] as const),
      ...(['--tps', other, '--speed', String(speed)] as const),
    );
    // Operators are at work for hours; a service that is restarted meanwhile knows none of them any more.
    const startsAt = await phaseBegan(at('helped'), 'upload');
    const faults = [1000, 2000, 3000, 4000].map((startMs) => ({
      ...{ name: `restart-${startMs}`, type: 'tokens-lost', startMs, durationMs: 1 },
    }));
    const asked = await fetch(`${mock?.url}/simulator/faults`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ startsAt, faults }),
    });
    expect(asked.status).toBe(204);
    await running;
    const { audit, verdict } = await judged('helped');
    expect(
      verdict.validity
        .filter(({ ok, name }) => !ok && !OF_THE_MACHINE.includes(name))
        .map(({ name }) => name),
    ).toEqual([]);
    expect(audit).toMatchObject({
      planned: 44,
      stored: 44,
      findings: [],
      tps: { planned: 11, complete: 11 },
    });
    // Of the other kelurahan only the TPS is handed out, not its PPS.
    const accounts = json<RunRecord>('helped', 'run.json').part?.accounts;
    expect(audit.accounts).toEqual({ handedOut: accounts, used: accounts });

    const inOrder = planned.toSorted((a, b) => a.arrivalRank - b.arrivalRank).map(({ kode }) => kode);
    const own = inOrder.filter((kode) => kode.startsWith(kelurahan));
    const work = attempts('helped').filter(({ phase }) => phase === 'upload');
    const helpedBy = (account: string) => [
      ...new Set(
        work
          .filter((line) => line.account === account && line.operation === 'upload')
          .map(({ tps }) => tps ?? ''),
      ),
    ];
    expect(helpedBy(`pps-${kelurahan}-1`)).toEqual(own.filter((_, i) => i % 2 === 0));
    expect(helpedBy(`pps-${kelurahan}-2`)).toEqual(own.filter((_, i) => i % 2 === 1));
    expect(helpedBy(`pps-${other.slice(0, 10)}-1`)).toEqual([other]);
    // Each logs in once, lists and looks at every TPS, and every line names the TPS at which it is.
    const refused = work.filter(({ status }) => status === 401);
    const done = (wanted: string) =>
      work.filter(({ operation, acknowledged }) => operation === wanted && acknowledged);
    expect(done('login')).toHaveLength(3 + refused.length);
    expect(done('status')).toHaveLength(11);
    expect(work.every(({ tps }) => tps !== null)).toBe(true);
  });

  it('an operator who is thrown out logs in again and goes on; it is one operation, and no planned login', () => {
    const work = attempts('helped').filter(({ phase }) => phase === 'upload');
    expect(work.filter(({ status }) => status === 401).length).toBeGreaterThan(0);
    const others = work.filter(({ operation }) => operation !== 'login');
    const operations = Object.groupBy(others, ({ operation, tps, key }) => `${operation} ${tps} ${key}`);
    for (const tries of Object.values(operations)) {
      expect(tries?.map(({ attempt }) => attempt)).toEqual(tries?.map((_, i) => i + 1));
      expect(tries?.map(({ final }) => final)).toEqual(tries?.map((_, i) => i === tries.length - 1));
    }
    const { measurements } = json<Judged>('helped', 'report.json');
    const logins = measurements.operations.find((row) => row.phase === 'upload' && row.operation === 'login');
    expect(logins).toMatchObject({ planned: 3, offered: 3, achieved: 3, firstAttemptSuccess: 3 });
    expect(logins?.attempts).toBeGreaterThan(3);
  });

  it('each TPS as soon as it has arrived and the one before is done, by the plan', () => {
    const planned = new Map(lines<PlannedTps>('plan', 'tps.ndjson').map((tps) => [tps.kode, tps]));
    const lists = attempts('helped').filter(
      ({ operation, attempt }) => operation === 'list' && attempt === 1,
    );
    for (const own of Object.values(Object.groupBy(lists, ({ account }) => account))) {
      const arrived = (tps: string | null | undefined) => planned.get(tps ?? '')?.arrivalSecond ?? Number.NaN;
      let free = 0;
      for (const { plannedAt, tps } of own ?? []) {
        const second = ((plannedAt - (own?.[0]?.plannedAt ?? 0)) / 1000) * speed;
        expect(second).toBeCloseTo(Math.max(free, arrived(tps) - arrived(own?.[0]?.tps)), 0);
        free = second + 4 * (planned.get(tps ?? '')?.way === 'online' ? 150 : 10) + NEXT_TPS_SECOND;
      }
    }
  });
});

describe('a part of the region', () => {
  it('round 1 of one kecamatan: its TPS, its accounts, each TPS when the whole plan has it', async () => {
    await run('part', '--round', '1', '--kecamatan', FIRST?.name ?? '', '--speed', '2400');
    const { audit } = await judged('part');
    const record = json<RunRecord>('part', 'run.json');
    expect(record.part).toMatchObject({ codes: [FIRST?.code], tps: 60 });
    expect(audit).toMatchObject({
      planned: 240,
      stored: 240,
      findings: [],
      tps: { planned: 60, complete: 60 },
    });
    expect(audit.accounts).toEqual({ handedOut: record.part?.accounts, used: record.part?.accounts });
    expect(audit.areas.kecamatan.map(({ code, tps }) => [code, tps.planned])).toEqual([
      [FIRST?.code, 60],
      [SECOND?.code, 0],
    ]);
    const arrival = new Map(
      lines<PlannedTps>('plan', 'tps.ndjson').map(({ kode, arrivalSecond }) => [kode, arrivalSecond]),
    );
    const phase = lines<JournalLine>('part', 'journal.ndjson').find(
      (line) => line.kind === 'phase' && line.phase === 'upload',
    );
    const zero = phase?.kind === 'phase' ? phase.startedAt : 0;
    const logins = attempts('part').filter((line) => line.phase === 'upload' && line.operation === 'login');
    expect(logins).toHaveLength(60);
    for (const { tps, plannedAt } of logins) {
      expect(tps?.startsWith(FIRST?.code ?? 'x')).toBe(true);
      const second = ((plannedAt - zero) / 1000) * 2400;
      // Rates are whole numbers: a hundredth of a long wait for the next TPS.
      expect(Math.abs(second - (arrival.get(tps ?? '') ?? 0))).toBeLessThan(60);
    }
    const report = await ujiBeban('report', at('part'), '--lang', 'en');
    expect(report.stdout).toContain(`only Kecamatan ${FIRST?.name} (${FIRST?.code}): 60 TPS`);
    expect(readFileSync(at('part', 'report.html'), 'utf8')).toContain(FIRST?.name);
  });

  it('round 2 after it, on one kelurahan inside', async () => {
    const kelurahan = TOWN.kecamatan[0]?.kelurahan[0]?.code ?? '';
    await run('inside', '--round', '2', '--after', at('part'), '--kelurahan', kelurahan, '--speed', '2400');
    const { audit } = await judged('inside');
    expect(audit).toMatchObject({ planned: 40, stored: 40, tps: { planned: 10 } });
    const compared = await ujiBeban('compare', at('part'), at('inside'), '--lang', 'en');
    expect(compared.stdout).toContain('The parts of the region differ');
  });

  it('a run of another part has nothing to test again here', async () => {
    const refused = await ujiBeban(
      ...['run', '--plan', plan, '--target', mock?.url ?? '', '--out', at('other'), '--round', '2'],
      ...['--after', at('part'), '--kecamatan', SECOND?.code ?? ''],
    );
    expect(refused).toMatchObject({ code: 2 });
    expect(refused.stderr).toContain('was not tested there');
  });

  it('a name that no area has is refused before anything is made', async () => {
    const refused = await ujiBeban(
      ...['run', '--plan', plan, '--target', mock?.url ?? '', '--out', at('nowhere'), '--round', '1'],
      ...['--kecamatan', `${FIRST?.name}x`],
    );
    expect(refused).toMatchObject({ code: 2 });
    expect(refused.stderr).toContain(`near are ${FIRST?.name} (${FIRST?.code}`);
  });
});

describe('named workloads', () => {
  it('readers go beside the uploads of a round, which stay as they were', async () => {
    await run('beside', '--round', '1', '--readers', '--speed', '2400');
    const { audit, measurements } = await judged('beside');
    expect(audit).toMatchObject({ planned: 480, stored: 480 });
    expect(measurements.operations.find(({ phase }) => phase === 'read')?.achieved).toBeGreaterThan(200);
  });

  it('stress: what was planned is what was achieved', async () => {
    await run('stress', '--workload', 'stress', '--speed', '200');
    const { audit, measurements } = await judged('stress');
    expect(audit.planned).toBeGreaterThan(60);
    expect(audit.stored).toBe(audit.planned);
    expect(measurements.sessionsNotStarted).toEqual({ upload: 0 });
    const offered = measurements.timeline.steps.reduce((sum, { uploads }) => sum + uploads.offered, 0);
    expect(offered).toBe(audit.planned);
  });

  it('breakpoint: stops where the target breaks, says how far it came, and counts', async () => {
    const put = (body: unknown) =>
      fetch(`${mock?.url}/simulator/capacity`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const constant = (meanMs: number) => ({ distribution: 'constant', meanMs });
    // Five logins a second and no queue to speak of, half of what the ramp ends at.
    const capacity = {
      workers: 1,
      service: {
        login: constant(200),
        list: constant(1),
        upload: constant(1),
        status: constant(1),
        read: constant(1),
      },
      queue: 3,
      queueTimeoutMs: null,
      retryAfterSecond: 1,
      connections: null,
      seed: 1,
    };
    expect((await put(capacity)).status).toBe(204);
    expect(await run('breakpoint', '--workload', 'breakpoint', '--flow', 'login', '--speed', '60')).toBe(99);
    await fetch(`${mock?.url}/simulator/capacity`, { method: 'DELETE' });
    const { verdict, measurements } = await judged('breakpoint');
    expect(faultsOf(verdict)).toEqual([]);
    expect(measurements.breakpoint).toMatchObject({ stopped: true, operation: 'login' });
    const { second, bestAchievedRate, peakOperationRate } = measurements.breakpoint ?? {
      second: Number.NaN,
      bestAchievedRate: Number.NaN,
      peakOperationRate: Number.NaN,
    };
    expect(second).toBeGreaterThan(300);
    expect(second).toBeLessThan(1800);
    expect(bestAchievedRate).toBeGreaterThan(3);
    expect(bestAchievedRate).toBeLessThan(6.5);
    // The storm of the plan: all accounts within the hour.
    expect(peakOperationRate).toBeCloseTo(
      (json<RunRecord>('breakpoint', 'run.json').plan.counts.accounts / 3600) * 60,
      6,
    );
    const criterion = verdict.criteria.find(({ metric }) => metric === 'breakpoint.peakShare');
    expect(criterion?.found).toBeCloseTo(bestAchievedRate / peakOperationRate, 6);
    const printed = await ujiBeban('report', at('breakpoint'), '--lang', 'en');
    expect(printed.stdout).toContain('broke at');
  });
});
