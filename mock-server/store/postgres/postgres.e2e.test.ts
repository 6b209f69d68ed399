import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '../open.ts';
import {
  expectFullDiskKeepsItsPromise,
  readAll,
  type StoreUnderTest,
  storeConformance,
  upload,
} from '../testing/conformance.ts';
import { eventConformance } from '../testing/event-conformance.ts';
import { PASSWORD, type PostgresServer, startPostgresServer } from '../testing/postgres-server.ts';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgresServer();
});
afterAll(() => server?.remove());

const postgres: StoreUnderTest = {
  create: async (observeCommit) => {
    const place = await server.createDatabase();
    return { store: await openStore({ path: place, ...(observeCommit && { observeCommit }) }), place };
  },
  open: (path) => openStore({ path }),
};

storeConformance('PostgreSQL', postgres);
eventConformance('PostgreSQL', postgres);

describe('PostgreSQL: what cannot be used is refused, and no message has the password', () => {
  const refusal = async (url: string) => {
    const error = await openStore({ path: url }).then(
      () => null,
      (refused) => refused,
    );
    expect(error?.remedy).toEqual(expect.any(String));
    expect(`${error.message} ${error.remedy}`).not.toMatch(new RegExp(`${PASSWORD}|rahasia`));
    return error;
  };

  test('a wrong password, or none', async () => {
    const url = await server.createDatabase();
    const wrong = await refusal(url.replace(PASSWORD, 'rahasia'));
    expect(wrong).toMatchObject({ code: 'STORE_REFUSED', message: expect.stringMatching(/password/) });
    expect(await refusal(url.replace(`:${PASSWORD}`, ''))).toMatchObject({ code: 'STORE_REFUSED' });
  });

  test('a database that is not there', async () => {
    const url = (await server.createDatabase()).replace(/[^/]*$/, 'nowhere');
    expect(await refusal(url)).toMatchObject({
      code: 'STORE_REFUSED',
      message: expect.stringContaining('/nowhere'),
      remedy: expect.stringContaining('createdb'),
    });
  });

  test('a port nobody listens on', async () => {
    const url = (await server.createDatabase()).replace(`:${server.port}`, ':1');
    expect(await refusal(url)).toMatchObject({ code: 'STORE_UNREACHABLE' });
  });

  test('a user who may not create anything', async () => {
    await server.query("CREATE ROLE tamu LOGIN PASSWORD 'rahasia'");
    const url = (await server.createDatabase()).replace(/\/\/[^@]*@/, '//tamu:rahasia@');
    expect(await refusal(url)).toMatchObject({
      code: 'STORE_REFUSED',
      message: expect.stringContaining('permission denied'),
    });
  });

  test('a store of a later version', async () => {
    const url = await server.createDatabase();
    await (await openStore({ path: url })).close();
    const { default: pg } = await import('pg');
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query("UPDATE sirekap_uji_beban.meta SET value = '4' WHERE name = 'format'");
    await client.end();
    expect(await refusal(url)).toMatchObject({
      code: 'STORE_REFUSED',
      message: expect.stringContaining('format 4'),
    });
  });

  test('a server that never calls fsync', async () => {
    const url = await server.createDatabase();
    const fsync = async (value: string) => {
      await server.query(`ALTER SYSTEM SET fsync = ${value}`);
      await server.query('SELECT pg_reload_conf()');
      await expect.poll(async () => (await server.query('SHOW fsync'))[0]?.fsync).toBe(value);
    };
    await fsync('off');
    expect(await refusal(url)).toMatchObject({
      code: 'STORE_REFUSED',
      remedy: expect.stringContaining('fsync = on'),
    });
    await fsync('on');
  });
});

test('PostgreSQL: over a unix socket', async () => {
  const url = await server.createDatabase();
  const store = await openStore({
    path: url.replace(/@[^/]*(\/.*)/, `@$1?host=${server.folder}&port=${server.port}`),
  });
  expect((await store.add(upload(1))).outcome).toBe('stored');
  await store.close();
});

test('PostgreSQL: a COMMIT waits for the disk, whatever the database’s default', async () => {
  const url = await server.createDatabase();
  expect((await server.query('SHOW synchronous_commit'))[0]).toEqual({ synchronous_commit: 'off' });
  const { connect } = await import('./connection.ts');
  const { readPostgresUrl } = await import('./location.ts');
  const client = await connect(readPostgresUrl(url));
  expect((await client.query('SHOW synchronous_commit')).rows).toEqual([{ synchronous_commit: 'on' }]);
  await client.end();
});

test('PostgreSQL: a writer that loses its connection in the midst stores each upload once and goes on', async () => {
  const url = await server.createDatabase();
  const store = await openStore({ path: url });
  const name = url.slice(url.lastIndexOf('/') + 1);
  const adding = [];
  for (let i = 1; i <= 400; i++) {
    adding.push(store.add(upload(i)));
    if (i % 100 === 0) {
      await server.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`);
    }
  }
  const results = await Promise.all(adding);
  expect(new Set(results.map(({ outcome }) => outcome))).toEqual(new Set(['stored']));
  expect(new Set((await readAll(store)).map(({ key }) => key)).size).toBe(400);
  expect(await readAll(store)).toHaveLength(400);
  await store.close();
});

// A tablespace on a small disk of its own; only root may mount one.
test.runIf(process.getuid?.() === 0)(
  'PostgreSQL: a full disk refuses what does not fit, keeps everything acknowledged, answers repeats',
  async () => {
    const disk = join(server.folder, 'disk');
    mkdirSync(disk);
    // A new database alone takes 7 to 8 MB.
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=12m', 'tmpfs', disk]);
    try {
      execFileSync('chown', ['--reference', server.folder, disk]);
      await server.query(`CREATE TABLESPACE small LOCATION '${disk}'`);
      const url = await server.createDatabase({ tablespace: 'small' });
      await expectFullDiskKeepsItsPromise(await openStore({ path: url }), 200, async () => {
        execFileSync('mount', ['-o', 'remount,size=64m', disk]);
        return openStore({ path: url });
      });
      await server.query(`DROP DATABASE ${url.slice(url.lastIndexOf('/') + 1)} WITH (FORCE)`);
      await server.query('DROP TABLESPACE small');
    } finally {
      execFileSync('umount', [disk]);
    }
  },
);
