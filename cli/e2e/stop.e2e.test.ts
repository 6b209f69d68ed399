import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Audit, Verdict } from '../evidence/types.ts';
import type { RunRecord } from '../run-folder/types.ts';
import { faultsOfFile } from '../schemas/testing/faults.ts';
import {
  commandOf,
  type Running,
  scratchFolder,
  start,
  startMockServer,
  stop,
  ujiBeban,
} from './command-line.ts';
import { type HttpFront, startFront } from './network/http-front.ts';
import { isAlive, k6Of } from './processes.ts';

/** What the kill switch has until every generator is gone. */
const STOPPED_WITHIN_MS = 2000;

const scratch = scratchFolder();
const { at } = scratch;
const plan = at('plan');
const stopFile = at('stop');
let mock: Running & { url: string };
/** What k6 is pointed at: it tells when the last request came. */
let front: HttpFront;

beforeAll(async () => {
  const generated = await ujiBeban('generate', '--region', 'palembang', '--photos', 'pool:2', '--out', plan);
  expect(generated).toMatchObject({ code: 0 });
  mock = await startMockServer(plan, at('store.sqlite'));
  front = await startFront({ address: '127.0.0.1', target: mock.url });
});

afterEach(() => rmSync(stopFile, { force: true }));

afterAll(async () => {
  front.close();
  await stop(mock);
  scratch.cleanUp();
});

function runArguments(out: string, ...more: string[]): string[] {
  const target = `http://127.0.0.1:${front.port}`;
  return [
    ...['run', '--plan', plan, '--workload', 'smoke', '--target', target, '--speed', '60'],
    ...['--stop-file', stopFile, '--out', at(out), ...more],
  ];
}

/** Starts a run and waits until uploads are under way. */
async function underWay(out: string, ...more: string[]): Promise<{ running: Running; k6: number }> {
  const running = start(runArguments(out, ...more));
  await running.until(/uploads [1-9]\d*\/160/);
  const [k6] = k6Of(running.child.pid as number);
  if (k6 === undefined) throw new Error('no k6 was started');
  return { running, k6 };
}

/** Milliseconds until all of these processes are gone. */
async function gone(pids: number[], from: number): Promise<number> {
  while (pids.some(isAlive)) await new Promise((resolve) => setTimeout(resolve, 10));
  return Date.now() - from;
}

/** A stopped run's folder is whole: it says who stopped it, its journal is intact, and it can be audited, judged and shown. */
async function expectWhole(out: string, expected: Partial<NonNullable<RunRecord['stop']>>): Promise<void> {
  const record = JSON.parse(readFileSync(at(out, 'run.json'), 'utf8')) as RunRecord;
  expect(record).toMatchObject({ state: 'stopped', stop: expected });
  expect(faultsOfFile('run', at(out, 'run.json'))).toEqual([]);
  expect(faultsOfFile('journal', at(out, 'journal.ndjson'))).toEqual([]);
  expect((await ujiBeban('audit', at(out))).code).toBe(1);
  const audit = JSON.parse(readFileSync(at(out, 'audit.json'), 'utf8')) as Audit;
  expect(audit.journal).toMatchObject({ malformed: 0, truncated: false });
  expect(audit.stored).toBeGreaterThan(0);
  expect(audit.lost + audit.altered + audit.duplicated).toBe(0);
  expect((await ujiBeban('verdict', at(out))).code).toBe(4);
  const verdict = JSON.parse(readFileSync(at(out, 'verdict.json'), 'utf8')) as Verdict;
  expect(verdict.verdict).toBe('INVALID');
  expect(verdict.reasons.join('\n')).toContain('stopped (by ');
  const report = await ujiBeban('report', at(out), '--lang', 'en');
  expect(report.stdout).toContain('Stopped by ');
  expect(readFileSync(at(out, 'report.html'), 'utf8')).toContain('Dihentikan oleh ');
}

describe('the kill switch', () => {
  it('a file: every run on this machine that looks at it is gone within 2 s', async () => {
    const runs = [await underWay('file-1'), await underWay('file-2')];
    const from = Date.now();
    const stopped = await ujiBeban('stop', 'the help desk is overrun', '--stop-file', stopFile);
    expect(stopped.code).toBe(0);
    expect(
      await gone(
        runs.map(({ k6 }) => k6),
        from,
      ),
    ).toBeLessThan(STOPPED_WITHIN_MS);
    for (const { running } of runs) expect((await running.ended).code).toBe(19);
    expect((front.lastAt ?? 0) - from).toBeLessThan(STOPPED_WITHIN_MS);
    for (const out of ['file-1', 'file-2'])
      await expectWhole(out, { cause: 'file', reason: 'the help desk is overrun' });
  });

  it('while the file is there nothing starts, and nothing is sent', async () => {
    writeFileSync(stopFile, '');
    const before = front.requests;
    for (const args of [
      runArguments('refused'),
      ['target', 'check', '--target', mock.url, '--plan', plan, '--stop-file', stopFile],
    ]) {
      const refused = await ujiBeban(...args);
      expect(refused).toMatchObject({
        code: 19,
        stderr: expect.stringMatching(/stopped by .*nothing was sent/),
      });
    }
    expect(front.requests).toBe(before);
    expect(existsSync(at('refused'))).toBe(false);
    expect((await ujiBeban('stop', '--release', '--stop-file', stopFile)).stdout).toContain('released');
    expect(existsSync(stopFile)).toBe(false);
  });

  it('the key Q at a terminal', async () => {
    const words = commandOf(runArguments('key')).map((word) => `'${word}'`);
    // `script` is a terminal to what it runs.
    const terminal = spawn('script', ['--quiet', '--return', '--command', words.join(' '), '/dev/null'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    let shown = '';
    terminal.stdout.on('data', (data: Buffer) => {
      shown += data.toString();
    });
    while (!/uploads [1-9]\d*\/160/.test(shown)) await new Promise((resolve) => setTimeout(resolve, 50));
    terminal.stdin.write('q');
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(terminal.exitCode).toBeNull();
    const from = Date.now();
    terminal.stdin.write('Q');
    const code = await new Promise((resolve) => terminal.once('close', resolve));
    expect(Date.now() - from).toBeLessThan(STOPPED_WITHIN_MS + 500);
    expect(code, shown).toBe(19);
    expect((front.lastAt ?? 0) - from).toBeLessThan(STOPPED_WITHIN_MS);
    await expectWhole('key', { cause: 'key', by: expect.stringContaining('@') as unknown as string });
  });

  it('in the background of a terminal a run goes on, and takes no keys', async () => {
    const words = commandOf(runArguments('background', '--speed', '400')).map((word) => `'${word}'`);
    const command = `set -m; ${words.join(' ')} & wait $!`;
    const terminal = spawn('script', ['--quiet', '--return', '--command', command, '/dev/null'], {
      stdio: ['pipe', 'pipe', 'inherit'],
      env: { ...process.env, SHELL: '/bin/bash' },
    });
    terminal.stdout.resume();
    terminal.stdin.write('Q');
    expect(await new Promise((resolve) => terminal.once('close', resolve))).toBe(0);
    expect(JSON.parse(readFileSync(at('background', 'run.json'), 'utf8'))).toMatchObject({
      state: 'finished',
    });
  });

  it('a threshold: more failures than were allowed', async () => {
    const own = await startMockServer(plan, at('failing.sqlite'));
    try {
      const args = runArguments('failures', '--stop-when-failing', '50%', '--target', own.url);
      const running = start(args);
      await running.until(/uploads [1-9]\d*\/160/);
      const [k6] = k6Of(running.child.pid as number);
      await fetch(`${own.url}/simulator/faults`, {
        method: 'PUT',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          startsAt: Date.now(),
          faults: [{ name: 'all', type: 'errors', startMs: 0, durationMs: 60_000, share: 1 }],
        }),
      });
      expect((await running.ended).code).toBe(19);
      expect(isAlive(k6 as number)).toBe(false);
      const { stop: found } = JSON.parse(readFileSync(at('failures', 'run.json'), 'utf8')) as RunRecord;
      expect(found).toMatchObject({
        cause: 'failures',
        reason: expect.stringMatching(/% of the last \d+ attempts/),
      });
      expect(Date.parse(found?.endedAt ?? '') - Date.parse(found?.at ?? '')).toBeLessThan(STOPPED_WITHIN_MS);
      await fetch(`${own.url}/simulator/faults`, { method: 'DELETE' });
      await expectWhole('failures', { cause: 'failures' });
    } finally {
      await stop(own);
    }
  });
});

describe('kill -9 of the command itself', () => {
  it('takes k6 along; nothing more is sent, and the folder can be audited', async () => {
    const { running, k6 } = await underWay('killed');
    const from = Date.now();
    running.child.kill('SIGKILL');
    expect(await gone([k6], from)).toBeLessThan(STOPPED_WITHIN_MS);
    const { requests } = front;
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(front.requests).toBe(requests);
    expect(JSON.parse(readFileSync(at('killed', 'run.json'), 'utf8'))).toMatchObject({ state: 'running' });
    expect((await ujiBeban('audit', at('killed'))).code).toBe(1);
    const audit = JSON.parse(readFileSync(at('killed', 'audit.json'), 'utf8')) as Audit;
    expect(audit).toMatchObject({ journal: { malformed: 0 }, lost: 0 });
    expect((await ujiBeban('verdict', at('killed'))).code).toBe(4);
  });
});
