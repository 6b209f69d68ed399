import type { ReportInput } from '../input.ts';
import { VERDICT_WORDS } from '../language/dictionary.ts';
import type { Wording } from '../language/wording.ts';
import { conclusion } from '../reading/conclusion.ts';
import type { TestSuite } from './suite.ts';

/** Whether the run counts at all. What does not hold is an error, not a failure: nothing was proved either way. */
export function validitySuite(input: ReportInput, wording: Wording): TestSuite {
  const { verdict } = input;
  const cases: TestSuite['cases'] = verdict.validity.map(({ ok, name, title, explanation }) => ({
    name: `${wording.pick(title)} (${name})`,
    problem: ok
      ? null
      : { kind: 'error', type: 'INVALID', message: wording.pick(title), details: wording.pick(explanation) },
    output: wording.pick(explanation),
  }));
  // A run without a single check is invalid too, and no suite may look green because it is empty.
  if (verdict.verdict === 'INVALID' && verdict.validity.every(({ ok }) => ok))
    cases.push({
      name: wording.pick(VERDICT_WORDS.INVALID),
      problem: {
        kind: 'error',
        type: 'INVALID',
        message: conclusion(input, wording),
        details: verdict.reasons.join('\n'),
      },
    });
  return { name: 'validity', cases };
}
