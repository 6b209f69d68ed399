import type { Audit } from '../evidence/types.ts';
import { FORMAT_VERSIONS } from '../run-folder/format-versions.ts';
import type { Reporter, ReportInput } from './input.ts';
import { type Disagreement, disagreements } from './reading/agreement.ts';
import { withoutSecrets } from './reading/secrets.ts';

/** Findings beyond these stay in audit.json, which holds all of them. */
const MAX_FINDINGS = 1000;

/** audit.json as a report holds it: with at most {@link MAX_FINDINGS} findings. */
interface ReportedAudit extends Audit {
  /** How many findings there are. */
  findingsTotal: number;
}

/** report.json: one file that says everything another program needs to show or compare a run. */
export interface ReportJson {
  formatVersion: typeof FORMAT_VERSIONS.report;
  kind: 'report';
  /** Without secrets. */
  run: ReportInput['run'];
  audit: ReportedAudit;
  measurements: ReportInput['measurements'];
  verdict: ReportInput['verdict'];
  /** Totals that are not what their rows add up to; empty in a sound report. */
  disagreements: Disagreement[];
}

export const reportJson: Reporter = (input) => {
  const { audit, measurements, verdict } = input;
  const report: ReportJson = {
    formatVersion: FORMAT_VERSIONS.report,
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
