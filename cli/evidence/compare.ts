import { inPart } from '../../scenarios/workloads/part.ts';
import type { RunRecord } from '../run-folder/types.ts';
import { compareMetrics } from './compare-metric.ts';
import type { ComparedRun, Comparison, Fate } from './comparison-types.ts';
import { loginFatesOf } from './login-fates.ts';
import { type FailedUpload, failedUploadOf } from './outcome-of-finding.ts';
import type { Audit, Finding, Measurements, Outcome, Verdict } from './types.ts';

/** A run with all that is known of it. */
export interface CompleteRun {
  run: RunRecord;
  audit: Audit;
  measurements: Measurements;
  verdict: Verdict;
}

/** Puts two runs side by side: figures, what became of the first one's failures, and what failed anew. */
export function compare(first: CompleteRun, second: CompleteRun): Comparison {
  const samePlan = first.audit.plan.sha256 === second.audit.plan.sha256;
  const alike = wasDisturbed(first) === wasDisturbed(second);
  const comparable =
    first.verdict.verdict !== 'INVALID' &&
    second.verdict.verdict !== 'INVALID' &&
    first.run.flow === second.run.flow &&
    partOf(first.run) === partOf(second.run) &&
    loadKind(first.run) === loadKind(second.run);
  return {
    formatVersion: 1,
    kind: 'comparison',
    first: comparedRun(first),
    second: comparedRun(second),
    samePlan,
    comparable,
    notes: notesOf(first, second, samePlan, alike),
    metrics: compareMetrics(first, second, comparable, alike),
    fates: samePlan ? fatesOf(first, second) : [],
    loginFates: samePlan ? loginFatesOf(first, second) : [],
    newFailures: newFailuresOf(first.audit, second.audit),
  };
}

function wasDisturbed({ measurements: { recoveries } }: CompleteRun): boolean {
  return recoveries.some(({ accepted }) => accepted);
}

/** Runs of different parts have other TPS, accounts and rates. */
function partOf({ part }: RunRecord): string {
  return part === null ? '' : part.codes.toSorted().join(',');
}

/** Both rounds are the same load, so that they can be compared; each named workload is one of its own. */
function loadKind({ workload, round, readers }: RunRecord): string {
  return `${round === null ? workload : 'round'}${readers ? ' with readers' : ''}`;
}

function comparedRun({ run, audit, verdict }: CompleteRun): ComparedRun {
  const { runId, workload, flow, readers, part, round, startedAt, speed, exercise, target } = run;
  return {
    runId,
    workload,
    flow,
    readers,
    part,
    round,
    startedAt,
    speed,
    verdict: verdict.verdict,
    exercise,
    planSha256: audit.plan.sha256,
    software: target.software,
  };
}

function notesOf(
  first: CompleteRun,
  second: CompleteRun,
  samePlan: boolean,
  alike: boolean,
): Comparison['notes'] {
  const notes: Comparison['notes'] = [];
  for (const { run, verdict } of [first, second]) {
    if (verdict.verdict !== 'INVALID') continue;
    notes.push({
      id: `Uji ${run.runId} TIDAK SAH: angkanya tidak membuktikan apa pun, jadi tidak ada perubahan yang dinyatakan.`,
      en: `Run ${run.runId} is INVALID: its figures prove nothing, so no change is claimed.`,
    });
  }
  if (!samePlan) {
    notes.push({
      id: 'Rencana kedua uji berbeda: dokumen tidak dapat dibandingkan satu per satu.',
      en: 'The two runs had different plans: documents cannot be compared one by one.',
    });
  }
  if (first.run.flow !== second.run.flow || loadKind(first.run) !== loadKind(second.run)) {
    const named = ({ run }: CompleteRun) => `${run.flow} × ${run.workload}${run.readers ? ' + readers' : ''}`;
    notes.push({
      id: `Alur atau beban berbeda (${named(first)} dan ${named(second)}): angkanya tidak setara, jadi tidak ada perubahan yang dinyatakan.`,
      en: `Flow or workload differ (${named(first)} and ${named(second)}): the figures are not like for like, so no change is claimed.`,
    });
  }
  if (partOf(first.run) !== partOf(second.run)) {
    const named = ({ run }: CompleteRun, all: string) =>
      run.part === null ? all : run.part.areas.map(({ name, code }) => `${name} (${code})`).join(', ');
    notes.push({
      id: `Bagian wilayah berbeda (${named(first, 'seluruh wilayah')}; ${named(second, 'seluruh wilayah')}): tidak ada perubahan yang dinyatakan.`,
      en: `The parts of the region differ (${named(first, 'the whole region')}; ${named(second, 'the whole region')}): no change is claimed.`,
    });
  }
  if (first.run.speed !== second.run.speed) {
    notes.push({
      id: `Kecepatan berbeda (${first.run.speed} dan ${second.run.speed}): beban per detik tidak sama.`,
      en: `The speeds differ (${first.run.speed} and ${second.run.speed}): so does the load per second.`,
    });
  }
  if (first.run.target.software !== second.run.target.software) {
    notes.push({
      id: `Perangkat lunak sasaran berbeda (${first.run.target.software ?? 'tidak diketahui'} dan ${second.run.target.software ?? 'tidak diketahui'}).`,
      en: `The targets’ software differs (${first.run.target.software ?? 'unknown'} and ${second.run.target.software ?? 'unknown'}).`,
    });
  }
  if (!alike) {
    notes.push({
      id: 'Hanya salah satu uji yang diberi gangguan: latensi, laju, dan percobaan pertama atau gagal tidak setara, jadi tidak dinilai.',
      en: 'Only one of the runs was disturbed: latencies, throughput and first or failed attempts are not like for like, so they are not assessed.',
    });
  }
  return notes;
}

/** A TPS is in the second run's re-test only if that was made from the first run. */
function fatesOf(first: CompleteRun, second: CompleteRun): Fate[] {
  const failedAgain = new Map<string, Outcome>();
  for (const upload of failedUploads(second.audit))
    failedAgain.set(`${upload.phase}/${placeOf(upload)}`, upload.outcome);
  const retested = second.run.after?.runId === first.run.runId && second.audit.phases.retest !== undefined;
  const part = second.run.part?.codes ?? null;
  const uploaded = (tps: string) => second.run.round !== null && inPart(part, tps);
  const outcomeIn = (phase: string, upload: FailedUpload) =>
    failedAgain.get(`${phase}/${placeOf(upload)}`) ?? 'stored';
  const fates = new Map<string, Fate>();
  for (const upload of failedUploads(first.audit)) {
    const { tps, document, page, outcome } = upload;
    if (fates.has(placeOf(upload))) continue;
    fates.set(placeOf(upload), {
      tps,
      document,
      page,
      first: outcome,
      retest: retested && inPart(part, tps) ? outcomeIn('retest', upload) : null,
      main: uploaded(tps) ? outcomeIn('upload', upload) : null,
    });
  }
  return [...fates.values()];
}

/** Findings at what had none in the first run. Keys name their run, so what is unexpected in the second is always new. */
function newFailuresOf(first: Audit, second: Audit): Finding[] {
  const known = new Set(first.findings.map(identityOf));
  return second.findings.filter((finding) => !known.has(identityOf(finding)));
}

function identityOf(finding: Finding): string {
  const upload = failedUploadOf(finding);
  if (upload !== null) return placeOf(upload);
  // An account that never got in and one that gave up once failed at the same thing.
  return finding.account === null ? `${finding.code} ${finding.key}` : `login ${finding.account}`;
}

function failedUploads(audit: Audit): FailedUpload[] {
  return audit.findings.map(failedUploadOf).filter((upload) => upload !== null);
}

function placeOf({ tps, document, page }: FailedUpload): string {
  return `${tps}/${document}/${page}`;
}
