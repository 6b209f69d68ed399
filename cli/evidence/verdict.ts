import { WITHOUT_PART } from '../../scenarios/targets/parts.ts';
import { FORMAT_VERSIONS } from '../run-folder/format-versions.ts';
import type { Criterion } from './criteria.ts';
import type { Judged } from './judged.ts';
import type { Evidence } from './metric-value.ts';
import { METRICS } from './metrics.ts';
import { isAsked } from './metrics-of-pleno.ts';
import { OPERATORS } from './operators.ts';
import type { CriterionResult, ValidityCheck, Verdict, VerdictWord } from './types.ts';
import { checkValidity } from './validity.ts';

/**
 * The verdict on a run. INVALID: a validity check does not hold, so the figures prove nothing. FAIL: a criterion of level
 * `error` is not met. INCONCLUSIVE: none is unmet, but one of level `error` had too few samples. PASS: all are met.
 */
export function judge(judged: Judged, judgedAt: Date): Verdict {
  const { run, audit, measurements, criteria, digests } = judged;
  const validity = checkValidity(judged);
  // A run without a pleno is not judged by one; its limits and its report say so.
  const asked = criteria.criteria.filter(({ metric }) => isAsked(metric, measurements));
  const results = asked.map((criterion) => judgeCriterion(criterion, judged));
  const verdict = wordOf(validity, results);
  return {
    formatVersion: FORMAT_VERSIONS.verdict,
    kind: 'verdict',
    runId: audit.runId,
    judgedAt: judgedAt.toISOString(),
    auditSha256: digests.audit,
    journalSha256: measurements.journalSha256,
    verdict,
    exercise: run.exercise,
    reasons: reasonsOf(validity, results),
    validity,
    criteriaName: criteria.name,
    criteriaSha256: criteria.sha256,
    criteria: results,
    limits: run.target.missingParts.map((part) => ({ part, text: WITHOUT_PART[part] })),
  };
}

/** A value that is missing, or of too few samples, is never a pass; one that never came to an end is a failure. */
export function judgeCriterion(criterion: Criterion, evidence: Evidence): CriterionResult {
  const { name, metric, operator, value: expected, minimumSamples, level, title, source } = criterion;
  const getter = METRICS.get(metric);
  if (getter === undefined) throw new Error(`Criterion ${name} names the unknown metric ${metric}.`);
  const { value, samples, unit } = getter(evidence);
  const common = { name, metric, operator, expected, unit, samples, minimumSamples, level, title, source };
  if (value === null || Number.isNaN(value) || samples < Math.max(1, minimumSamples)) {
    return {
      ...common,
      found: value === null || !Number.isFinite(value) ? null : value,
      result: 'no-samples',
    };
  }
  if (!Number.isFinite(value)) return { ...common, found: null, result: 'fail' };
  return { ...common, found: value, result: OPERATORS[operator](value, expected) ? 'pass' : 'fail' };
}

function wordOf(validity: readonly ValidityCheck[], results: readonly CriterionResult[]): VerdictWord {
  if (validity.some(({ ok }) => !ok)) return 'INVALID';
  const deciding = results.filter(({ level }) => level === 'error');
  if (deciding.some(({ result }) => result === 'fail')) return 'FAIL';
  if (deciding.length === 0 || deciding.some(({ result }) => result === 'no-samples')) return 'INCONCLUSIVE';
  return 'PASS';
}

function reasonsOf(validity: readonly ValidityCheck[], results: readonly CriterionResult[]): string[] {
  return [
    ...validity.filter(({ ok }) => !ok).map(({ message }) => message),
    ...results.filter(({ level, result }) => level === 'error' && result !== 'pass').map(reasonOf),
  ];
}

function reasonOf({
  title,
  metric,
  operator,
  expected,
  found,
  unit,
  samples,
  minimumSamples,
  result,
}: CriterionResult) {
  const limit = `expected ${metric} ${operator} ${expected}${inUnit(unit)}`;
  if (result === 'no-samples') {
    return `${title.en}: ${limit}, found too few samples (${samples}, needed ${minimumSamples}).`;
  }
  const shown = found === null ? 'that it never came to an end' : `${rounded(found)}${inUnit(unit)}`;
  return `${title.en}: ${limit}, found ${shown} (${samples} samples).`;
}

function inUnit(unit: string | null): string {
  return unit === null || unit === 'share' ? '' : ` ${unit}`;
}

/** Enough digits that a value just past its limit does not look equal to it. */
function rounded(value: number): string {
  return String(Number(value.toPrecision(6)));
}
