import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type PostgresServer, startPostgresServer } from '../store/testing/postgres-server.ts';
import { type KillableServer, startKillableServer } from '../testing/killable-server.ts';
import { smallForms } from '../testing/small-forms.ts';
import { writeSmallPlan } from '../testing/small-plan.ts';
import { storePages } from '../testing/store-pages.ts';
import { createPlenoLoad, type PlenoLoad } from './testing/pleno-load.ts';
import { ADMIN, ELECTIONS, everythingRead, formPages, KECAMATAN, OPERATOR } from './testing/pleno-server.ts';

/** Acknowledgements before a kill, in turn: another moment in each round. */
const KILL_AFTER = [1, 4, 13, 40, 90];
const PLENO = `/pleno/${KECAMATAN}`;

const plan = smallForms();
const kodes = plan.tps.filter(({ kecamatan }) => kecamatan === KECAMATAN).map(({ kode }) => kode);

let folder: string;
let planDir: string;
let postgres: PostgresServer;
let server: KillableServer | null = null;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'uji-beban-pleno-durability-'));
  planDir = join(folder, 'plan');
  await writeSmallPlan(planDir, plan);
  postgres = await startPostgresServer();
});
afterEach(async () => {
  await server?.kill();
  server = null;
});
afterAll(async () => {
  await postgres?.remove();
  await rm(folder, { recursive: true, force: true });
});

async function start(storePath: string): Promise<KillableServer> {
  server = await startKillableServer({ planDir, storePath });
  return server;
}

/** What the server has is what was acknowledged; a save that was not answered may be there too. */
async function expectEverythingOnce(load: PlenoLoad, url: string): Promise<void> {
  for (const { kode, election, revision, figure, unanswered } of load.works) {
    const { body } = await load.ask(url, 'GET', `${PLENO}/tps/${kode}/${election}`, ADMIN);
    const found = body.dHasil?.revision ?? 0;
    const { dHasil } = body.figures.find(({ field }: { field: string }) => field === 'votes.1');
    if (unanswered && found === revision + 1) expect(dHasil).toBe(unanswered.figure);
    else expect([found, dHasil ?? 0]).toEqual([revision, figure]);
  }
}

async function killUnderLoad(times: number, storePath: string): Promise<void> {
  await storePages(storePath, [...formPages(plan, [KECAMATAN])]);
  const forms = kodes.flatMap((kode) =>
    ELECTIONS.map((election, e) => ({ kode, election, username: e === 0 ? ADMIN : OPERATOR })),
  );
  const load = createPlenoLoad(forms);
  let running = await start(storePath);
  await everythingRead(() => load.ask(running.url, 'GET', `${PLENO}/tps`, ADMIN));
  expect((await load.ask(running.url, 'POST', PLENO, ADMIN)).status).toBe(201);
  let cutOff = 0;
  for (let round = 0; round < times; round++) {
    const operators = await load.start(running.url);
    await load.acknowledge(KILL_AFTER[round % KILL_AFTER.length] ?? 1);
    await running.kill();
    await operators.stop();
    running = await start(storePath);
    await expectEverythingOnce(load, running.url);
    cutOff += (await load.repeatUnanswered(running.url)).length;
  }
  expect(cutOff).toBeGreaterThanOrEqual(times);
  await expectEverythingOnce(load, running.url);

  // Asked again, no save was made twice: as many events as revisions.
  const { body: status } = await load.ask(running.url, 'GET', PLENO, ADMIN);
  expect(status.revision).toBe(1 + load.works.reduce((sum, { revision }) => sum + revision, 0));
  expect((await load.ask(running.url, 'POST', `${PLENO}/finalise`, ADMIN)).status).toBe(200);
  const { body: sums } = await load.ask(running.url, 'GET', `/sums/${KECAMATAN}`, ADMIN);
  await running.kill();
  running = await start(storePath);
  expect((await load.ask(running.url, 'GET', PLENO, ADMIN)).body.state).toBe('finalised');
  expect((await load.ask(running.url, 'GET', `/sums/${KECAMATAN}`, ADMIN)).body).toEqual(sums);
}

test('SQLite: kill -9 in the midst of a pleno, 10 times: every acknowledged save is there, exactly once', async () => {
  await killUnderLoad(10, join(folder, 's.sqlite'));
});

test('PostgreSQL: kill -9 in the midst of a pleno, 3 times: every acknowledged save is there, exactly once', async () => {
  await killUnderLoad(3, await postgres.createDatabase());
});
