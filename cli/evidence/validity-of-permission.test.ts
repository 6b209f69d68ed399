import { expect, it } from 'vitest';
import type { RunAuthorisation, RunRecord } from '../run-folder/types.ts';
import { permissionChecks } from './validity-of-permission.ts';

const KEPT: NonNullable<RunAuthorisation['observed']> = {
  requestsPerSecond: 10,
  accounts: 3,
  firstAt: '2024-10-12T06:00:00.000Z',
  lastAt: '2024-10-12T07:59:59.999Z',
};

function check(observed: RunAuthorisation['observed']): boolean | undefined {
  const authorisation = {
    reference: '012',
    window: { from: '2024-10-12T06:00:00.000Z', to: '2024-10-12T08:00:00.000Z' },
    maximum: { requestsPerSecond: 10, accounts: 3 },
    observed,
  } as RunAuthorisation;
  return permissionChecks({ authorisation } as RunRecord)[0]?.ok;
}

it('a run that kept to its authorisation counts, one that did not does not', () => {
  expect(check(KEPT)).toBe(true);
  expect(check({ ...KEPT, requestsPerSecond: 10.5 })).toBe(false);
  expect(check({ ...KEPT, accounts: 4 })).toBe(false);
  expect(check({ ...KEPT, firstAt: '2024-10-12T05:59:59.999Z' })).toBe(false);
  expect(check({ ...KEPT, lastAt: '2024-10-12T08:00:00.000Z' })).toBe(false);
  expect(check({ requestsPerSecond: 0, accounts: 0, firstAt: null, lastAt: null })).toBe(true);
});

it('what was not counted to the end proves nothing', () => {
  expect(check(null)).toBe(false);
});

it('loopback without an authorisation needs none', () => {
  expect(permissionChecks({ authorisation: null } as RunRecord)).toEqual([]);
});
