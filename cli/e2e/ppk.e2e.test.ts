import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TOOLKIT } from '../../fixtures/package-root.ts';
import { generatePlan } from '../../fixtures/plan/generate.ts';
import { readAccounts, readPlan } from '../../fixtures/plan/read.ts';
import type { Plan } from '../../fixtures/plan/types.ts';
import { inventRegion } from '../../fixtures/testing/region.ts';
import type { AttemptLine } from '../../scenarios/journal-line.ts';
import type { Audit, Verdict } from '../evidence/types.ts';
import type { ReportJson } from '../report/json.ts';
import { faultsOfFile } from '../schemas/testing/faults.ts';
import { type Running, scratchFolder, startMockServer, stop, ujiBeban } from './command-line.ts';

/** Two kecamatan of eleven and three TPS and two elections; the second brings its pleno as a file. */
const HAMLET = inventRegion({
  tps: [[7, 4], [3]],
  dpt: 4000,
  offlinePleno: [1],
  mistakes: { 'sum-mismatch': 0.5 },
});
const FORMS = 11 * 2;

const scratch = scratchFolder();
const planDir = scratch.at('plan');
let mock: (Running & { url: string }) | undefined;
let plan: Plan;
const passwords = new Map<string, string>();

beforeAll(async () => {
  await generatePlan({
    region: HAMLET,
    seed: 3,
    out: planDir,
    photos: { mode: 'pool', size: 2, sensor: 'published' },
    toolkit: TOOLKIT,
  });
  plan = await readPlan(planDir);
  for await (const { username, password } of readAccounts(planDir)) passwords.set(username, password);
  mock = await startMockServer(planDir, join(scratch.path, 's.sqlite'));
});
afterAll(async () => {
  await stop(mock);
  scratch.cleanUp();
});

async function run(out: string, flow: string): Promise<void> {
  const ran = await ujiBeban(
    ...['run', '--plan', planDir, '--target', mock?.url ?? '', '--out', scratch.at(out)],
    ...['--flow', flow, '--workload', 'smoke', '--speed', '1200'],
  );
  expect(ran.code, ran.stdout + ran.stderr).toBe(0);
}

async function judged(out: string, ...audit: string[]): Promise<{ audit: Audit; verdict: Verdict }> {
  await ujiBeban('audit', scratch.at(out), ...audit);
  await ujiBeban('verdict', scratch.at(out));
  return {
    audit: scratch.json<Audit>(out, 'audit.json'),
    verdict: scratch.json<Verdict>(out, 'verdict.json'),
  };
}

function attempts(out: string): AttemptLine[] {
  const lines = readFileSync(scratch.at(out, 'journal.ndjson'), 'utf8').trimEnd().split('\n');
  return lines
    .map((line) => JSON.parse(line) as AttemptLine)
    .filter(({ kind }) => (kind as string) === 'attempt');
}

// biome-ignore lint/suspicious/noExplicitAny: answers of every shape
async function ask(username: string, method: string, path: string, body?: object): Promise<any> {
  const call = async (at: string, how: string, given: unknown, token = '') => {
    const answer = await fetch(`${mock?.url}/api/v1${at}`, {
      method: how,
      headers: {
        ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
        ...(given === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(given === undefined ? {} : { body: JSON.stringify(given) }),
    });
    const text = await answer.text();
    expect(answer.ok, `${how} ${at}: ${text}`).toBe(true);
    return JSON.parse(text);
  };
  const { token } = await call('/login', 'POST', { username, password: passwords.get(username) });
  return call(path, method, body, token);
}

describe('the PPK of a region whose second kecamatan is offline', () => {
  it('two operators who save the same forms meet each other at every one, and overwrite nothing', async () => {
    await run('two', 'ppk-two-operators');
    const { audit, verdict } = await judged('two');
    expect(verdict.verdict, verdict.reasons.join('\n')).toBe('PASS');
    expect(audit.pleno).toEqual({ planned: 2, read: true, summed: 2, equal: 2 });
    expect(faultsOfFile('journal', scratch.at('two', 'journal.ndjson'))).toEqual([]);
    expect(faultsOfFile('readback', scratch.at('two', 'readback.ndjson'))).toEqual([]);

    const saves = attempts('two').filter(({ operation }) => operation === 'pleno-save');
    expect(saves).toHaveLength(2 * FORMS);
    expect(saves.filter(({ status }) => status === 409)).toHaveLength(FORMS);
    const looks = attempts('two').filter(({ operation }) => operation === 'pleno-look');
    expect(looks).toHaveLength(3 * FORMS);

    const code = plan.area.kecamatan[0]?.code ?? '';
    const { tps } = await ask(`ppk-admin-${code}-1`, 'GET', `/pleno/${code}/tps`);
    for (const { forms } of tps) for (const { revision } of forms) expect(revision).toBe(1);

    await ujiBeban('report', scratch.at('two'));
    const { measurements } = scratch.json<ReportJson>('two', 'report.json');
    expect(measurements.pleno).toMatchObject({
      kecamatan: { planned: 2, opened: 2, finalised: 2, published: 2 },
      files: { planned: 1, taken: 1 },
      forms: { planned: FORMS + 6, saved: FORMS + 6 },
      conflicts: FORMS,
    });
    expect(faultsOfFile('report', scratch.at('two', 'report.json'))).toEqual([]);
  });

  it('what an earlier run finalised is reopened; a figure altered after the run is found by the audit', async () => {
    await run('again', 'ppk');
    const first = await judged('again');
    expect(first.verdict.verdict, first.verdict.reasons.join('\n')).toBe('PASS');
    expect(attempts('again').filter(({ status }) => status === 409)).toEqual([]);
    const opening = attempts('again').filter(({ operation }) => operation === 'pleno-open');
    expect(opening.map(({ account }) => account.replace(/\d{6}/, ''))).toEqual([
      'ppk-admin--1',
      'kabkota-9999',
    ]);

    const code = plan.area.kecamatan[0]?.code ?? '';
    const admin = `ppk-admin-${code}-1`;
    await ask(`kabkota-${plan.area.code}`, 'POST', `/pleno/${code}/reopen`, { reason: 'Angka akan diubah' });
    const { tps } = await ask(admin, 'GET', `/pleno/${code}/tps`);
    const [{ kode, forms }] = tps;
    const path = `/pleno/${code}/tps/${kode}/${forms[0].election}`;
    const { figures } = await ask(admin, 'GET', path);
    const saved: Record<string, number> = Object.fromEntries(
      figures.map(({ field, dHasil }: { field: string; dHasil: number }) => [field, dHasil]),
    );
    saved['votes.1'] = (saved['votes.1'] ?? 0) + 1;
    const reason = 'Diubah dengan sengaja';
    await ask(admin, 'PUT', path, { revision: forms[0].revision, figures: saved, reason });
    await ask(admin, 'POST', `/pleno/${code}/finalise`);

    const { audit, verdict } = await judged('again', '--refresh');
    expect(audit.pleno).toEqual({ planned: 2, read: true, summed: 2, equal: 1 });
    expect(audit.findings).toEqual([
      expect.objectContaining({
        code: 'PLENO_DIFFERS',
        phase: 'pleno',
        message: expect.stringContaining(`Kecamatan ${code}, ${forms[0].election}: votes.1 is `),
      }),
    ]);
    expect(verdict.verdict).toBe('FAIL');
  });
});
