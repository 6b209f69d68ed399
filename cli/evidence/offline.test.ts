import { describe, expect, it } from 'vitest';
import type { AttemptLine, UploadPart } from '../../scenarios/journal-line.ts';
import { loadCriteria } from './criteria.ts';
import { failed, judgeRun, smallRun, verdictOf } from './testing/judged-run.ts';
import { SPEED } from './testing/synthetic-constants.ts';
import type { SyntheticRun } from './testing/synthetic-run.ts';

const DAY = 86_400;
/** Plan seconds from the manifest to the batch and from there to the status check: the synthetic plan's spacing in a batch. */
const SPACING = 5;
/** From the first exchange to the second. */
const WAIT = 300;

const later = (line: AttemptLine, planSecond: number): AttemptLine => {
  const ms = (planSecond * 1000) / SPEED;
  return { ...line, plannedAt: line.plannedAt + ms, startedAt: line.startedAt + ms };
};

/** A smoke run whose 40 TPS log in on one day and send their three uploads in one batch on the next. */
function offline(): { run: SyntheticRun; batches: AttemptLine[] } {
  const run = smallRun();
  run.run.flow = 'kpps-offline';
  const uploads = run.uploads('upload');
  const lists = run.attempts.filter(({ phase, operation }) => phase === 'upload' && operation === 'list');
  const batches = lists.map((list): AttemptLine => {
    const own = uploads.filter(({ session }) => session === list.session);
    const parts = own.map(
      ({ key, sha256 }): UploadPart => ({
        key: key ?? '',
        sha256: sha256 ?? '',
        acknowledged: true,
        errorClass: null,
        errorCode: null,
      }),
    );
    const bytes = own.reduce((sum, line) => sum + line.bytes, 0);
    return { ...later(list, DAY + SPACING), operation: 'batch', exchange: 0, batch: 0, parts, bytes };
  });
  const manifests = lists.map(
    (list): AttemptLine => ({ ...later(list, DAY), operation: 'manifest', exchange: 0, parts: [] }),
  );
  const status = lists.map(
    (list): AttemptLine => ({ ...later(list, DAY + 2 * SPACING), operation: 'status', complete: true }),
  );
  run.attempts = [
    ...run.attempts.filter(
      ({ phase, operation }) => phase !== 'upload' || operation === 'login' || operation === 'list',
    ),
    ...manifests,
    ...batches,
    ...status,
  ];
  return { run, batches };
}

/** The parts of a batch that broke: nobody knows what became of them. */
function lost(line: AttemptLine): void {
  Object.assign(line, { acknowledged: false, errorClass: 'connection', status: 0 });
  for (const part of line.parts ?? [])
    Object.assign(part, { acknowledged: false, errorClass: 'connection', errorCode: null });
}

const judge = (run: SyntheticRun) => judgeRun(run.write(), loadCriteria('smoke'));

describe('uploads of phones that were offline', () => {
  it('are accounted for one by one, and a batch is one request', async () => {
    const { run } = offline();
    const { audit, measurements, verdict } = await judge(run);
    expect(failed(verdict)).toEqual([]);
    expect(verdict.verdict, verdict.reasons.join('\n')).toBe('PASS');
    expect(audit).toMatchObject({ planned: 120, stored: 120, findings: [] });
    expect(measurements.requests.attempts).toBe(run.attempts.length);
    const rows = measurements.operations.filter(({ phase }) => phase === 'upload');
    expect(rows.map(({ operation, planned, achieved }) => [operation, planned, achieved])).toEqual([
      ['login', 40, 40],
      ['list', 40, 40],
      ['upload', 120, 120],
      ['status', 40, 40],
      ['manifest', 40, 40],
      ['batch', 40, 40],
    ]);
    const sent = run.attempts.reduce((sum, { bytes }) => sum + bytes, 0);
    expect(measurements.total.bytes).toBe(sent);
  });

  it('of a batch that broke are acknowledged by what the next manifest says and the next batch brings', async () => {
    const { run, batches } = offline();
    const [broken] = batches as [AttemptLine];
    const parts = structuredClone(broken.parts ?? []);
    lost(broken);
    const [there, ...missing] = parts as [UploadPart, ...UploadPart[]];
    run.attempts.push(
      {
        ...later(broken, WAIT - SPACING),
        ...ANSWERED,
        operation: 'manifest',
        exchange: 1,
        parts: [there],
        bytes: 0,
      },
      { ...later(broken, WAIT), ...ANSWERED, exchange: 1, parts: missing },
    );
    for (const line of run.attempts) if (line.operation === 'manifest') delete line.batch;
    const { audit, measurements, verdict } = await judge(run);
    expect(failed(verdict)).toEqual([]);
    expect(audit).toMatchObject({ planned: 120, stored: 120, findings: [] });
    const of = (operation: string) =>
      measurements.operations.find((row) => row.phase === 'upload' && row.operation === operation);
    expect(of('upload')).toMatchObject({
      planned: 120,
      offered: 120,
      achieved: 120,
      firstAttemptSuccess: 117,
      attempts: 123,
      failedAttempts: { connection: 3 },
    });
    expect(of('manifest')).toMatchObject({ planned: 40, attempts: 41 });
    expect(of('batch')).toMatchObject({ planned: 40, achieved: 40, attempts: 41 });
    // From when the upload was first to be sent, not from when it was sent again.
    expect(of('upload')?.latencyFromPlan.max).toBeGreaterThan((WAIT * 1000) / SPEED);
  });

  it('of a batch that nobody sent again are not acknowledged, though the target may have them', async () => {
    const { run, batches } = offline();
    lost(batches[0] as AttemptLine);
    const { audit, verdict } = await judge(run);
    expect(failed(verdict)).toEqual([]);
    expect(verdict.verdict).toBe('FAIL');
    expect(audit).toMatchObject({ stored: 117, unacknowledged: 3, storedUnacknowledged: 3 });
  });

  it('that were acknowledged in a batch and are not there are lost', async () => {
    const { run } = offline();
    run.stored.splice(0, 2);
    expect((await judge(run)).audit).toMatchObject({ stored: 118, lost: 2 });
  });

  it('that no batch had were never asked', async () => {
    const { run, batches } = offline();
    (batches[5] as AttemptLine).parts?.pop();
    expect(failed(await verdictOf(run))).toContain('whole-plan-asked');
  });

  it.each<[string, (line: AttemptLine) => void, string]>([
    [
      'a photo of other bytes',
      ({ parts }) => Object.assign(parts?.[0] ?? {}, { sha256: 'f'.repeat(64) }),
      'journal-as-planned',
    ],
    [
      'another TPS’s photo',
      ({ parts }) => Object.assign(parts?.[0] ?? {}, { key: 'uji-1.round-1.1.c-hasil.1' }),
      'journal-as-planned',
    ],
    [
      'an exchange that the plan does not have',
      (line) => Object.assign(line, { exchange: 6 }),
      'journal-as-planned',
    ],
    ['a batch too many', (line) => Object.assign(line, { batch: 1 }), 'journal-as-planned'],
    [
      'parts that contradict themselves',
      ({ parts }) => Object.assign(parts?.[0] ?? {}, { acknowledged: false }),
      'journal-sound',
    ],
    [
      'no parts',
      (line) => {
        delete line.parts;
      },
      'journal-sound',
    ],
  ])('a batch with %s is noticed', async (_, spoil, check) => {
    const { run, batches } = offline();
    spoil(batches[3] as AttemptLine);
    expect(failed(await verdictOf(run))).toContain(check);
  });

  it('a batch that was sent before its day is over is noticed', async () => {
    const { run, batches } = offline();
    for (const line of batches) line.startedAt -= 1000;
    expect(failed(await verdictOf(run))).toContain('start-not-early');
  });
});

const ANSWERED = { acknowledged: true, errorClass: null, errorCode: null, status: 200 } as const;
