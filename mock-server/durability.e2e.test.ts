import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { passwordOf, writeSmallPlan } from './testing/small-plan.ts';
import { call, jpeg, photoForm, TPS } from './testing/test-server.ts';

const ROUNDS = 4;
const CLIENTS = 12;
/** Acknowledgements before the kill; another moment in each round, however slow the machine. */
const KILL_AFTER = [5, 37, 90, 160];

let folder: string;
let child: ChildProcess | null = null;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'uji-beban-durability-'));
  await writeSmallPlan(join(folder, 'plan'));
});
afterAll(async () => {
  child?.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

async function start(): Promise<string> {
  const script = join(import.meta.dirname, 'testing', 'serve.ts');
  const started = spawn(process.execPath, [script, join(folder, 'plan'), join(folder, 's.sqlite')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child = started;
  const [line] = (await once(createInterface({ input: started.stdout }), 'line')) as [string];
  return line;
}

async function login(url: string, username: string): Promise<string> {
  const { body } = await call(`${url}/api/v1/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: passwordOf(username) }),
  });
  return body.token;
}

const send = (url: string, token: string, run: string) =>
  call(`${url}/api/v1/tps/${TPS}/documents/daftar-hadir/pages/1`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': `${run}.round-1.${TPS}.daftar-hadir.1` },
    body: photoForm(jpeg(run)),
  });

async function readback(url: string, token: string, run: string): Promise<{ key: string; sha256: string }[]> {
  const { body } = await call(`${url}/api/v1/uploads?run=${run}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  return body.uploads;
}

test(`kill -9 under load, ${ROUNDS} times: every acknowledged upload is there, exactly once`, async () => {
  // Each upload is a run of its own, because a key holds one page of one TPS.
  const acknowledged = new Map<string, string>();
  const unanswered: string[] = [];
  let url = await start();
  // Tokens outlive the kill too.
  const admin = await login(url, 'kota-1671');
  for (let round = 0; round < ROUNDS; round++) {
    const token = await login(url, `kpps-${TPS}`);
    const before = acknowledged.size;
    let killed = false;
    const client = async (number: number) => {
      for (let i = 0; !killed; i++) {
        const run = `k${round}-${number}-${i}`;
        try {
          const { status, body } = await send(url, token, run);
          expect(status).toBe(201);
          acknowledged.set(run, body.sha256);
        } catch (error) {
          if (!killed) throw error;
          unanswered.push(run);
        }
      }
    };
    const clients = Promise.all(Array.from({ length: CLIENTS }, (_, number) => client(number)));
    const enough = before + (KILL_AFTER[round % KILL_AFTER.length] ?? 1);
    while (acknowledged.size < enough) await setTimeout(1);
    killed = true;
    const dying = child as ChildProcess;
    dying.kill('SIGKILL');
    await Promise.all([once(dying, 'exit'), clients]);
    expect(acknowledged.size).toBeGreaterThan(before);

    url = await start();
    for (const [run, sha256] of acknowledged) {
      expect((await readback(url, admin, run)).map((upload) => upload.sha256)).toEqual([sha256]);
    }
  }

  // What got no answer may or may not be stored; sent again it is stored once.
  const token = await login(url, `kpps-${TPS}`);
  for (const run of unanswered) {
    expect([200, 201]).toContain((await send(url, token, run)).status);
    expect(await readback(url, admin, run)).toHaveLength(1);
  }
});
