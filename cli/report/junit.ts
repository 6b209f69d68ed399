import { type Markup, markup } from './html/markup.ts';
import type { Reporter } from './input.ts';
import { areaSuite } from './junit/area-suite.ts';
import { criteriaSuite } from './junit/criteria-suite.ts';
import { suiteElement } from './junit/suite.ts';
import { validitySuite } from './junit/validity-suite.ts';
import { VERDICT_WORDS } from './language/dictionary.ts';
import { type Wording, wordingFor } from './language/wording.ts';
import { withoutSecrets } from './reading/secrets.ts';

/**
 * junit.xml, for CI: whether the run counts (errors), whether it is good enough, and whether every document of each
 * kecamatan is there (failures).
 */
export const reportJunit: Reporter = (given, options) => {
  const input = { ...given, run: withoutSecrets(given.run) };
  const wording = wordingFor(options.lang, input.plan);
  const suites = [validitySuite(input, wording), criteriaSuite(input, wording), areaSuite(input, wording)];
  const cases = suites.flatMap((suite) => suite.cases);
  const count = (outcome: 'failure' | 'error' | 'skipped') =>
    cases.filter((each) => each.problem?.kind === outcome).length;
  const document = markup`<testsuites name="${titleOf(input.run.runId, input.verdict.exercise, wording)}" tests="${cases.length}" failures="${count('failure')}" errors="${count('error')}" skipped="${count('skipped')}" time="${input.measurements.durationSecond.toFixed(3)}">${suites.map(
    (suite): Markup => suiteElement(suite, input, wording.pick(VERDICT_WORDS[input.verdict.verdict])),
  )}
</testsuites>
`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${document.source}`;
};

function titleOf(runId: string, exercise: boolean, wording: Wording): string {
  const title = `sirekap-uji-beban ${runId}`;
  return exercise ? `${title} – ${wording.text('exercise.notice')}` : title;
}
