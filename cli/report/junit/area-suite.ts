import type { AreaCount, Audit, Finding } from '../../evidence/types.ts';
import type { ReportInput } from '../input.ts';
import type { Wording } from '../language/wording.ts';
import type { TestSuite } from './suite.ts';

/** Findings told in one test case; the rest is in audit.json. */
const MAX_FINDINGS = 50;

/** Whether every planned document of each kecamatan is stored, and nothing else is. */
export function areaSuite({ audit }: ReportInput, wording: Wording): TestSuite {
  const cases: TestSuite['cases'] = audit.areas.kecamatan.map((area) => {
    const details = told(findingsIn(audit, area), wording);
    const { planned, stored } = area.uploads;
    const name = `${area.name} (${area.code})`;
    const found = wording.text('of', { part: stored, whole: planned });
    if (stored === planned && planned > 0) return { name, problem: null, output: found };
    const message = `expected: ${planned}, found: ${stored}`;
    return { name, problem: { kind: 'failure', type: 'DOCUMENTS', message, details } };
  });
  const unexpected = audit.findings.filter(({ code }) => code === 'UNEXPECTED');
  cases.push({
    name: wording.text('documents.unexpected'),
    problem:
      audit.unexpected === 0
        ? null
        : {
            kind: 'failure',
            type: 'UNEXPECTED',
            message: `expected: 0, found: ${audit.unexpected}`,
            details: told(unexpected, wording),
          },
  });
  return { name: 'documents', cases };
}

/** A TPS's code starts with that of its kecamatan. */
function findingsIn(audit: Audit, area: AreaCount): Finding[] {
  return audit.findings.filter(({ tps, code }) => code !== 'UNEXPECTED' && tps?.startsWith(area.code));
}

function told(findings: readonly Finding[], wording: Wording): string {
  const lines = findings.slice(0, MAX_FINDINGS).map(({ code, message }) => `${code}: ${message}`);
  const more = findings.length - MAX_FINDINGS;
  if (more > 0) lines.push(wording.text('terminal.more', { count: more }));
  return lines.join('\n');
}
