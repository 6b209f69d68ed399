import { expect, it } from 'vitest';
import { constantRate } from '../../fixtures/arrival/schedule.ts';
import type { Phase } from '../../scenarios/workloads/phase.ts';
import { palembangLoad } from '../../scenarios/workloads/testing/palembang-load.ts';
import { UPLOAD } from '../../scenarios/workloads/testing/palembang-phases.ts';
import { plannedLoad } from '../authorisation/planned-load.ts';
import { longestSecond, plannedOperations, requestsAtOnce } from './planned-requests.ts';

const PLENO: Phase = {
  name: 'pleno',
  kind: 'pleno',
  takes: [],
  repeats: null,
  taps: 1,
  helping: null,
  plenary: { hands: 1, operators: 2, mostForms: 400 },
  startSecond: 0,
  durationSecond: 1080,
  count: 18,
  knots: constantRate(18, 1080),
};

it('a pleno has all its requests in all, and at one moment no more than its kecamatan ask together', () => {
  // Three logins, opening, finalisation, PDF, publication; a look and a save a form.
  expect(plannedOperations([PLENO], 4, 2)).toBe(18 * (7 + 2 * 400));
  const { requestsPerSecond, accounts } = plannedLoad(
    [PLENO],
    (phase) => requestsAtOnce(phase, 4, 2),
    () => 22_000,
    1,
    4831,
  );
  expect(accounts).toBe(54);
  // 18 kecamatan with a look and a save each 54 s, and the rest of one that opens.
  const forms = (18 * 2) / 54;
  expect(requestsPerSecond).toBeGreaterThan(forms);
  expect(requestsPerSecond).toBeLessThan(forms * 1.25);
});

it('a session that photographs every page twice is open twice as long', () => {
  const { workload } = palembangLoad();
  const once = longestSecond(UPLOAD, workload, 4, 2);
  expect(once).toBe(4 * workload.documentSpacingSecond);
  expect(longestSecond({ ...UPLOAD, takes: ['round-1', 'retest'] }, workload, 4, 2)).toBe(2 * once);
});
