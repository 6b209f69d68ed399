import type { Reporter, ReportInput } from './input.ts';
import { type Disagreement, disagreements } from './reading/agreement.ts';
import { withoutSecrets } from './reading/secrets.ts';

/** Findings beyond these stay in audit.json, which holds all of them. */
const MAX_FINDINGS = 1000;

/** report.json: one file that says everything another program needs to show or compare a run. */
export interface ReportJson {
  formatVersion: 1;
  kind: 'report';
  /** Without secrets. */
  run: ReportInput['run'];
  audit: ReportInput['audit'] & {
    /** How many findings there are; `findings` holds the first 1000, audit.json all. */
    findingsTotal: number;
  };
  measurements: ReportInput['measurements'];
  verdict: ReportInput['verdict'];
  /** Totals that are not what their rows add up to; empty in a sound report. */
  disagreements: Disagreement[];
}

export const reportJson: Reporter = (input) => {
  const { audit, measurements, verdict } = input;
  const report: ReportJson = {
    formatVersion: 1,
    kind: 'report',
    run: withoutSecrets(input.run),
    audit: {
      ...audit,
      findings: audit.findings.slice(0, MAX_FINDINGS),
      findingsTotal: audit.findings.length,
    },
    measurements,
    verdict,
    disagreements: disagreements(audit, measurements),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
};
