import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadCriteria } from '../evidence/index.ts';
import { judgeRun } from '../evidence/testing/judged-run.ts';
import { SyntheticRun } from '../evidence/testing/synthetic-run.ts';
import { RUN_FILES } from '../run-folder/types.ts';
import { reportInput } from './report-input.ts';

it.each([
  ['audit.json', RUN_FILES.audit],
  ['the journal', RUN_FILES.journal],
])('no report prints a verdict over another state of %s', async (what, file) => {
  const dir = new SyntheticRun().write();
  await judgeRun(dir, loadCriteria('round-1'));
  await expect(reportInput(dir)).resolves.toMatchObject({ verdict: { criteriaName: 'round-1' } });
  appendFileSync(join(dir, file), '\n');
  await expect(reportInput(dir)).rejects.toMatchObject({
    code: 'RUN_INVALID',
    message: `${dir}: ${what} has changed since the verdict`,
    remedy: `run \`uji-beban verdict ${dir}\` again`,
  });
});
