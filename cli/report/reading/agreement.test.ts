import { expect, test } from 'vitest';
import { emptyInput, sampleInput } from '../testing/sample-input.ts';
import { disagreements } from './agreement.ts';

test('totals that are the sum of their rows disagree nowhere', () => {
  for (const input of [sampleInput('FAIL'), sampleInput('PASS'), emptyInput()])
    expect(disagreements(input.audit, input.measurements)).toEqual([]);
});

test('each total that is not the sum of its rows is named with both numbers', () => {
  const { audit, measurements } = sampleInput('FAIL');
  measurements.total.attempts++;
  audit.lost++;
  for (const area of audit.areas.kecamatan.slice(0, 1)) area.tps.complete--;
  expect(disagreements(audit, measurements)).toEqual([
    {
      what: 'measurements.attempts',
      rows: measurements.total.attempts - 1,
      total: measurements.total.attempts,
    },
    { what: 'audit.planned', rows: audit.planned + 1, total: audit.planned },
    { what: 'kecamatan.tps.complete', rows: audit.tps.complete - 1, total: audit.tps.complete },
  ]);
});
