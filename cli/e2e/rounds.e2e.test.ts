import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TOOLKIT } from '../../fixtures/package-root.ts';
import { generatePlan } from '../../fixtures/plan/generate.ts';
import type { RegionProfile } from '../../fixtures/regions/profile.ts';
import { inventRegion } from '../../fixtures/testing/region.ts';
import type { AttemptLine } from '../../scenarios/journal-line.ts';
import type { Comparison } from '../evidence/comparison-types.ts';
import type { Audit, Verdict } from '../evidence/types.ts';
import type { RetestLogin, RetestTps, RunRecord } from '../run-folder/types.ts';
import { type Running, scratchFolder, start, startMockServer, stop, ujiBeban } from './command-line.ts';
import { phaseBegan } from './phase-began.ts';

/** A small town, so that both whole rounds fit into a test: 120 TPS, 480 uploads; its twelve hours in 18 seconds. */
const TOWN = inventRegion({ tps: [Array(6).fill(10), Array(6).fill(10)], dpt: 60_000 });
const SPEED = 2400;
const UPLOADS = 480;

const scratch = scratchFolder();
const { at, json, lines } = scratch;
const plan = at('plan');

async function generate(region: RegionProfile, out: string): Promise<void> {
  await generatePlan({
    region,
    seed: 7,
    out,
    photos: { mode: 'pool', size: 2, sensor: 'published' },
    toolkit: TOOLKIT,
  });
}

function run(target: string, out: string, ...args: string[]) {
  return ujiBeban(
    'run',
    '--plan',
    plan,
    '--target',
    target,
    '--speed',
    String(SPEED),
    '--out',
    at(out),
    ...args,
  );
}

/** Accounts that the journal's last word in the login phase was a refusal of. */
function failedLogins(out: string): Set<string> {
  const last = new Map<string, boolean>();
  for (const { kind, phase, account, acknowledged } of lines<AttemptLine>(out, 'journal.ndjson'))
    if (kind === 'attempt' && phase === 'login') last.set(account, acknowledged);
  return new Set([...last].flatMap(([account, acknowledged]) => (acknowledged ? [] : [account])));
}

beforeAll(() => generate(TOWN, plan));
afterAll(() => scratch.cleanUp());

describe('round 1 with failures, then round 2 after it', () => {
  let mock: (Running & { url: string }) | undefined;
  afterAll(() => stop(mock));

  it('round 1: an outage longer than an operator is patient loses nothing and fails', async () => {
    mock = await startMockServer(plan, at('round-1.sqlite'));
    const { url } = mock;
    const running = run(url, 'r1', '--round', '1');
    const plays = async (phase: string, fault: object) =>
      fetch(`${url}/simulator/faults`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ startsAt: await phaseBegan(at('r1'), phase), faults: [fault] }),
      });
    // From the middle of the storm, for longer than all retries of a login last; and at the height of the evening, of an upload.
    await plays('login', { name: 'storm', type: 'outage', startMs: 700, durationMs: 800 });
    await plays('upload', { name: 'outage', type: 'outage', startMs: 4000, durationMs: 1500 });
    const ran = await running;
    expect(ran.code, ran.stdout + ran.stderr).toBe(99);
    expect((await ujiBeban('audit', at('r1'))).code).toBe(1);
    const audit = json<Audit>('r1', 'audit.json');
    expect(audit).toMatchObject({ planned: UPLOADS, lost: 0, altered: 0, duplicated: 0, unexpected: 0 });
    expect(audit.unacknowledged).toBeGreaterThan(0);
    expect(audit.stored + audit.unacknowledged).toBe(UPLOADS);
    expect(failedLogins('r1').size).toBeGreaterThan(0);
    await ujiBeban('verdict', at('r1'));
    const verdict = json<Verdict>('r1', 'verdict.json');
    expect(verdict.verdict, verdict.reasons.join('\n')).toBe('FAIL');
    await stop(mock);
  });

  it('round 2: exactly the logins and the TPS that failed first, then all of it under the plan’s three disturbances', async () => {
    mock = await startMockServer(plan, at('round-2.sqlite'));
    const ran = await run(mock.url, 'r2', '--round', '2', '--after', at('r1'));
    expect([0, 99], ran.stdout + ran.stderr).toContain(ran.code);
    const failed = new Set(
      json<Audit>('r1', 'audit.json').findings.flatMap(({ tps, key }) => (key === null ? [] : [tps])),
    );
    const retest = readFileSync(at('r2', 'retest.ndjson'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as RetestTps | RetestLogin);
    expect(new Set(retest.flatMap((line) => ('tps' in line ? [line.tps] : [])))).toEqual(failed);
    const gaveUp = failedLogins('r1');
    expect(new Set(retest.flatMap((line) => ('account' in line ? [line.account] : [])))).toEqual(gaveUp);
    expect(json<RunRecord>('r2', 'run.json').after).toMatchObject({
      retest: failed.size,
      logins: gaveUp.size,
    });
    const logins = lines<AttemptLine>('r2', 'journal.ndjson').filter(({ phase }) => phase === 'relogin');
    expect(new Set(logins.flatMap(({ kind, account }) => (kind === 'attempt' ? [account] : [])))).toEqual(
      gaveUp,
    );

    expect((await ujiBeban('audit', at('r2'))).code).toBe(0);
    const audit = json<Audit>('r2', 'audit.json');
    expect(audit.planned).toBe(UPLOADS + failed.size * 4);
    expect(audit.pleno).toEqual({ planned: 2, read: true, summed: 2, equal: 2 });
    expect(audit.phases).toMatchObject({
      retest: { planned: failed.size * 4, stored: failed.size * 4 },
      upload: { planned: UPLOADS, stored: UPLOADS },
    });
    await ujiBeban('verdict', at('r2'));
    expect((await ujiBeban('report', at('r2'))).code).toBe(0);
    const { validity } = json<Verdict>('r2', 'verdict.json');
    for (const name of ['journal-as-planned', 'planned-times', 'retest-unchanged', 'every-session-started'])
      expect(validity.find((check) => check.name === name)).toMatchObject({ ok: true });
    const { measurements } = json<{
      measurements: { recoveries: { name: string; accepted: boolean; drainSecond: number | null }[] };
    }>('r2', 'report.json');
    expect(measurements.recoveries.map(({ name }) => name)).toEqual([
      'slow-15:00',
      'outage-16:30',
      'errors-18:00',
    ]);
    expect(
      measurements.recoveries.every(({ accepted, drainSecond }) => accepted && drainSecond !== null),
    ).toBe(true);
  });

  it('compare: what failed in round 1 and what became of it', async () => {
    const compared = await ujiBeban('compare', at('r1'), at('r2'), '--out', at('r1-r2.html'), '--lang', 'en');
    expect(compared.code, compared.stderr).toBe(0);
    const comparison = json<Comparison>('r1-r2.json');
    expect(comparison.samePlan).toBe(true);
    expect(comparison.fates).toHaveLength(json<Audit>('r1', 'audit.json').unacknowledged);
    expect(comparison.newFailures).toEqual([]);
    expect(new Set(comparison.loginFates.map(({ account }) => account))).toEqual(failedLogins('r1'));
    expect(comparison.loginFates.every(({ retest, main }) => retest === true && main === true)).toBe(true);
    const { length } = comparison.loginFates;
    expect(compared.stdout.replaceAll(/\s+/g, ' ')).toContain(
      `${length} accounts gave up logging in in the first run. Re-test: ${length} of ${length} got in.`,
    );
  });

  it('round 2 after anything but a finished round 1 is refused', async () => {
    const refused = await run(mock?.url ?? '', 'r3', '--round', '2', '--after', at('r2'));
    expect(refused.code).toBe(11);
    expect(refused.stderr).toContain('only a finished round 1');
  });
});

describe('a disk that fills up in mid-run', () => {
  it.skipIf(process.getuid?.() !== 0)(
    'ends with words for a person and a folder that can be audited',
    async () => {
      const disk = at('disk');
      mkdirSync(disk);
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', disk]);
      const mock = await startMockServer(plan, at('disk.sqlite'));
      try {
        const args = ['--plan', plan, '--round', '1', '--target', mock.url, '--speed', String(SPEED)];
        const running = start(['run', ...args, '--out', join(disk, 'run')]);
        await running.until(/uploads [1-9]\d*\//);
        expect(() => writeFileSync(join(disk, 'filler'), Buffer.alloc(16 << 20))).toThrow(/ENOSPC/);
        const ended = await running.ended;
        expect(ended.code, ended.stdout + ended.stderr).toBe(15);
        expect(ended.stderr).toContain('no room');
        rmSync(join(disk, 'filler'));
        expect((await ujiBeban('audit', join(disk, 'run'))).code).toBe(1);
        const audit = json<Audit>('disk', 'run', 'audit.json');
        expect(audit).toMatchObject({ planned: UPLOADS, lost: 0, altered: 0, duplicated: 0, unexpected: 0 });
        expect(audit.stored).toBeGreaterThan(0);
        expect((await ujiBeban('verdict', join(disk, 'run'))).code).toBe(4);
      } finally {
        await stop(mock);
        execFileSync('umount', [disk]);
      }
    },
  );
});

describe('a target that accepts and never answers', () => {
  let server: Server | undefined;
  afterAll(() => {
    server?.closeAllConnections();
    server?.close();
  });

  it('has failed; it is not the generator that could not', async () => {
    const impatient = {
      ...TOWN.workload.operator,
      requestTimeoutSecond: { ...TOWN.workload.operator.requestTimeoutSecond, value: 1 },
    };
    await generate({ ...TOWN, workload: { ...TOWN.workload, operator: impatient } }, at('impatient'));
    const sha256 = createHash('sha256')
      .update(readFileSync(at('impatient', 'plan.json')))
      .digest('hex');
    let hanging = true;
    server = createServer((request, response) => {
      if (request.url === '/healthz') {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ status: 'ok', software: 'hanging', simulator: true, plan: sha256 }));
      } else if (!hanging) {
        response.setHeader('content-type', 'application/json');
        response.end(
          JSON.stringify(request.url?.includes('/login') ? { token: 'x' } : { uploads: [], next: null }),
        );
      }
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server?.once('listening', resolve));
    const address = server.address();
    const url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
    const args = [
      '--plan',
      at('impatient'),
      '--round',
      '1',
      '--target',
      url,
      '--speed',
      String(SPEED),
      '--out',
      at('hung'),
    ];
    expect((await ujiBeban('run', ...args)).code).toBe(99);
    hanging = false;
    expect((await ujiBeban('audit', at('hung'))).code).toBe(1);
    const judged = await ujiBeban('verdict', at('hung'));
    const verdict = json<Verdict>('hung', 'verdict.json');
    expect(verdict.verdict, verdict.reasons.join('\n')).toBe('FAIL');
    expect(judged.code).toBe(1);
    expect(json<Audit>('hung', 'audit.json')).toMatchObject({ stored: 0, accounts: { used: 0 } });
  });
});
