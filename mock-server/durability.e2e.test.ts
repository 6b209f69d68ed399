import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type PostgresServer, startPostgresServer } from './store/testing/postgres-server.ts';
import { createConfirmLoad } from './testing/confirm-load.ts';
import { type KillableOptions, type KillableServer, startKillableServer } from './testing/killable-server.ts';
import { smallForms } from './testing/small-forms.ts';
import { writeSmallPlan } from './testing/small-plan.ts';
import { createUploadLoad, type UploadLoad } from './testing/upload-load.ts';

const CLIENTS = 12;
/** Acknowledgements before a kill, in turn: another moment in each round, however slow the machine. */
const KILL_AFTER = [1, 5, 37, 90, 160, 300];

let folder: string;
let planDir: string;
let server: KillableServer | null = null;
let postgres: PostgresServer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'uji-beban-durability-'));
  planDir = join(folder, 'plan');
  await writeSmallPlan(planDir);
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

async function start(options: Omit<KillableOptions, 'planDir'>): Promise<KillableServer> {
  server = await startKillableServer({ planDir, ...options });
  return server;
}

/** Kills the server under load that many times, starts it again each time, and holds it to every acknowledgement. */
async function killUnderLoad(
  times: number,
  options: Omit<KillableOptions, 'planDir'>,
): Promise<{ load: UploadLoad; url: string }> {
  const load = createUploadLoad(CLIENTS);
  let running = await start(options);
  for (let round = 0; round < times; round++) {
    const clients = await load.start(running.url);
    await load.acknowledge(KILL_AFTER[round % KILL_AFTER.length] ?? 1);
    await running.kill();
    await clients.stop();
    running = await start(options);
    await expectEverythingOnce(load, running.url);
  }
  // Each kill caught uploads in the midst; those may or may not be stored. Sent again, each is stored once.
  expect(load.unanswered.size).toBeGreaterThanOrEqual(times);
  expect([...load.refused]).toEqual([]);
  await expectResentOnce(load, running.url);
  return { load, url: running.url };
}

/** Not one acknowledged upload is missing or altered, not one is there twice. */
async function expectEverythingOnce(load: UploadLoad, url: string): Promise<void> {
  const records = await load.readBack(url);
  const stored = new Map(records.map(({ key, sha256 }) => [key, sha256]));
  expect(stored.size).toBe(records.length);
  const missing = [...load.acknowledged].filter(([key, sha256]) => stored.get(key) !== sha256);
  expect(missing).toEqual([]);
}

async function expectResentOnce(load: UploadLoad, url: string): Promise<void> {
  await load.resendUnanswered(url);
  expect(load.unanswered.size).toBe(0);
  expect(await load.readBack(url)).toHaveLength(load.acknowledged.size);
  await expectEverythingOnce(load, url);
}

test('SQLite: kill -9 under full load, 20 times: every acknowledged upload is there, exactly once', async () => {
  await killUnderLoad(20, { storePath: join(folder, 's.sqlite') });
});

test('photos in a folder: kill -9 under full load, 3 times: no acknowledged upload lacks its photo', async () => {
  const photosDir = join(folder, 'photos');
  const options = { storePath: join(folder, 'with-photos.sqlite'), photosDir };
  const { load } = await killUnderLoad(3, options);
  for (const sha256 of load.acknowledged.values()) {
    const bytes = await readFile(join(photosDir, sha256.slice(0, 2), `${sha256}.jpg`));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
  }
  // And no photo lies there that no upload names.
  const photos = (await readdir(photosDir, { recursive: true })).filter((name) => name.endsWith('.jpg'));
  expect(photos).toHaveLength(load.acknowledged.size);
  expect(await readdir(join(photosDir, 'incoming'))).toEqual([]);
});

test('kill -9 while forms are confirmed, 5 times: every confirmation that was answered is in the history, none twice', async () => {
  const options = { storePath: join(folder, 'forms.sqlite') };
  await writeSmallPlan(join(folder, 'forms-plan'), smallForms());
  server = await startKillableServer({ planDir: join(folder, 'forms-plan'), ...options });
  const load = createConfirmLoad();
  await load.photograph(server.url);
  for (const answered of [1, 5, 20, 50, 100]) {
    const clients = await load.start(server.url);
    await load.answered(answered);
    await server.kill();
    await clients.stop();
    server = await startKillableServer({ planDir: join(folder, 'forms-plan'), ...options });
    const histories = await load.histories(server.url);
    for (const [kode, figures] of histories) {
      expect(new Set(figures).size).toBe(figures.length);
      expect(figures).toEqual(expect.arrayContaining(load.confirmed(kode)));
      // What the form says is the last of them.
      expect(await load.standing(server.url, kode)).toBe(figures.at(-1) ?? null);
    }
  }
});

test('PostgreSQL: kill -9 of the mock under full load, 3 times: every acknowledged upload is there, exactly once', async () => {
  await killUnderLoad(3, { storePath: await postgres.createDatabase() });
});

test('PostgreSQL: kill -9 of its process that writes: the mock goes on by itself, and nothing acknowledged is lost', async () => {
  const storePath = await postgres.createDatabase();
  const { url } = await start({ storePath });
  const load = createUploadLoad(CLIENTS);
  const clients = await load.start(url);
  await load.acknowledge(50);
  const [writer] = await postgres.query(
    "SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted ORDER BY pid LIMIT 1",
  );
  process.kill(Number(writer?.pid), 'SIGKILL');
  // PostgreSQL ends all its processes and recovers; no client is told of it, they only wait.
  await load.acknowledge(100);
  await clients.stop();
  expect([...load.refused]).toEqual([]);
  await expectResentOnce(load, url);
});

test('PostgreSQL: kill -9 of the whole server: the mock goes on once it is back, and nothing acknowledged is lost', async () => {
  const storePath = await postgres.createDatabase();
  const { url } = await start({ storePath });
  const load = createUploadLoad(CLIENTS);
  const clients = await load.start(url);
  await load.acknowledge(50);
  await postgres.kill();
  await postgres.start();
  await load.acknowledge(100);
  await clients.stop();
  await expectResentOnce(load, url);
});
