import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { formFields } from '../../fixtures/form/fields.ts';
import { readAccounts, readPlan, readTps } from '../../fixtures/plan/read.ts';
import type { Plan, PlannedTps } from '../../fixtures/plan/types.ts';
import { collect } from '../../fixtures/testing/collect.ts';
import { faultsOfFile } from '../schemas/testing/faults.ts';
import { type Running, scratchFolder, startMockServer, stop, ujiBeban } from './command-line.ts';

/** Kotabaru: 20 kecamatan hold their pleno on Sirekap Web, 2 bring it as a file. */
const OFFLINE = ['Hampang', 'Pulau Sembilan'];
const REASON = 'Dicocokkan dengan C.Hasil Plano';

const scratch = scratchFolder();
const planDir = join(scratch.path, 'kotabaru');
let mock: (Running & { url: string }) | undefined;
let plan: Plan;
let tps: PlannedTps[];
const passwords = new Map<string, string>();
const tokens = new Map<string, string>();

beforeAll(async () => {
  const generated = await ujiBeban('generate', '--region', 'kotabaru', '--photos', 'none', '--out', planDir);
  expect(generated).toMatchObject({ code: 0 });
  plan = await readPlan(planDir);
  tps = await collect(readTps(planDir));
  for await (const { username, password } of readAccounts(planDir)) passwords.set(username, password);
  mock = await startMockServer(planDir, join(scratch.path, 's.sqlite'));
});
afterAll(async () => {
  await stop(mock);
  scratch.cleanUp();
});

// biome-ignore lint/suspicious/noExplicitAny: answers of every shape
type Answer = { status: number; body: any };

async function ask(
  method: string,
  path: string,
  username: string,
  body?: string | Uint8Array<ArrayBuffer> | FormData,
  type = 'application/json',
): Promise<Answer> {
  const url = `${mock?.url}/api/v1`;
  if (!tokens.has(username)) {
    const login = await fetch(`${url}/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password: passwords.get(username) }),
    });
    tokens.set(username, ((await login.json()) as { token: string }).token);
  }
  const answer = await fetch(url + path, {
    method,
    headers: {
      authorization: `Bearer ${tokens.get(username)}`,
      ...(body !== undefined && !(body instanceof FormData) && { 'content-type': type }),
    },
    ...(body !== undefined && { body }),
  });
  return { status: answer.status, body: await answer.json() };
}

const truth = (line: PlannedTps, election: number): [field: string, figure: number][] => {
  const contest = line.contests[election] as PlannedTps['contests'][number];
  return formFields(contest.votes.length).map(({ id, value }) => [id, value(line.voters, contest)]);
};

/** Sums over the TPS below a code, as the plan has them. */
function expectedSums(code: string, election: number): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const line of tps.filter(({ kode }) => kode.startsWith(code)))
    for (const [field, figure] of truth(line, election)) sums[field] = (sums[field] ?? 0) + figure;
  return sums;
}

async function saveOnline(kecamatan: string): Promise<void> {
  const operator = `ppk-operator-${kecamatan}-1`;
  expect((await ask('POST', `/pleno/${kecamatan}`, operator)).status).toBe(201);
  for (const line of tps.filter((each) => each.kecamatan === kecamatan)) {
    for (const [e, { election }] of line.contests.entries()) {
      const figures = Object.fromEntries(truth(line, e));
      const asked = JSON.stringify({ revision: 0, figures, reason: REASON });
      const path = `/pleno/${kecamatan}/tps/${line.kode}/${election}`;
      const { status, body } = await ask('PUT', path, operator, asked);
      expect(status, JSON.stringify(body)).toBe(200);
    }
  }
}

async function bringFile(name: string): Promise<void> {
  const out = join(scratch.path, `${name}.ndjson`);
  const written = await ujiBeban('pleno-file', '--plan', planDir, '--kecamatan', name, '--out', out);
  expect(written.code, written.stderr).toBe(0);
  expect(faultsOfFile('pleno', out)).toEqual([]);
  const code = /\((\d{6})\)/.exec(written.stdout)?.[1];
  const bytes = new Uint8Array(readFileSync(out));
  const admin = `ppk-admin-${code}-1`;
  const first = await ask('POST', `/pleno/${code}/import`, admin, bytes, 'application/x-ndjson');
  expect(first.status, JSON.stringify(first.body)).toBe(201);
  expect((await ask('POST', `/pleno/${code}/import`, admin, bytes, 'application/x-ndjson')).status).toBe(200);
}

async function close(kecamatan: string): Promise<void> {
  const admin = `ppk-admin-${kecamatan}-1`;
  expect((await ask('POST', `/pleno/${kecamatan}/finalise`, admin)).body).toMatchObject({
    state: 'finalised',
  });
  const form = new FormData();
  const pdf = new Blob([`%PDF-1.7\n%SIMULASI ${kecamatan}\n%%EOF\n`], { type: 'application/pdf' });
  form.append('document', pdf, 'd-hasil.pdf');
  expect((await ask('POST', `/pleno/${kecamatan}/document`, admin, form)).status).toBe(201);
  expect((await ask('POST', `/pleno/${kecamatan}/publish`, admin)).body).toMatchObject({
    state: 'published',
  });
}

it('the plenos of a whole kabupaten, 20 online and 2 as a file: what it sums up is the truth of every TPS', async () => {
  const admin = `kabkota-${plan.area.code}`;
  for (const { code, name } of plan.area.kecamatan) {
    if (OFFLINE.includes(name)) await bringFile(name);
    else await saveOnline(code);
  }
  const open = await ask('GET', `/sums/${plan.area.code}`, admin);
  expect(open.body.complete).toBe(false);
  for (const { code } of plan.area.kecamatan) await close(code);

  const { body } = await ask('GET', `/sums/${plan.area.code}`, admin);
  expect(body.complete).toBe(true);
  for (const [e, { election, tps: counted, figures, findings, areas }] of body.elections.entries()) {
    expect(election).toBe(plan.elections[e]?.slug);
    expect(counted).toEqual({ due: 551, saved: 551 });
    expect(figures).toEqual(expectedSums(plan.area.code, e));
    expect(findings).toEqual([]);
    expect(areas).toHaveLength(22);
    for (const area of areas) {
      expect(area).toMatchObject({ state: 'published', figures: expectedSums(area.code, e) });
    }
  }
  const offline = plan.area.kecamatan.filter(({ name }) => OFFLINE.includes(name));
  expect(offline.map((each) => each.tps).sort()).toEqual([11, 23]);
  for (const { code } of offline) {
    const { body: sums } = await ask('GET', `/sums/${code}`, `ppk-operator-${code}-1`);
    for (const [e, { areas }] of sums.elections.entries())
      for (const area of areas) expect(area.figures).toEqual(expectedSums(area.code, e));
  }
});
