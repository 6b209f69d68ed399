import type { CriterionResult } from '../../evidence/types.ts';
import type { ReportInput } from '../input.ts';
import type { Wording } from '../language/wording.ts';
import { conclusion } from '../reading/conclusion.ts';
import { expectedOf, foundOf } from '../reading/criterion.ts';
import type { TestSuite } from './suite.ts';

/** Each criterion with what was expected and found. One without samples fails; one of level `warn` never does. */
export function criteriaSuite(input: ReportInput, wording: Wording): TestSuite {
  const cases: TestSuite['cases'] = input.verdict.criteria.map((criterion) => {
    const details = detailsOf(criterion, wording);
    const name = `${wording.pick(criterion.title)} (${criterion.name})`;
    if (criterion.result === 'pass') return { name, problem: null, output: details };
    const message = messageOf(criterion, wording);
    if (criterion.level === 'warn')
      return { name, problem: null, output: `${wording.text('criteria.warn')}: ${message}\n${details}` };
    const type = criterion.result === 'no-samples' ? 'NO_SAMPLES' : 'CRITERION_NOT_MET';
    return { name, problem: { kind: 'failure', type, message, details } };
  });
  if (!input.verdict.criteria.some(({ level }) => level === 'error'))
    cases.push({
      name: wording.text('criteria.title'),
      problem: {
        kind: 'failure',
        type: 'NO_CRITERIA',
        message: wording.text('criteria.none'),
        details: conclusion(input, wording),
      },
    });
  return { name: 'criteria', cases };
}

function messageOf(criterion: CriterionResult, wording: Wording): string {
  if (criterion.result === 'no-samples')
    return `${wording.text('result.noSamples')}: ${wording.text('criteria.samples.of', {
      samples: criterion.samples,
      minimum: criterion.minimumSamples,
    })}`;
  const expected = wording.text('criteria.expected').toLowerCase();
  const found = wording.text('criteria.found').toLowerCase();
  return `${expected}: ${expectedOf(criterion, wording)}, ${found}: ${foundOf(criterion, wording)}`;
}

/** Exact, in English and unrounded: what a developer searches for. */
function detailsOf(criterion: CriterionResult, wording: Wording): string {
  const { metric, operator, expected, found, unit, samples, minimumSamples, source } = criterion;
  const inUnit = unit === null ? '' : ` ${unit}`;
  return [
    `metric: ${metric}`,
    `expected: ${operator} ${expected}${inUnit}`,
    `found: ${found === null ? foundOf(criterion, wording) : `${found}${inUnit}`}`,
    `samples: ${samples} (minimum ${minimumSamples})`,
    `source: ${source}`,
  ].join('\n');
}
