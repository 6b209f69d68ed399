import { describe, expect, it, vi } from 'vitest';
import type { WorkloadModel } from '../../fixtures/plan/types.ts';
import type { Session } from '../init-stage/sessions.ts';
import type { AttemptLine } from '../journal-line.ts';
import type { SessionContext } from '../operation-subject.ts';
import type { PhotoForm } from '../photos/photo-form.ts';
import type { Answer, BatchAnswer, OfflinePart, Target, Upload } from '../targets/target.ts';
import { OFFLINE_SECOND } from '../workloads/offline-schedule.ts';
import { offlineSession } from './offline-session.ts';

vi.mock('k6', () => ({
  sleep: (seconds: number) => {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, seconds * 1000);
  },
}));
vi.mock('k6/metrics', () => {
  class Metric {
    add(): void {}
  }
  return { Counter: Metric, Trend: Metric };
});

const WORKED: Answer = { status: 200, durationMs: 1, errorClass: null, errorCode: null };
const BROKEN: Answer = { status: 0, durationMs: 1, errorClass: 'connection', errorCode: null };
const EXPIRED: Answer = {
  status: 401,
  durationMs: 1,
  errorClass: 'unauthorised',
  errorCode: 'TOKEN_EXPIRED',
};
const PAGES = 12;

/** A target that keeps what it is given; tests change how it answers. */
function phoneAndTarget() {
  const stored = new Set<string>();
  const calls: string[] = [];
  const sent: string[][] = [];
  let valid = 'first';
  const guard = <A extends Answer>(token: string, answer: A): A =>
    token === valid ? answer : { ...answer, ...EXPIRED };
  const offline: OfflinePart = {
    manifest: (token, uploads) => {
      calls.push('manifest');
      const held = uploads.map(({ key }) => ({
        key,
        state: stored.has(key) ? ('stored' as const) : ('wanted' as const),
        errorCode: null,
      }));
      return guard(token, { ...WORKED, held: token === valid ? held : [] });
    },
    partHead: ({ key }) => `content-disposition: form-data; name="${key}"\r\n`,
    batch: (token, uploads) => {
      calls.push('batch');
      sent.push(uploads.map(({ key }) => key));
      for (const { key } of uploads) stored.add(key);
      const parts = uploads.map(({ key }) => ({ key, errorClass: null, errorCode: null }));
      return guard(token, { ...WORKED, parts });
    },
  };
  const target = {
    login: () => {
      calls.push('login');
      return { ...WORKED, token: valid, refreshToken: 'R1' };
    },
    list: () => WORKED,
    status: () => {
      calls.push('status');
      return { ...WORKED, complete: stored.size === PAGES };
    },
    offline,
  } as unknown as Target & { offline: OfflinePart };
  return {
    target,
    stored,
    calls,
    sent,
    expire: () => {
      valid = 'second';
    },
  };
}

async function play(target: Target & { offline: OfflinePart }): Promise<AttemptLine[]> {
  const lines: AttemptLine[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((text: string) => {
    lines.push(JSON.parse(text) as AttemptLine);
  });
  const context = {
    run: 'uji-1',
    speed: 1,
    session: 0,
    operator: { attempts: 3, firstBackoffSecond: 0, backoffFactor: 1, requestTimeoutSecond: 1 },
    journalPart: '"run":"uji-1","phase":"upload","session":0,"account":"kpps","tps":"1671011001001"',
  } as unknown as SessionContext;
  const form = {
    use: () => null,
    photo: () => new Uint8Array(5),
    giveBack: () => false,
  } as unknown as PhotoForm;
  const uploads = Array.from({ length: PAGES }, (_, i) => ({
    type: 'c-hasil',
    document: 1,
    page: i + 1,
    photo: 0,
    bytes: 5,
    take: 'round-1' as const,
    sha256: String(i % 10).repeat(64),
  }));
  const session = { kode: '1671011001001', kecamatan: '167101', account: {}, uploads } as unknown as Session;
  const workload = { batchSpacingSecond: 10 } as WorkloadModel;
  // Two days ago, so that nothing is waited for.
  await offlineSession(target, target.offline, form, workload, context, session, Date.now() - 172_800_000);
  log.mockRestore();
  return lines;
}

const key = (page: number) => `uji-1.round-1.1671011001001.c-hasil.${page}`;
const keys = (...pages: number[]) => pages.map(key);

describe('a phone that was offline', () => {
  it('sends nothing for a day, then asks what is wanted and sends it in batches of ten', async () => {
    const { target, sent, calls } = phoneAndTarget();
    const lines = await play(target);
    expect(calls).toEqual(['login', 'manifest', 'batch', 'batch', 'status']);
    expect(sent).toEqual([keys(...Array.from({ length: 10 }, (_, i) => i + 1)), keys(11, 12)]);
    const [login, list, manifest, first, second, status] = lines;
    expect(list?.plannedAt).toBe(login?.plannedAt);
    const after = (line: AttemptLine | undefined) =>
      ((line?.plannedAt ?? 0) - (login?.plannedAt ?? 0)) / 1000;
    expect([manifest, first, second, status].map(after)).toEqual(
      [0, 10, 20, 30].map((s) => OFFLINE_SECOND + s),
    );
    expect(first).toMatchObject({ operation: 'batch', exchange: 0, batch: 0, bytes: 50, acknowledged: true });
    expect(first?.parts).toHaveLength(10);
    expect(first?.parts?.[9]).toEqual({
      key: key(10),
      sha256: '9'.repeat(64),
      acknowledged: true,
      errorClass: null,
      errorCode: null,
    });
    expect(manifest?.parts).toEqual([]);
  });

  it('asks what has arrived of a batch that broke, and sends only what has not', async () => {
    const { target, stored, sent } = phoneAndTarget();
    const { batch } = target.offline;
    let broken = false;
    target.offline.batch = (token: string, uploads: readonly Upload[], form, type): BatchAnswer => {
      if (broken) return batch(token, uploads, form, type);
      broken = true;
      sent.push(uploads.map(({ key: one }) => one));
      for (const { key: one } of uploads.slice(0, 7)) stored.add(one);
      return { ...BROKEN, parts: [] };
    };
    const lines = await play(target);
    expect(sent.slice(1)).toEqual([keys(11, 12), keys(8, 9, 10)]);
    const said = lines
      .filter(({ operation }) => operation === 'manifest')
      .map(({ parts }) => parts?.map((one) => one.key));
    expect(said).toEqual([[], keys(1, 2, 3, 4, 5, 6, 7)]);
    const lost = lines.find(({ operation, acknowledged }) => operation === 'batch' && !acknowledged);
    expect(lost).toMatchObject({ attempt: 1, final: true, errorClass: 'connection' });
    expect(lost?.parts?.every((one) => !one.acknowledged && one.errorClass === 'connection')).toBe(true);
    expect(lines.at(-1)).toMatchObject({ operation: 'status', complete: true });
  });

  it('sends again the one part that was refused for a while, and gives up in the end', async () => {
    const { target, sent } = phoneAndTarget();
    const { batch } = target.offline;
    target.offline.manifest = (_token, uploads) => ({
      ...WORKED,
      held: uploads.map((one) => ({ key: one.key, state: 'wanted', errorCode: null })),
    });
    target.offline.batch = (token, uploads, form, type) => {
      const answer = batch(token, uploads, form, type);
      const parts = answer.parts.map((part) =>
        part.key === key(3) ? { ...part, errorClass: 'http-5xx' as const, errorCode: 'STORE_FAILED' } : part,
      );
      return { ...answer, parts };
    };
    await play(target);
    expect(sent).toHaveLength(7);
    expect(sent.slice(2)).toEqual(Array(5).fill(keys(3)));
  });

  it('does not send what the target refuses, and the journal says why', async () => {
    const { target, sent } = phoneAndTarget();
    target.offline.manifest = (_token, uploads) => ({
      ...WORKED,
      held: uploads.map((one) =>
        one.key === key(1)
          ? { key: one.key, state: 'refused', errorCode: 'KEY_REUSED' }
          : { key: one.key, state: 'wanted', errorCode: null },
      ),
    });
    const lines = await play(target);
    expect(sent.flat()).not.toContain(key(1));
    expect(lines.find(({ operation }) => operation === 'manifest')?.parts).toEqual([
      {
        key: key(1),
        sha256: '0'.repeat(64),
        acknowledged: false,
        errorClass: 'http-4xx',
        errorCode: 'KEY_REUSED',
      },
    ]);
  });

  it('sends all there is where the manifest is not answered', async () => {
    const { target, sent } = phoneAndTarget();
    target.offline.manifest = () => ({ ...BROKEN, held: [] });
    await play(target);
    expect(sent.flat()).toHaveLength(PAGES);
  });

  it('goes on with a refreshed session where its token has expired', async () => {
    const { target, calls, expire, stored } = phoneAndTarget();
    target.list = () => {
      expire();
      return WORKED;
    };
    const refreshes: string[] = [];
    target.refresh = (token) => {
      refreshes.push(token);
      return { ...WORKED, token: 'second', refreshToken: 'R2' };
    };
    const lines = await play(target);
    expect(refreshes).toEqual(['R1']);
    expect(calls.filter((call) => call === 'login')).toHaveLength(1);
    expect(lines.filter(({ refresh }) => refresh)).toHaveLength(1);
    expect(stored.size).toBe(PAGES);
  });

  it.each(['that refuses the refresh', 'that knows no refresh'])(
    'logs in again at a target %s',
    async (which) => {
      const { target, calls, expire, stored } = phoneAndTarget();
      target.list = () => {
        expire();
        return WORKED;
      };
      if (which === 'that refuses the refresh') target.refresh = () => ({ ...EXPIRED, token: null });
      await play(target);
      expect(calls.filter((call) => call === 'login')).toHaveLength(2);
      expect(stored.size).toBe(PAGES);
    },
  );
});
