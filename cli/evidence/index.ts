import { hash } from 'node:crypto';
import { join } from 'node:path';
import { RUN_FILES } from '../run-folder/types.ts';
import { audit } from './audit.ts';
import { compare } from './compare.ts';
import type { Comparison } from './comparison-types.ts';
import type { LoadedCriteria } from './criteria.ts';
import { digestFile } from './digest-file.ts';
import type { EvidenceDigests } from './judged.ts';
import { measure } from './measure.ts';
import { readPlanned } from './planned.ts';
import { readJson } from './read-json.ts';
import { readRunRecord } from './read-run.ts';
import type { Audit, Measurements, Verdict } from './types.ts';
import { unchangedSinceVerdict } from './unchanged-since-verdict.ts';
import { judge } from './verdict.ts';

export { type CompleteRun, compare } from './compare.ts';
export type * from './comparison-types.ts';
export { type LoadedCriteria, loadCriteria, parseCriteria } from './criteria.ts';
export { METRICS } from './metrics.ts';
export { readRunRecord } from './read-run.ts';
export { failedLoginsOf, retestOf } from './retest.ts';
export { judge } from './verdict.ts';

/**
 * Holds a run's journal and read-back against its plan. Writes nothing: audit.json is the caller's.
 * @throws OperatorError RUN_NOT_FOUND; RUN_INVALID when the folder is damaged or the target was not read back
 */
export async function auditRun(runDir: string, now = new Date()): Promise<Audit> {
  return audit(runDir, await readPlanned(runDir, readRunRecord(runDir)), now);
}

/**
 * What a run's journal says in figures. Needs no read-back.
 * @param audit of the same run, where there is one: which of the late documents it did not find safely stored
 * @throws OperatorError RUN_NOT_FOUND, RUN_INVALID
 */
export async function measureRun(runDir: string, audit: Audit | null = null): Promise<Measurements> {
  const unsafe = audit === null ? null : unsafeKeys(audit);
  return measure(runDir, await readPlanned(runDir, readRunRecord(runDir)), unsafe);
}

/** Keys of the uploads that were acknowledged and are not there, not as they were sent, or there twice. */
function unsafeKeys({ findings }: Audit): Set<string> {
  const codes: readonly string[] = ['LOST', 'ALTERED', 'DUPLICATED'];
  return new Set(findings.flatMap(({ code, key }) => (codes.includes(code) && key !== null ? [key] : [])));
}

/** Everything a report of a run is made of. */
export interface JudgedRun {
  audit: Audit;
  measurements: Measurements;
  verdict: Verdict;
}

/**
 * Judges a run by its audit.json; the figures are measured afresh.
 * @param criteria those of {@link loadCriteria}; other ones than the run was started with make it INVALID
 * @throws OperatorError RUN_NOT_FOUND, RUN_INVALID when it is not audited yet
 */
export async function judgeAudited(
  runDir: string,
  criteria: LoadedCriteria,
  now = new Date(),
): Promise<Verdict> {
  const { value, bytes } = auditFile(runDir);
  return judge(
    {
      run: readRunRecord(runDir),
      audit: value,
      measurements: await measureRun(runDir, value),
      criteria,
      digests: await digestsOf(runDir, bytes),
    },
    now,
  );
}

/**
 * A judged run for whoever shows it: audit.json and verdict.json, and its figures measured afresh.
 * @throws OperatorError RUN_NOT_FOUND; RUN_INVALID when it is not audited or judged, or has changed since
 */
export async function readJudged(runDir: string): Promise<JudgedRun> {
  const { value, bytes } = auditFile(runDir);
  const verdict = readVerdict(runDir);
  const measurements = await measureRun(runDir, value);
  const found = { audit: hash('sha256', bytes), journal: measurements.journalSha256 };
  unchangedSinceVerdict(runDir, verdict, found);
  return { audit: value, measurements, verdict };
}

/**
 * audit.json of a run folder, as the last audit left it.
 * @throws OperatorError RUN_INVALID when there is none
 */
export function readAudit(runDir: string): Audit {
  return auditFile(runDir).value;
}

function auditFile(runDir: string): { value: Audit; bytes: Buffer } {
  const remedy = `Run \`uji-beban audit ${runDir}\` first.`;
  return readJson<Audit>(join(runDir, RUN_FILES.audit), 'audit', remedy);
}

async function digestsOf(runDir: string, audit: Buffer): Promise<EvidenceDigests> {
  return {
    audit: hash('sha256', audit),
    readback: await digestFile(join(runDir, RUN_FILES.readback)),
  };
}

/**
 * verdict.json of a run folder, as the last judgement left it.
 * @throws OperatorError RUN_INVALID when there is none
 */
function readVerdict(runDir: string): Verdict {
  const remedy = `Run \`uji-beban verdict ${runDir}\` first.`;
  return readJson<Verdict>(join(runDir, RUN_FILES.verdict), 'verdict', remedy).value;
}

/**
 * Two runs side by side, by their audit.json and verdict.json; the figures are measured afresh.
 * @throws OperatorError RUN_NOT_FOUND; RUN_INVALID when one of them was not audited or judged, or has changed since
 */
export async function compareRuns(firstDir: string, secondDir: string): Promise<Comparison> {
  const complete = async (runDir: string) => ({
    run: readRunRecord(runDir),
    ...(await readJudged(runDir)),
  });
  return compare(await complete(firstDir), await complete(secondDir));
}
