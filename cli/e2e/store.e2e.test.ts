import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  PASSWORD,
  type PostgresServer,
  startPostgresServer,
} from '../../mock-server/store/testing/postgres-server.ts';
import { writeSmallPlan } from '../../mock-server/testing/small-plan.ts';
import { scratchFolder, startMockServer, startProgram, stop, ujiBeban } from './command-line.ts';

const { path: folder, cleanUp } = scratchFolder();
const plan = join(folder, 'plan');
const ENTRY = join(import.meta.dirname, '..', 'main.ts');
let postgres: PostgresServer;
beforeAll(async () => {
  await writeSmallPlan(plan);
  postgres = await startPostgresServer();
});
afterAll(async () => {
  await postgres?.remove();
  cleanUp();
});

const serve = (...options: string[]) => ujiBeban('serve', '--plan', plan, '--port', '0', ...options);

describe('serve --store', () => {
  it('a PostgreSQL URL: it serves, keeps its store’s id, and says the password nowhere', async () => {
    const url = await postgres.createDatabase();
    const ids = [];
    for (let i = 0; i < 2; i++) {
      const mock = await startMockServer(plan, url);
      const answers = await Promise.all(
        ['/healthz', '/metrics', '/openapi.json'].map(async (path) => (await fetch(mock.url + path)).text()),
      );
      ids.push(JSON.parse(answers[0] ?? '').store);
      await stop(mock);
      const { code, stdout, stderr } = await mock.ended;
      expect(code).toBe(0);
      expect([...answers, stdout, stderr].join()).not.toContain(PASSWORD);
    }
    expect(ids[0]).toMatch(/^[0-9a-f]{32}$/);
    expect(ids[1]).toBe(ids[0]);
  });

  it('the password may come from PGPASSWORD', async () => {
    const url = (await postgres.createDatabase()).replace(`:${PASSWORD}`, '');
    const args = [ENTRY, 'serve', '--plan', plan, '--port', '0', '--store', url];
    const mock = startProgram(process.execPath, args, { env: { ...process.env, PGPASSWORD: PASSWORD } });
    await mock.until(/mock recap API at/);
    await stop(mock);
  });

  it.each([
    ['a wrong password', (url: string) => url.replace(PASSWORD, 'hush'), 18, /does not let that user in/],
    ['another machine', () => 'postgres://u:hush@192.0.2.1/d', 18, /nothing leaves this machine/],
    ['nobody there', () => 'postgres://u:hush@127.0.0.1:1/d', 18, /no PostgreSQL answers/],
    ['half a URL', () => 'postgres://u:hush@127.0.0.1', 2, /lacks user, host or database/],
  ])('%s: an error, a remedy, its exit code, and no password', async (_what, change, exitCode, message) => {
    const { code, stdout, stderr } = await serve('--store', change(await postgres.createDatabase()));
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/what to do:/);
    expect(stdout + stderr).not.toMatch(new RegExp(`hush|${PASSWORD}`));
    expect(code).toBe(exitCode);
  });

  it.each(['SQLite', 'PostgreSQL'])('%s in use: the process that has it is named', async (kind) => {
    const store = kind === 'SQLite' ? join(folder, 's.sqlite') : await postgres.createDatabase();
    const mock = await startMockServer(plan, store);
    try {
      const { code, stderr } = await serve('--store', store);
      expect(code).toBe(18);
      expect(stderr).toContain(`process ${mock.child.pid}`);
      expect((await fetch(`${mock.url}/healthz`)).status).toBe(200);
    } finally {
      await stop(mock);
    }
  });
});

describe('serve --photos', () => {
  it('a folder is made; discard makes none', async () => {
    const store = join(folder, 'photos.sqlite');
    const photos = join(folder, 'photos');
    const args = ['serve', '--plan', plan, '--port', '0', '--store', store, '--photos'];
    for (const [value, made] of [
      ['discard', false],
      [photos, true],
    ] as const) {
      const mock = startProgram(process.execPath, [ENTRY, ...args, value], { cwd: folder });
      await mock.until(/mock recap API at/);
      await stop(mock);
      expect(existsSync(photos)).toBe(made);
      expect(existsSync(join(folder, 'discard'))).toBe(false);
    }
  });
});
