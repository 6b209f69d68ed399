import { execFile } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PACKAGE_ROOT } from '../../fixtures/package-root.ts';
import type { Audit, Verdict } from '../evidence/types.ts';
import { locateK6 } from '../k6/locate.ts';
import { k6Environment } from '../k6/version.ts';
import type { RunRecord } from '../run-folder/types.ts';
import { faultsOfFile } from '../schemas/testing/faults.ts';
import { type Ended, type Running, scratchFolder, startMockServer, stop, ujiBeban } from './command-line.ts';
import { filesBelow, passwordsIn, passwordsOf } from './passwords.ts';

const scratch = scratchFolder();
const plan = join(scratch.path, 'plan');
const { at, json } = scratch;
let mock: (Running & { url: string }) | undefined;

function target(): string {
  if (mock === undefined) throw new Error('the mock is not running');
  return mock.url;
}

/** A run of the plan against the mock, into a folder of its own. */
function run(out: string, ...options: string[]): Promise<Ended> {
  return ujiBeban('run', '--plan', plan, '--target', target(), '--out', at(out), ...options);
}

beforeAll(async () => {
  const generated = await ujiBeban('generate', '--region', 'palembang', '--photos', 'pool:2', '--out', plan);
  expect(generated).toMatchObject({ code: 0 });
  mock = await startMockServer(plan, at('store.sqlite'));
});

afterAll(async () => {
  await stop(mock);
  scratch.cleanUp();
});

describe('the stages, each by itself, on a real k6 and a real mock', () => {
  it('run: every planned upload is asked and journalled', async () => {
    const ran = await run('smoke', '--workload', 'smoke', '--speed', '400');
    expect(ran.code, ran.stdout + ran.stderr).toBe(0);
    // k6's own summary is passed on, not hidden.
    expect(ran.stdout).toContain('documents_acknowledged');
    const record = json<RunRecord>('smoke', 'run.json');
    expect(record).toMatchObject({ state: 'finished', exercise: true, speed: 400, k6: { exitCode: 0 } });
    expect(record.effectiveOptions).toMatchObject({
      scenarios: { upload: { executor: 'ramping-arrival-rate' } },
    });
    expect(Object.keys(record.scripts)).toContain('scenarios/smoke.ts');
    expect(JSON.stringify(record)).not.toMatch(/password/i);
  });

  it('audit: all of it is stored, once, unaltered', async () => {
    const audited = await ujiBeban('audit', at('smoke'));
    expect(audited.code, audited.stdout + audited.stderr).toBe(0);
    expect(json<Audit>('smoke', 'audit.json')).toMatchObject({
      planned: 160,
      stored: 160,
      lost: 0,
      altered: 0,
      duplicated: 0,
      unacknowledged: 0,
      unexpected: 0,
      tps: { planned: 40, complete: 40 },
      findings: [],
    });
  });

  it('verdict: a pass, and never more than an exercise', async () => {
    const judged = await ujiBeban('verdict', at('smoke'));
    const verdict = json<Verdict>('smoke', 'verdict.json');
    expect(judged.code, verdict.reasons.join('\n')).toBe(0);
    expect(verdict).toMatchObject({ verdict: 'PASS', exercise: true });
    expect(judged.stdout).toContain('never a certificate');
  });

  it('report: Indonesian by default, English on request', async () => {
    const indonesian = await ujiBeban('report', at('smoke'));
    expect(indonesian.code).toBe(0);
    expect(indonesian.stdout).toContain('LULUS');
    expect(indonesian.stdout).toContain('LATIHAN');
    for (const file of ['report.html', 'report.json', 'junit.xml'])
      expect(existsSync(join(at('smoke'), file))).toBe(true);
    const english = await ujiBeban('report', at('smoke'), '--lang', 'en');
    expect(english.stdout).toContain('PASS');
  });

  it.each([
    ['plan', 'plan.json'],
    ['tps', 'tps.ndjson'],
    ['run', 'run.json'],
    ['criteria', 'criteria.yaml'],
    ['journal', 'journal.ndjson'],
    ['resources', 'resources.ndjson'],
    ['readback', 'readback.ndjson'],
    ['audit', 'audit.json'],
    ['verdict', 'verdict.json'],
    ['report', 'report.json'],
  ] as const)('the run folder keeps to the published schemas: %s', (format, file) => {
    expect(faultsOfFile(format, join(at('smoke'), file))).toEqual([]);
  });

  it('verdict by criteria that were not fixed before the start is INVALID', async () => {
    const criteria = at('later.yaml');
    const own = readFileSync(join(PACKAGE_ROOT, 'cli', 'criteria', 'smoke.yaml'), 'utf8');
    writeFileSync(criteria, `# changed after the run\n${own}`);
    const judged = await ujiBeban('verdict', at('smoke'), '--criteria', criteria);
    expect(judged.code).toBe(4);
    expect(judged.stdout).toContain('INVALID');
  });

  it('a criterion without samples is never a pass', async () => {
    // Round 2's criteria ask how fast the target recovers; a smoke run plays no faults.
    const ran = await run('no-samples', '--workload', 'smoke', '--criteria', 'round-2', '--speed', '400');
    expect(ran.code).toBe(0);
    expect((await ujiBeban('audit', at('no-samples'))).code).toBe(0);
    expect((await ujiBeban('verdict', at('no-samples'))).code).not.toBe(0);
    const verdict = json<Verdict>('no-samples', 'verdict.json');
    expect(verdict.criteria.filter(({ result }) => result === 'no-samples').length).toBeGreaterThan(0);
    expect(verdict.verdict).not.toBe('PASS');
  });

  it('a generator that cannot keep up is INVALID, however much was stored', async () => {
    // The twelve hours of a round in four seconds: more logins a second than any one machine sends.
    await run('saturated', '--round', '1', '--speed', '12000');
    await ujiBeban('audit', at('saturated'));
    expect((await ujiBeban('verdict', at('saturated'))).code).toBe(4);
    const { verdict, validity } = json<Verdict>('saturated', 'verdict.json');
    expect(verdict).toBe('INVALID');
    expect(
      validity.some(({ ok, name }) => !ok && /generator|started|dropped|lag|offered|kept/i.test(name)),
    ).toBe(true);
  });

  it('compare: two runs of one plan side by side', async () => {
    const compared = await ujiBeban('compare', at('smoke'), at('no-samples'));
    expect(compared.code, compared.stderr).toBe(0);
    expect(existsSync(join(at('no-samples'), 'comparison.html'))).toBe(true);
    expect(faultsOfFile('comparison', join(at('no-samples'), 'comparison.json'))).toEqual([]);
  });

  it('what follows -- reaches k6 unchanged', async () => {
    const k6Options = ['--summary-trend-stats', 'p(42)', '-e', 'NOTE=two words'];
    const ran = await run('k6-options', '--workload', 'smoke', '--speed', '800', '--', ...k6Options);
    expect(ran.code, ran.stderr).toBe(0);
    const { k6 } = json<RunRecord>('k6-options', 'run.json');
    expect(k6.arguments.slice(-5, -1)).toEqual(k6Options);
    const summary = json<{ metrics: Record<string, Record<string, number>> }>(
      'k6-options',
      'k6-summary.json',
    );
    expect(summary.metrics.http_req_duration).toHaveProperty('p(42)');
  });

  it('a scenario runs under a bare k6 too', async () => {
    const { path } = await locateK6({ build: false });
    const journal = at('bare.ndjson');
    const flags = ['-e', `PLAN=${plan}`, '-e', `TARGET=${target()}`, '-e', 'SPEED=800', '-e', 'RUN_ID=bare'];
    await promisify(execFile)(
      path,
      [
        'run',
        '--quiet',
        '--log-format',
        'raw',
        '--console-output',
        journal,
        ...flags,
        join(PACKAGE_ROOT, 'scenarios', 'smoke.ts'),
      ],
      { env: k6Environment() },
    );
    const lines = readFileSync(journal, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { operation?: string; acknowledged?: boolean });
    expect(
      lines.filter(({ operation, acknowledged }) => operation === 'upload' && acknowledged),
    ).toHaveLength(160);
  });

  it('no password of the plan stands in any file of a run, nor in what the commands print', async () => {
    const passwords = passwordsOf(join(plan, 'accounts.ndjson'));
    expect(passwords.size).toBeGreaterThan(4000);
    const [password = ''] = passwords;
    expect(passwordsIn(`{"a":"x${password}"}`, passwords)).toEqual([password]);

    const files = ['smoke', 'no-samples', 'saturated', 'k6-options'].flatMap((run) => filesBelow(at(run)));
    const names = new Set(files.map((path) => basename(path)));
    for (const name of ['report.html', 'report.json', 'junit.xml', 'journal.ndjson', 'k6.log', 'run.json'])
      expect(names, name).toContain(name);
    for (const path of [...files, at('bare.ndjson')])
      expect(passwordsIn(readFileSync(path, 'utf8'), passwords), path).toEqual([]);
    const printed = await ujiBeban('report', at('smoke'));
    expect(passwordsIn(printed.stdout + printed.stderr, passwords)).toEqual([]);
  });

  it('k6 itself refuses a target that is not this machine', async () => {
    const { path } = await locateK6({ build: false });
    const flags = ['-e', `PLAN=${plan}`, '-e', 'TARGET=http://192.0.2.1:8080', '-e', 'SPEED=800'];
    const refused = promisify(execFile)(
      path,
      ['run', '--quiet', ...flags, join(PACKAGE_ROOT, 'scenarios', 'smoke.ts')],
      {
        env: k6Environment(),
      },
    );
    await expect(refused).rejects.toMatchObject({
      code: 107,
      stderr: expect.stringContaining('loopback only'),
    });
  });
});
