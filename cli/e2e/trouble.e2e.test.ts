import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Audit, Verdict } from '../evidence/types.ts';
import type { RunRecord } from '../run-folder/types.ts';
import { type Running, scratchFolder, start, startMockServer, stop, ujiBeban } from './command-line.ts';
import { childrenOf, isAlive } from './processes.ts';

const scratch = scratchFolder();
const plan = join(scratch.path, 'plan');
const { at, json } = scratch;
const ROOT = process.getuid?.() === 0;

/** A person gets one message, what to do about it, and no stack. */
function expectMessage(ended: { code: number | null; stderr: string }, code: number, message: RegExp): void {
  expect(ended.stderr).toMatch(message);
  expect(ended.stderr).toMatch(/what to do: \S+/);
  expect(ended.stderr).not.toMatch(/ {4}at /);
  expect(ended.code).toBe(code);
}

beforeAll(async () => {
  const generated = await ujiBeban('generate', '--region', 'palembang', '--photos', 'pool:2', '--out', plan);
  expect(generated).toMatchObject({ code: 0 });
});

afterAll(() => scratch.cleanUp());

describe('bad input', () => {
  it('an unknown region: the known ones are named', async () => {
    expectMessage(
      await ujiBeban('generate', '--region', 'palembag', '--out', at('x')),
      2,
      /palembag.*palembang/s,
    );
  });

  it('an option that is no number', async () => {
    const ended = await ujiBeban(
      'run',
      '--plan',
      plan,
      '--round',
      '1',
      '--target',
      'http://127.0.0.1:1',
      '--speed',
      'fast',
      '--out',
      at('x'),
    );
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain('--speed');
  });

  it('a folder that is no plan', async () => {
    expectMessage(await run('--plan', scratch.path), 10, /plan\.json/);
  });

  it('a plan of another version', async () => {
    cpSync(plan, at('other-version'), { recursive: true });
    const path = at('other-version', 'plan.json');
    writeFileSync(path, readFileSync(path, 'utf8').replace(/"formatVersion": \d+/, '"formatVersion": 99'));
    expectMessage(await run('--plan', at('other-version')), 10, /99/);
  });

  it('a plan changed after it was made', async () => {
    cpSync(plan, at('changed'), { recursive: true });
    appendFileSync(at('changed', 'tps.ndjson'), '{}\n');
    expectMessage(await run('--plan', at('changed')), 10, /tps\.ndjson/);
  });

  it('a plan without photos', async () => {
    await ujiBeban('generate', '--region', 'palembang', '--photos', 'none', '--out', at('no-photos'));
    expectMessage(await run('--plan', at('no-photos')), 10, /photos/);
  });

  it('a target that is not this machine', async () => {
    expectMessage(
      await run('--plan', plan, '--target', 'https://192.0.2.1'),
      13,
      /not this machine; nothing was sent/,
    );
  });

  it('a run folder that is taken', async () => {
    mkdirSync(at('taken'));
    writeFileSync(at('taken', 'run.json'), '{}');
    expectMessage(await run('--plan', plan, '--out', at('taken')), 11, /not empty/);
    expect(readFileSync(at('taken', 'run.json'), 'utf8')).toBe('{}');
  });

  it('a folder that cannot be written', async () => {
    writeFileSync(at('file'), '');
    expectMessage(await run('--plan', plan, '--out', at('file', 'run')), 15, /cannot be written/);
    expectMessage(
      await ujiBeban('generate', '--region', 'palembang', '--photos', 'none', '--out', at('file', 'plan')),
      15,
      /file/,
    );
  });

  it.skipIf(!ROOT)('a full disk', async () => {
    const mount = at('full');
    mkdirSync(mount);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', mount]);
    try {
      expectMessage(await run('--plan', plan, '--out', join(mount, 'run')), 15, /MB free|no room/);
      expectMessage(
        await ujiBeban('generate', '--region', 'palembang', '--photos', 'none', '--out', join(mount, 'plan')),
        15,
        /no room/,
      );
    } finally {
      execFileSync('umount', [mount]);
    }
  });

  it('no k6 where one was named, and one that is too old', async () => {
    expectMessage(await run('--plan', plan, '--k6', at('no-k6')), 16, /not a k6/);
    writeFileSync(at('old-k6'), '#!/bin/sh\necho "k6 v0.49.0 (go1.21.6, linux/amd64)"\n');
    chmodSync(at('old-k6'), 0o755);
    expectMessage(await run('--plan', plan, '--k6', at('old-k6')), 16, /0\.49\.0.*1\.8\.0/s);
  });

  it('a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const ended = await ujiBeban('serve', '--plan', plan, '--port', String(port), '--store', at('s.sqlite'));
    other.close();
    expectMessage(ended, 14, new RegExp(String(port)));
  });

  it('an audit of what is no run, a verdict and a report before the audit', async () => {
    expectMessage(await ujiBeban('audit', plan), 11, /run/);
    mkdirSync(at('unaudited'));
    expectMessage(await ujiBeban('verdict', at('unaudited')), 11, /run/);
    expectMessage(await ujiBeban('report', at('unaudited')), 11, /run/);
  });

  async function run(...args: string[]) {
    const given = new Set(args.filter((arg) => arg.startsWith('--')));
    const rest: string[] = [];
    if (!given.has('--target')) rest.push('--target', 'http://127.0.0.1:9');
    if (!given.has('--out')) rest.push('--out', at(`run-${Math.random().toString(36).slice(2)}`));
    return ujiBeban('run', '--workload', 'smoke', '--speed', '400', ...args, ...rest);
  }
});

describe('trouble on the way', () => {
  const args = (out: string, target: string, speed: string) => [
    ...['run', '--plan', plan, '--workload', 'smoke', '--target', target, '--speed', speed, '--out', at(out)],
  ];

  it('target down before the run: the folder says so and can be audited once it is up', async () => {
    expectMessage(await ujiBeban(...args('down', 'http://127.0.0.1:9', '400')), 12, /does not answer/);
    expect(json<RunRecord>('down', 'run.json')).toMatchObject({ state: 'failed' });
    expectMessage(await ujiBeban('audit', at('down')), 12, /does not answer/);
  });

  it('Ctrl-C: k6 and all else is gone, the folder says what happened and can be audited', async () => {
    const mock = await startMockServer(plan, at('interrupted.sqlite'));
    try {
      const running = start(args('interrupted', mock.url, '60'));
      await running.until(/uploads [1-9]\d*\/160/);
      const k6 = childrenOf(running.child.pid as number);
      expect(k6.length).toBeGreaterThan(0);
      running.child.kill('SIGINT');
      expect((await running.ended).code).toBe(105);
      expect(k6.filter(isAlive)).toEqual([]);
      expect(json<RunRecord>('interrupted', 'run.json')).toMatchObject({
        state: 'interrupted',
        k6: { exitCode: 105 },
      });
      expect((await ujiBeban('audit', at('interrupted'))).code).toBe(1);
      const audit = json<Audit>('interrupted', 'audit.json');
      expect(audit.stored).toBeGreaterThan(0);
      expect(audit.notAsked).toBeGreaterThan(0);
      expect(audit.stored + audit.unacknowledged).toBe(160);
      expect((await ujiBeban('verdict', at('interrupted'))).code).toBe(4);
      expect((await ujiBeban('report', at('interrupted'))).code).toBe(0);
    } finally {
      await stop(mock);
    }
  });

  it('Ctrl-C while a plan is made: nothing is left of it', async () => {
    const running = start(['generate', '--region', 'palembang', '--photos', 'pool:300', '--out', at('half')]);
    await waitFor(() => readdirSync(scratch.path).some((name) => name.includes('half')));
    running.child.kill('SIGINT');
    expectMessage(await running.ended, 130, /interrupted/);
    expect(readdirSync(scratch.path).filter((name) => name.includes('half'))).toEqual([]);
  });

  it('Ctrl-C in a rehearsal: neither k6 nor the mock is left', async () => {
    const running = start([
      'rehearse',
      '--plan',
      plan,
      '--speed',
      '100',
      '--photos',
      '2',
      '--out',
      at('rehearsal'),
    ]);
    await running.until(/logins [1-9]\d*\//);
    const started = childrenOf(running.child.pid as number);
    // k6, its watchdog and the mock.
    expect(started).toHaveLength(3);
    running.child.kill('SIGINT');
    expectMessage(await running.ended, 130, /interrupted/);
    expect(started.filter(isAlive)).toEqual([]);
    expect(json<RunRecord>('rehearsal', 'round-1', 'run.json')).toMatchObject({ state: 'interrupted' });
  });

  it('kill -9 of the server in mid-run: nothing acknowledged is lost, the run ends and can be audited', async () => {
    const store = at('killed.sqlite');
    let mock: (Running & { url: string }) | undefined = await startMockServer(plan, store);
    const { url } = mock;
    const running = start(args('killed', url, '100'));
    await running.until(/uploads [1-9]\d*\/160/);
    await stop(mock, 'SIGKILL');
    const ended = await running.ended;
    expect(ended.code).toBe(99);
    expect(json<RunRecord>('killed', 'run.json')).toMatchObject({ state: 'finished' });
    const again = async (of: string) => {
      const started = start(['serve', '--plan', plan, '--port', new URL(url).port, '--store', of]);
      await started.until(/mock recap API at/);
      return { ...started, url };
    };
    try {
      mock = await again(store);
      expect((await ujiBeban('audit', at('killed'))).code).toBe(1);
      const audit = json<Audit>('killed', 'audit.json');
      expect(audit).toMatchObject({ lost: 0, altered: 0, duplicated: 0, unexpected: 0 });
      expect(audit.stored).toBeGreaterThan(0);
      expect(audit.unacknowledged).toBeGreaterThan(0);
      // It is the store that the run was sent to, not the process; what another has is no evidence.
      expect(audit.readback).toMatchObject({
        store: json<RunRecord>('killed', 'run.json').target.store,
        sameStore: true,
      });
      await stop(mock);
      mock = await again(at('other.sqlite'));
      const other = await ujiBeban('audit', at('killed'), '--refresh');
      expect(other.stdout).toContain('of another store than the run was sent to');
      expect(json<Audit>('killed', 'audit.json')).toMatchObject({
        stored: 0,
        readback: { sameStore: false },
      });
      await ujiBeban('verdict', at('killed'));
      const { verdict, validity } = json<Verdict>('killed', 'verdict.json');
      expect(verdict).toBe('INVALID');
      expect(validity.find(({ name }) => name === 'readback-same-store')).toMatchObject({ ok: false });
    } finally {
      await stop(mock);
    }
  });
});

async function waitFor(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 20));
}
