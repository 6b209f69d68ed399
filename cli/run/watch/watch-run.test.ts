import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Permission } from '../../../scenarios/permission/permission.ts';
import { writeStopFile } from '../../stop/stop-file.ts';
import { type RunWatch, type WatchOptions, watchRun } from './watch-run.ts';

const folder = mkdtempSync(join(tmpdir(), 'uji-beban-watch-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const journal = join(folder, 'journal.ndjson');
const stopFile = join(folder, 'stop');

const permission: Permission = {
  formatVersion: 1,
  kind: 'authorisation',
  reference: '012',
  authorisedBy: { name: 'S', office: 'K' },
  targets: [],
  window: { from: '2000-01-01T00:00:00Z', to: '2999-01-01T00:00:00Z' },
  maximum: { requestsPerSecond: 10, accounts: 3 },
  proxies: [],
  stopWhen: null,
};

const attempt = (startedAt: number, account = 'a', errorClass: string | null = null) =>
  `${JSON.stringify({ kind: 'attempt', startedAt, durationMs: 5, account, errorClass })}\n`;

let watch: RunWatch | undefined;
function start(changes: Partial<WatchOptions> = {}): RunWatch {
  watch = watchRun({
    journal,
    stopFile,
    permission,
    failureLimit: null,
    stopKey: undefined,
    operator: 'budi@uji',
    ...changes,
  });
  return watch;
}

beforeEach(() => writeFileSync(journal, ''));
afterEach(() => {
  watch?.end();
  rmSync(stopFile, { force: true });
});

/** Milliseconds until it halts. */
async function halted({ halt }: RunWatch): Promise<number> {
  const from = Date.now();
  if (!halt.aborted) await new Promise((resolve) => halt.addEventListener('abort', resolve, { once: true }));
  return Date.now() - from;
}

describe('a run is stopped', () => {
  it('by the stop file, within a fraction of a second, by whoever wrote it', async () => {
    const run = start();
    writeStopFile(stopFile, 'the help desk is overrun');
    expect(await halted(run)).toBeLessThan(1000);
    expect(run.reason).toMatchObject({
      cause: 'file',
      by: expect.stringContaining('@'),
      reason: 'the help desk is overrun',
    });
  });

  it('by an empty file, made by any means', async () => {
    const run = start();
    writeFileSync(stopFile, '');
    await halted(run);
    expect(run.reason).toMatchObject({
      cause: 'file',
      by: expect.stringMatching(/^user \d+$/),
      reason: null,
    });
  });

  it('by the key, at once', () => {
    const key = new AbortController();
    const run = start({ stopKey: key.signal });
    key.abort();
    expect(run.halt.aborted).toBe(true);
    expect(run.reason).toMatchObject({ cause: 'key', by: 'budi@uji' });
  });

  it('when the window ends', async () => {
    const to = new Date(Date.now() + 300).toISOString();
    const run = start({ permission: { ...permission, window: { ...permission.window, to } } });
    expect(run.halt.aborted).toBe(false);
    expect(await halted(run)).toBeLessThan(1500);
    expect(run.reason).toMatchObject({ cause: 'window', by: 'authorisation 012' });
  });

  it('when more is asked for than is permitted', async () => {
    const run = start();
    appendFileSync(journal, Array.from({ length: 21 }, (_, i) => attempt(5000 + i)).join(''));
    await halted(run);
    expect(run.reason).toMatchObject({ cause: 'rate', reason: expect.stringContaining('10 are permitted') });
  });

  it('when more accounts are used than are permitted', async () => {
    const run = start();
    appendFileSync(journal, ['a', 'b', 'c', 'd'].map((account, i) => attempt(i * 9000, account)).join(''));
    await halted(run);
    expect(run.reason).toMatchObject({ cause: 'accounts', reason: expect.stringContaining('4 accounts') });
  });

  it.each([
    [
      'the operator',
      { permission: null, failureLimit: { failedShare: 0.5, withinSecond: 10, minimumAttempts: 4 } },
      'budi@uji',
    ],
    [
      'the authorisation',
      { permission: { ...permission, stopWhen: { failedShare: 0.5, withinSecond: 10, minimumAttempts: 4 } } },
      'authorisation 012',
    ],
  ])('when more fails than %s lets', async (_name, options, by) => {
    const run = start(options);
    const now = Date.now();
    appendFileSync(
      journal,
      [0, 1, 2, 3].map((i) => attempt(now - i, 'a', i > 0 ? 'http-5xx' : null)).join(''),
    );
    await halted(run);
    expect(run.reason).toMatchObject({ cause: 'failures', by, reason: '75% of the last 4 attempts failed' });
  });
});

describe('a run goes on', () => {
  it('while it keeps to all of it; what was sent is told at the end, half a line left out', async () => {
    const run = start({ failureLimit: { failedShare: 0.5, withinSecond: 10, minimumAttempts: 4 } });
    appendFileSync(journal, '{"kind":"phase"}\nnot json\n');
    appendFileSync(journal, Array.from({ length: 20 }, (_, i) => attempt(1000 + i * 100)).join(''));
    appendFileSync(journal, attempt(60_000, 'b').slice(0, 20));
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(run.reason).toBeNull();
    expect(run.end()).toEqual({
      requestsPerSecond: 10,
      accounts: 1,
      firstAt: '1970-01-01T00:00:01.000Z',
      lastAt: '1970-01-01T00:00:02.900Z',
    });
  });

  it('and the first reason is the one that is kept', () => {
    const key = new AbortController();
    const run = start({ stopKey: key.signal });
    key.abort();
    appendFileSync(journal, Array.from({ length: 50 }, (_, i) => attempt(i)).join(''));
    run.end();
    expect(run.reason?.cause).toBe('key');
  });
});
