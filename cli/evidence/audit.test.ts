import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MISTAKE_KINDS, PHOTO_FAULTS } from '../../fixtures/plan/types.ts';
import type { AttemptLine } from '../../scenarios/journal-line.ts';
import { RUN_FILES, type StoredUpload } from '../run-folder/types.ts';
import { auditRun } from './index.ts';
import { RUN_ID } from './testing/synthetic-constants.ts';
import { UPLOADS_PER_TPS } from './testing/synthetic-plan.ts';
import { SyntheticRun } from './testing/synthetic-run.ts';
import type { Audit, Finding, MistakeCount } from './types.ts';

const INJURIES = [
  'none',
  'lost',
  'altered',
  'altered-size',
  'altered-place',
  'altered-and-doubled',
  'duplicated',
  'duplicated-unacknowledged',
  'unacknowledged',
  'stored-unacknowledged',
  'not-asked',
] as const;
type Injury = (typeof INJURIES)[number];

/** What each injury must be found as: the audit's counter, and the finding. */
const FOUND_AS: Record<Injury, [keyof Audit, Finding['code'] | null]> = {
  none: ['stored', null],
  lost: ['lost', 'LOST'],
  altered: ['altered', 'ALTERED'],
  'altered-size': ['altered', 'ALTERED'],
  'altered-place': ['altered', 'ALTERED'],
  'altered-and-doubled': ['altered', 'ALTERED'],
  duplicated: ['duplicated', 'DUPLICATED'],
  'duplicated-unacknowledged': ['duplicated', 'DUPLICATED'],
  unacknowledged: ['unacknowledged', 'UNACKNOWLEDGED'],
  'stored-unacknowledged': ['unacknowledged', 'STORED_UNACKNOWLEDGED'],
  'not-asked': ['unacknowledged', 'NOT_ASKED'],
};

function refuse(line: AttemptLine): void {
  Object.assign(line, { acknowledged: false, errorClass: 'http-5xx', status: 503 });
}

function injure(run: SyntheticRun, line: AttemptLine, injury: Injury): void {
  const record = run.stored.find(({ key }) => key === line.key) as StoredUpload;
  const forget = () => run.stored.splice(run.stored.indexOf(record), 1);
  switch (injury) {
    case 'none':
      return;
    case 'lost':
      forget();
      return;
    case 'altered':
      record.sha256 = '0'.repeat(64);
      return;
    case 'altered-size':
      record.bytes++;
      return;
    case 'altered-place':
      record.page++;
      return;
    case 'altered-and-doubled':
      run.stored.push({ ...record, sha256: 'f'.repeat(64) });
      return;
    case 'duplicated':
      run.stored.push({ ...record });
      return;
    case 'duplicated-unacknowledged':
      refuse(line);
      run.stored.push({ ...record });
      return;
    case 'unacknowledged':
      refuse(line);
      forget();
      return;
    case 'stored-unacknowledged':
      refuse(line);
      return;
    case 'not-asked':
      run.attempts.splice(run.attempts.indexOf(line), 1);
      forget();
  }
}

async function auditOf(run: SyntheticRun): Promise<Audit> {
  return auditRun(run.write(), new Date(0));
}

describe('the audit', () => {
  it('finds nothing in a perfect run', async () => {
    const audit = await auditOf(new SyntheticRun());
    expect(audit).toMatchObject({
      planned: 12 * UPLOADS_PER_TPS,
      stored: 12 * UPLOADS_PER_TPS,
      tps: { planned: 12, complete: 12 },
      accounts: { handedOut: 20, used: 20 },
      levelsAgree: true,
      findings: [],
    });
  });

  it('finds exactly what was injected, whatever the mixture', async () => {
    const uploads = new SyntheticRun({ workload: 'round-2', retest: [0, 5] }).uploads().length;
    const injuries = fc.array(fc.constantFrom(...INJURIES), { minLength: uploads, maxLength: uploads });
    await fc.assert(
      fc.asyncProperty(injuries, fc.integer({ min: 0, max: 3 }), async (chosen, unexpected) => {
        const run = new SyntheticRun({ workload: 'round-2', retest: [0, 5] });
        const lines = run.uploads();
        for (const [i, line] of lines.entries()) injure(run, line, chosen[i] as Injury);
        for (let i = 0; i < unexpected; i++) {
          const key = `${RUN_ID}.round-2.9999999999${i}.c-hasil.1`;
          run.stored.push({
            key,
            tps: 'x',
            document: 'c-hasil',
            page: 1,
            sha256: '',
            bytes: 0,
            storedAt: '',
          });
        }
        const audit = await auditOf(run);

        const expected = { stored: 0, lost: 0, altered: 0, duplicated: 0, unacknowledged: 0 };
        const findings: string[] = [];
        const incomplete = new Set<string>();
        for (const [i, line] of lines.entries()) {
          const [counter, code] = FOUND_AS[chosen[i] as Injury];
          expected[counter as keyof typeof expected]++;
          if (code === null) continue;
          findings.push(`${code} ${line.key}`);
          if (line.phase === 'upload') incomplete.add(line.tps as string);
        }
        expect(audit).toMatchObject({ ...expected, planned: uploads, unexpected, levelsAgree: true });
        const { stored, lost, altered, duplicated, unacknowledged } = audit;
        expect(stored + lost + altered + duplicated + unacknowledged).toBe(audit.planned);
        expect(audit.notAsked).toBe(chosen.filter((injury) => injury === 'not-asked').length);
        expect(audit.storedUnacknowledged).toBe(
          chosen.filter((injury) => injury === 'stored-unacknowledged').length,
        );
        const found = audit.findings.filter(({ code }) => code !== 'UNEXPECTED');
        expect(found.map(({ code, key }) => `${code} ${key}`).sort()).toEqual(findings.sort());
        expect(audit.findings.length).toBe(findings.length + unexpected);
        expect(audit.tps).toEqual({ planned: 12, complete: 12 - incomplete.size });
        const areas = [audit.areas.kecamatan, audit.areas.kelurahan];
        for (const level of areas) {
          expect(level.reduce((sum, area) => sum + area.uploads.stored, 0)).toBe(stored);
          expect(level.reduce((sum, area) => sum + area.tps.complete, 0)).toBe(audit.tps.complete);
        }
      }),
      { numRuns: 40 },
    );
  });

  describe('mistakes', () => {
    /** As many TPS as give each kind once, and the uploads that carry them; the pool shows the four photo faults. */
    const mistaken = () => {
      const run = new SyntheticRun({ tps: 3 * MISTAKE_KINDS.length, accounts: 60 });
      const uploads = run.plan.tps.flatMap(({ kode, mistakes }) =>
        mistakes.map(({ kind, document, page }) => ({
          kind,
          line: run
            .uploads('upload')
            .find((line) => line.tps === kode && line.document === document && line.page === page),
        })),
      );
      return { run, uploads };
    };

    it('are all met in a perfect run, and never said to be where no upload shows them', async () => {
      const { run } = mistaken();
      const { mistakes, plan } = await auditOf(run);
      expect(mistakes.map(({ kind }) => kind)).toEqual(MISTAKE_KINDS);
      for (const { kind, planned, carried, met } of mistakes) {
        const shows = (PHOTO_FAULTS as readonly string[]).includes(kind);
        expect({ kind, planned, carried, met }).toEqual({
          kind,
          planned: 1,
          carried: shows,
          met: shows ? 1 : null,
        });
      }
      expect(plan.disagreements).toEqual([]);
    });

    it('are met exactly where the upload that shows them is stored once and as planned', async () => {
      const injuries = fc.array(fc.constantFrom(...INJURIES), {
        minLength: MISTAKE_KINDS.length,
        maxLength: MISTAKE_KINDS.length,
      });
      /** Stored once with the planned bytes, whatever the target said. */
      const stillThere: readonly Injury[] = ['none', 'stored-unacknowledged'];
      await fc.assert(
        fc.asyncProperty(injuries, async (chosen) => {
          const { run, uploads } = mistaken();
          expect(uploads).toHaveLength(MISTAKE_KINDS.length);
          for (const [i, { line }] of uploads.entries())
            injure(run, line as AttemptLine, chosen[i] as Injury);
          const { mistakes } = await auditOf(run);
          for (const [i, { kind }] of uploads.entries()) {
            const { met, carried } = mistakes.find((count) => count.kind === kind) as MistakeCount;
            expect(met, kind).toBe(carried ? (stillThere.includes(chosen[i] as Injury) ? 1 : 0) : null);
          }
        }),
        { numRuns: 30 },
      );
    });

    it('of other pages of the same TPS do not count', async () => {
      const { run, uploads } = mistaken();
      const blurred = uploads.find(({ kind }) => kind === 'blurred')?.line as AttemptLine;
      const others = run
        .uploads('upload')
        .filter(({ tps, key }) => tps === blurred.tps && key !== blurred.key);
      expect(others).toHaveLength(UPLOADS_PER_TPS - 1);
      for (const line of others) injure(run, line, 'lost');
      const { mistakes } = await auditOf(run);
      expect(mistakes.find(({ kind }) => kind === 'blurred')).toMatchObject({ planned: 1, met: 1 });
    });

    it('of a smoke run are those of its TPS only', async () => {
      const run = new SyntheticRun({ workload: 'smoke', tps: 90, accounts: 100 });
      const chosen = run.plan.tps.filter(({ arrivalRank }) => arrivalRank < 40);
      const { mistakes, plan } = await auditOf(run);
      for (const { kind, planned } of mistakes) {
        expect(planned, kind).toBe(
          chosen.filter((tps) => tps.mistakes.some((one) => one.kind === kind)).length,
        );
      }
      expect(plan.disagreements).toEqual([]);
    });

    it('on a page that the TPS does not upload are planned and never met', async () => {
      const run = new SyntheticRun();
      const [tps] = run.plan.tps.filter(({ mistakes }) => mistakes.length > 0);
      tps?.mistakes.splice(0, 1, { kind: 'dark', document: 'c-hasil', page: 9 });
      const { mistakes } = await auditOf(run);
      expect(mistakes.find(({ kind }) => kind === 'dark')).toMatchObject({ planned: 1, met: 0 });
    });
  });

  it('counts TPS by way, signal and place, complete only where every upload is stored', async () => {
    const run = new SyntheticRun({ tps: 20, accounts: 30 });
    const broken = new Set(['offline', 'kecamatan']);
    const isBroken = (kode: string | null) =>
      broken.has(run.plan.tps.find((tps) => tps.kode === kode)?.way ?? '');
    for (const line of run.uploads().filter(({ tps, page }) => page === 2 && isBroken(tps)))
      injure(run, line, 'lost');
    const { ways, weakSignal, specialTps, tps } = await auditOf(run);
    expect(ways).toEqual({
      online: { planned: 5, complete: 5 },
      offline: { planned: 5, complete: 0 },
      'offline-online': { planned: 5, complete: 5 },
      kecamatan: { planned: 5, complete: 0 },
    });
    const complete = (lines: typeof run.plan.tps) => ({
      planned: lines.length,
      complete: lines.filter(({ way }) => !broken.has(way)).length,
    });
    expect(tps).toEqual({ planned: 20, complete: 10 });
    expect(weakSignal).toEqual(complete(run.plan.tps.filter(({ signal }) => signal === 'weak')));
    expect(weakSignal.planned).toBeGreaterThan(0);
    expect(specialTps).toEqual(complete(run.plan.tps.filter(({ number }) => number > 900)));
    expect(specialTps.planned).toBe(1);
  });

  it('finds where the plan’s totals and its lines disagree', async () => {
    const run = new SyntheticRun();
    const [line] = run.plan.tps.filter(({ mistakes }) => mistakes.length > 0);
    const kind = line?.mistakes[0]?.kind as string;
    line?.mistakes.splice(0, 1);
    expect((await auditOf(run)).plan.disagreements).toEqual([
      { what: `mistakes.${kind}`, stated: 1, counted: 0 },
    ]);
  });

  it('reads a plan whose lines lie in several files as one in a single file', async () => {
    const whole = new SyntheticRun({ tps: 30, accounts: 40 });
    const sharded = new SyntheticRun({ tps: 30, accounts: 40 });
    sharded.plan.plan.shards = 4;
    const of = async (run: SyntheticRun) => {
      const { plan, ...rest } = await auditOf(run);
      return { files: plan.copies.map(({ file }) => file), rest };
    };
    const [one, four] = [await of(whole), await of(sharded)];
    expect(four.rest).toEqual(one.rest);
    expect(four.rest).toMatchObject({ stored: 30 * UPLOADS_PER_TPS, findings: [] });
    expect(four.files).toEqual([
      'plan.json',
      'tps-0000.ndjson',
      'tps-0001.ndjson',
      'tps-0002.ndjson',
      'tps-0003.ndjson',
    ]);
  });

  it('passes over what other runs stored on the same target', async () => {
    const run = new SyntheticRun();
    run.stored.push({
      ...(run.stored[0] as StoredUpload),
      key: (run.stored[0]?.key ?? '').replace(RUN_ID, 'uji-10'),
    });
    expect(await auditOf(run)).toMatchObject({ unexpected: 0, duplicated: 0, readback: { uploads: 36 } });
  });

  it('finds a record under the key of a take that the run does not have', async () => {
    const run = new SyntheticRun();
    run.stored.push({
      ...(run.stored[0] as StoredUpload),
      key: (run.stored[0]?.key ?? '').replace('round-1', 'retest'),
    });
    expect(await auditOf(run)).toMatchObject({ unexpected: 1, stored: 36 });
  });

  it('counts attempts that no plan asks for', async () => {
    const run = new SyntheticRun();
    const uploads = run.uploads();
    const [first, second, third, fourth] = uploads as [AttemptLine, AttemptLine, AttemptLine, AttemptLine];
    // The upload of another TPS, sent under this one's name.
    const { key, sha256 } = uploads[UPLOADS_PER_TPS * 5] as AttemptLine;
    Object.assign(fourth, { key, sha256 });
    const list = run.attempts.find(
      ({ operation, session }) => operation === 'list' && session === 7,
    ) as AttemptLine;
    list.session = 8;
    first.session++;
    second.sha256 = '0'.repeat(64);
    third.key = `${third.key}x`;
    (run.attempts[0] as AttemptLine).session = 20;
    expect((await auditOf(run)).journal.unplanned).toBe(6);
  });

  it('tells the target’s refusal to log in from a plan that was not asked', async () => {
    const run = new SyntheticRun();
    const login = run.attempts.find(
      (line) => line.phase === 'upload' && line.operation === 'login',
    ) as AttemptLine;
    refuse(login);
    const isOfSession = (line: AttemptLine) => line.phase === 'upload' && line.session === login.session;
    const keys = run
      .uploads('upload')
      .filter(isOfSession)
      .map(({ key }) => key);
    run.attempts = run.attempts.filter((line) => line === login || !isOfSession(line));
    run.stored = run.stored.filter(({ key }) => !keys.includes(key));
    expect(await auditOf(run)).toMatchObject({
      unacknowledged: UPLOADS_PER_TPS,
      notAsked: UPLOADS_PER_TPS,
      notAskedWithoutLogin: UPLOADS_PER_TPS,
      accounts: { used: 20 },
    });
  });

  it('lists each account that never got in', async () => {
    const run = new SyntheticRun();
    const lines = run.attempts.filter(({ account }) => account === 'ppk-19');
    for (const line of lines) refuse(line);
    const audit = await auditOf(run);
    expect(audit.accounts).toEqual({ handedOut: 20, used: 19 });
    expect(audit.findings).toMatchObject([{ code: 'LOGIN_FAILED', account: 'ppk-19' }]);
  });

  it('holds the logins that are tested again against their list', async () => {
    const run = new SyntheticRun({ workload: 'round-2', retest: [1], relogins: ['ppk-19', 'ppk-18'] });
    const audit = await auditOf(run);
    expect(audit).toMatchObject({ findings: [], journal: { unplanned: 0 }, accounts: { used: 20 } });
    expect(audit.retest).toEqual({
      recorded: 1,
      found: 1,
      logins: { recorded: 2, accounts: ['ppk-19', 'ppk-18'] },
    });
    for (const line of run.attempts)
      if (line.phase === 'relogin') line.account = line.session === 0 ? 'ppk-18' : 'ppk-19';
    expect((await auditOf(run)).journal.unplanned).toBe(2);
  });

  it('counts an account as used when a repeated login worked', async () => {
    const run = new SyntheticRun();
    const line = run.attempts.find(({ account }) => account === 'ppk-19') as AttemptLine;
    run.attempts.push({ ...line, attempt: 2 });
    refuse(line);
    expect(await auditOf(run)).toMatchObject({ accounts: { used: 20 }, findings: [] });
  });

  it('believes an acknowledgement though a repeated upload failed afterwards', async () => {
    const run = new SyntheticRun();
    const line = { ...(run.uploads()[0] as AttemptLine), attempt: 2 };
    line.startedAt += 500;
    refuse(line);
    run.attempts.push(line);
    expect(await auditOf(run)).toMatchObject({ stored: 36, findings: [] });
  });

  it('counts an account as used that got in only when its TPS began, and says that it gave up before', async () => {
    const run = new SyntheticRun();
    const account = run.plan.tps[0]?.operator;
    const storm = run.attempts.find(
      (line) => line.phase === 'login' && line.account === account,
    ) as AttemptLine;
    refuse(storm);
    expect(await auditOf(run)).toMatchObject({
      accounts: { handedOut: 20, used: 20 },
      findings: [{ code: 'LOGIN_GIVEN_UP', phase: 'login', account, tps: null }],
    });
  });

  it('hands out only the accounts of the login phase in a smoke run', async () => {
    const audit = await auditOf(new SyntheticRun({ workload: 'smoke', tps: 90, accounts: 200 }));
    expect(audit).toMatchObject({
      planned: 40 * UPLOADS_PER_TPS,
      stored: 40 * UPLOADS_PER_TPS,
      tps: { planned: 40, complete: 40 },
      accounts: { handedOut: 80, used: 80 },
    });
  });

  it('sees that the sums of the levels disagree', async () => {
    const run = new SyntheticRun();
    (run.plan.tps[0] as { kecamatan: string }).kecamatan = '167102';
    expect((await auditOf(run)).levelsAgree).toBe(false);
  });

  it('audits a run that was killed', async () => {
    const run = new SyntheticRun();
    run.run = { ...run.run, state: 'running', endedAt: null, k6: { ...run.run.k6, exitCode: null } };
    const dir = run.write();
    const journal = readFileSync(join(dir, RUN_FILES.journal), 'utf8');
    writeFileSync(join(dir, RUN_FILES.journal), journal.slice(0, journal.length / 2));
    rmSync(join(dir, RUN_FILES.k6Summary));
    const audit = await auditRun(dir);
    expect(audit.planned).toBe(36);
    expect(audit.journal.truncated).toBe(true);
    expect(audit.notAsked).toBeGreaterThan(0);
    expect(audit.findings.length).toBe(audit.unacknowledged);
  });
});
