import { hash } from 'node:crypto';
import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PACKAGE_ROOT } from '../../fixtures/package-root.ts';
import type { Plan, PlannedAccount } from '../../fixtures/plan/types.ts';
import type { RunRecord } from '../run-folder/types.ts';
import { type Running, scratchFolder, start, startMockServer, stop, ujiBeban } from './command-line.ts';
import { type HttpFront, startFront } from './network/http-front.ts';
import { makeOwnCa } from './network/own-ca.ts';
import { filesBelow, passwordsIn, passwordsOf } from './passwords.ts';
import { allCommandLines } from './processes.ts';

/**
 * The target knows the passwords of `plan`. The runs have a copy of it with other passwords, as an operator has whose accounts
 * were made at the real system, and the right ones in a secrets file.
 */
const scratch = scratchFolder();
const { at } = scratch;
const plan = at('plan');
const stranger = at('stranger');
const shared = at('shared');
const SHARED = 'sandi-bersama-12345';
const secrets = at('rahasia.csv');
const adapter = at('adapter.ts');
let mock: Running & { url: string };
let passwords: Set<string>;

beforeAll(async () => {
  const generated = await ujiBeban('generate', '--region', 'palembang', '--photos', 'pool:2', '--out', plan);
  expect(generated).toMatchObject({ code: 0 });
  mock = await startMockServer(plan, at('store.sqlite'));
  const accounts = readFileSync(join(plan, 'accounts.ndjson'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as PlannedAccount);
  passwords = passwordsOf(join(plan, 'accounts.ndjson'));
  writeFileSync(
    secrets,
    `username,password\n${accounts.map(({ username, password }) => `${username},${password}\n`).join('')}`,
    {
      mode: 0o600,
    },
  );
  withPassword(stranger, accounts, 'not-the-right');
  withPassword(shared, accounts, SHARED);
  // The template does not ask which plan the target was started with.
  cpSync(join(PACKAGE_ROOT, 'scenarios', 'targets', 'template.ts'), adapter);
});

afterAll(async () => {
  await stop(mock);
  scratch.cleanUp();
});

/** A copy of the plan in which all accounts have one password. */
function withPassword(folder: string, accounts: PlannedAccount[], password: string): void {
  cpSync(plan, folder, { recursive: true });
  const lines = accounts.map((account) => `${JSON.stringify({ ...account, password })}\n`).join('');
  writeFileSync(join(folder, 'accounts.ndjson'), lines);
  const path = join(folder, 'plan.json');
  const changed = JSON.parse(readFileSync(path, 'utf8')) as Plan;
  changed.files['accounts.ndjson'] = {
    ...(changed.files['accounts.ndjson'] as Plan['files'][string]),
    sha256: hash('sha256', lines),
    bytes: Buffer.byteLength(lines),
  };
  writeFileSync(path, JSON.stringify(changed));
}

function runArguments(out: string, ...more: string[]): string[] {
  return [
    ...['run', '--plan', stranger, '--workload', 'smoke', '--target', mock.url, '--adapter', adapter],
    ...['--speed', '400', '--stop-file', at('stop'), '--out', at(out), ...more],
  ];
}

describe('credentials of a target', () => {
  it('without them nobody can log in', async () => {
    await ujiBeban(...runArguments('without'));
    expect(
      attempts('without').filter(({ operation, status }) => operation === 'login' && status === 401).length,
    ).toBe(120);
  });

  it('from a secrets file: all log in, and no password is in any list of processes or file of the run', async () => {
    const running = start(runArguments('file', '--secrets', secrets));
    const seen = new Set<string>();
    let ended = false;
    void running.ended.then(() => {
      ended = true;
    });
    while (!ended) {
      for (const line of allCommandLines()) seen.add(line);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const { code, stdout, stderr } = await running.ended;
    expect(code, stdout + stderr).toBe(0);
    // It did look: k6 was seen, with the path of the file.
    expect([...seen].some((line) => line.includes('SECRETS=') && line.includes('entry.js'))).toBe(true);
    expect(passwordsIn([...seen].join('\n'), passwords)).toEqual([]);

    const audited = await ujiBeban('audit', at('file'));
    expect(audited).toMatchObject({ code: 2, stderr: expect.stringContaining('give the audit --secrets') });
    expect((await ujiBeban('audit', at('file'), '--secrets', secrets)).code).toBe(0);
    expect((await ujiBeban('verdict', at('file'))).code).toBe(0);
    const reported = await ujiBeban('report', at('file'));
    expect(JSON.parse(readFileSync(at('file', 'run.json'), 'utf8')) as RunRecord).toMatchObject({
      credentials: 'secrets-file',
      target: { adapter: 'template', adapterFile: adapter },
    });
    const files = filesBelow(at('file'));
    expect(files.map((path) => path.slice(at('file').length + 1))).toEqual(
      expect.arrayContaining([
        'report.html',
        'report.json',
        'journal.ndjson',
        'k6.log',
        'run.json',
        'readback.ndjson',
      ]),
    );
    for (const path of files) expect(passwordsIn(readFileSync(path, 'utf8'), passwords), path).toEqual([]);
    expect(passwordsIn(stdout + stderr + reported.stdout, passwords)).toEqual([]);
  });

  it('from the environment: one password for all accounts', async () => {
    const target = await startMockServer(shared, at('shared.sqlite'));
    try {
      const args = runArguments('environment', '--target', target.url);
      const ran = await start(args, undefined, { UJI_BEBAN_PASSWORD: SHARED }).ended;
      expect(ran.code, ran.stdout + ran.stderr).toBe(0);
      expect(attempts('environment').filter(({ status }) => status === 401)).toEqual([]);
      expect(JSON.parse(readFileSync(at('environment', 'run.json'), 'utf8'))).toMatchObject({
        credentials: 'environment',
      });
      for (const path of filesBelow(at('environment')))
        expect(readFileSync(path, 'utf8'), path).not.toContain(SHARED);
    } finally {
      await stop(target);
    }
  });

  it('a file that others can read is refused', async () => {
    const open = at('open.csv');
    cpSync(secrets, open);
    chmodSync(open, 0o644);
    expect(await ujiBeban(...runArguments('open', '--secrets', open))).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('chmod 600'),
    });
  });
});

describe('TLS with a CA of one’s own', () => {
  let front: HttpFront;
  let caFile: string;
  beforeAll(async () => {
    mkdirSync(at('ca'));
    const { key, cert, ...own } = makeOwnCa(at('ca'));
    caFile = own.caFile;
    front = await startFront({ address: '127.0.0.1', target: mock.url, tls: { key, cert } });
  });
  afterAll(() => front.close());

  const args = (out: string) => [
    ...['run', '--plan', plan, '--workload', 'smoke', '--target', `https://localhost:${front.port}`],
    ...['--speed', '400', '--stop-file', at('stop'), '--out', at(out)],
  ];

  it('is not trusted by itself', async () => {
    expect(await ujiBeban(...args('untrusted'))).toMatchObject({
      code: 12,
      stderr: expect.stringMatching(/certificate is not trusted/),
    });
  });

  it('is by SSL_CERT_FILE: run and audit alike', async () => {
    const env = { SSL_CERT_FILE: caFile };
    const ran = await start(args('trusted'), undefined, env).ended;
    expect(ran.code, ran.stdout + ran.stderr).toBe(0);
    expect((await start(['audit', at('trusted')], undefined, env).ended).code).toBe(0);
    expect((await ujiBeban('verdict', at('trusted'))).code).toBe(0);
  });

  it('or not asked for, by k6’s own option after --', async () => {
    const insecure = ['--', '--insecure-skip-tls-verify'];
    const ran = await ujiBeban(...args('insecure'), ...insecure);
    expect(ran.code, ran.stdout + ran.stderr).toBe(0);
    expect((await ujiBeban('audit', at('insecure'), ...insecure)).code).toBe(0);
  });
});

function attempts(out: string): { operation: string; status: number }[] {
  const lines = readFileSync(at(out, 'journal.ndjson'), 'utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line)).filter(({ kind }) => kind === 'attempt');
}
