import { expect, test } from 'vitest';
import { FORMAT_VERSIONS } from '../run-folder/format-versions.ts';
import { type ReportJson, reportJson } from './json.ts';
import { sampleInput } from './testing/sample-input.ts';

test('report.json holds the run, its evidence and the verdict', () => {
  const input = sampleInput('FAIL');
  const report = JSON.parse(reportJson(input, { lang: 'id' })) as ReportJson;
  expect(report).toMatchObject({
    formatVersion: FORMAT_VERSIONS.report,
    kind: 'report',
    disagreements: [],
    verdict: { verdict: 'FAIL' },
  });
  expect(report.audit.findings).toHaveLength(30);
  expect(report.audit.findingsTotal).toBe(30);
  expect(report.measurements).toEqual(input.measurements);
});

test('of very many findings the first thousand are held and all are counted', () => {
  const input = sampleInput('FAIL');
  const [finding] = input.audit.findings;
  if (finding === undefined) throw new Error('the sample has no findings');
  input.audit.findings = Array.from({ length: 4321 }, () => finding);
  const { audit } = JSON.parse(reportJson(input, { lang: 'id' })) as ReportJson;
  expect(audit.findings).toHaveLength(1000);
  expect(audit.findingsTotal).toBe(4321);
});

test('totals that are not the sum of their rows are owned up to', () => {
  const input = sampleInput('FAIL');
  input.measurements.total.achieved += 5;
  const { disagreements } = JSON.parse(reportJson(input, { lang: 'id' })) as ReportJson;
  expect(disagreements).toMatchObject([{ what: 'measurements.achieved' }]);
});
