import { describe, expect, it } from 'vitest';
import { attemptText, sessionText } from './journal.ts';
import type { AttemptLine } from './journal-line.ts';
import type { OperationSubject, SessionContext } from './operation-subject.ts';
import type { Answer } from './targets/target.ts';

const about = {
  run: '20261122T001300000-round-1',
  phase: 'upload',
  session: 7,
  account: 'kpps-1671011001001-1',
  tps: '1671011001001',
  speed: 400,
  operator: { attempts: 6, firstBackoffSecond: 30, backoffFactor: 2, requestTimeoutSecond: 30 },
};
const context: SessionContext = { ...about, journalPart: sessionText(about) };
const upload: OperationSubject = {
  operation: 'upload',
  plannedAt: 1_795_308_155_965.25,
  document: 'c-hasil-gubernur',
  page: 1,
  key: 'r.round-1.1671011001001.c-hasil-gubernur.1',
  bytes: 200_123,
  sha256: 'a'.repeat(64),
};
const stored: Answer = { status: 201, durationMs: 1.25, errorClass: null, errorCode: null };

function line(subject: OperationSubject, answer: Answer & { complete?: boolean }, final = true): AttemptLine {
  return JSON.parse(attemptText(context, subject, 2, 1_795_308_155_970, answer, final)) as AttemptLine;
}

describe('a line of the journal put together by hand', () => {
  it('is the line that the type describes', () => {
    const expected: AttemptLine = {
      v: 1,
      kind: 'attempt',
      run: about.run,
      phase: 'upload',
      session: 7,
      operation: 'upload',
      plannedAt: 1_795_308_155_965.25,
      startedAt: 1_795_308_155_970,
      durationMs: 1.25,
      account: about.account,
      tps: about.tps,
      document: 'c-hasil-gubernur',
      page: 1,
      key: upload.key as string,
      attempt: 2,
      final: true,
      status: 201,
      errorClass: null,
      errorCode: null,
      bytes: 200_123,
      sha256: 'a'.repeat(64),
      acknowledged: true,
    };
    expect(line(upload, stored)).toEqual(expected);
  });

  it('has the same fields where there is no upload', () => {
    const login = line({ operation: 'login', plannedAt: 1 }, stored);
    expect(Object.keys(login).sort()).toEqual(Object.keys(line(upload, stored)).sort());
    expect(login).toMatchObject({ document: null, page: null, key: null, bytes: 0, sha256: null });
  });

  it('a login outside any TPS has none', () => {
    expect(sessionText({ ...about, tps: null })).toContain('"tps":null');
  });

  it('quotes whatever a target says', () => {
    const hostile = '"},\n{"kind":"attempt"\\ \u2028';
    const failed = line(
      upload,
      { status: 503, durationMs: 0, errorClass: 'http-5xx', errorCode: hostile },
      false,
    );
    expect(failed).toMatchObject({
      errorClass: 'http-5xx',
      errorCode: hostile,
      acknowledged: false,
      final: false,
    });
    const text = attemptText(
      context,
      upload,
      1,
      1,
      { ...stored, errorClass: 'http-5xx', errorCode: hostile },
      false,
    );
    expect(text).not.toContain('\n');
  });

  it('names the file of a read and its place in the visit', () => {
    const path = '/pilkada/hhcw/pkwkk/16/1671.json';
    expect(line({ operation: 'read', plannedAt: 1, step: 3, path }, stored)).toMatchObject({ step: 3, path });
    expect('step' in line(upload, stored)).toBe(false);
  });

  it('says whether the TPS is complete where the answer did', () => {
    expect(line({ operation: 'status', plannedAt: 1 }, { ...stored, complete: false }).complete).toBe(false);
    expect('complete' in line(upload, stored)).toBe(false);
  });
});
