import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AttemptLine } from '../../scenarios/journal-line.ts';
import { RUN_FILES, type StoredUpload } from '../run-folder/types.ts';
import { auditRun } from './index.ts';
import { RUN_ID } from './testing/synthetic-constants.ts';
import { UPLOADS_PER_TPS } from './testing/synthetic-plan.ts';
import { SyntheticRun } from './testing/synthetic-run.ts';
import type { Audit, Finding } from './types.ts';

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

  it('counts an account as used that got in only when its TPS began', async () => {
    const run = new SyntheticRun();
    const account = run.plan.tps[0]?.operator;
    const storm = run.attempts.find(
      (line) => line.phase === 'login' && line.account === account,
    ) as AttemptLine;
    refuse(storm);
    expect(await auditOf(run)).toMatchObject({ accounts: { handedOut: 20, used: 20 }, findings: [] });
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
