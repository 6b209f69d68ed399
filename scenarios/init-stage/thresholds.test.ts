import { describe, expect, it } from 'vitest';
import { WORKLOAD_NAMES } from '../workloads/phase.ts';
import { thresholdsFor } from './thresholds.ts';

const totals = { uploads: 9088, logins: 7103, reads: 12, plenos: 18 };

describe('k6’s thresholds', () => {
  it('let nothing be dropped, and count all that was planned', () => {
    expect(thresholdsFor('round-1', totals)).toEqual({
      dropped_iterations: ['count==0'],
      documents_acknowledged: ['count>=9088'],
      logins_accepted: ['count>=7103'],
      files_read: ['count>=12'],
      plenos_published: ['count>=18'],
    });
  });

  it('count nothing that is not planned: a threshold without samples would hold', () => {
    const { documents_acknowledged, logins_accepted } = thresholdsFor('stress', {
      ...totals,
      uploads: 0,
      logins: 0,
    });
    expect([documents_acknowledged, logins_accepted]).toEqual([undefined, undefined]);
  });

  it.each(WORKLOAD_NAMES)('only a breakpoint is stopped by them: %s', (workload) => {
    const aborts = Object.values(thresholdsFor(workload, totals))
      .flat()
      .some((threshold) => typeof threshold === 'object' && threshold.abortOnFail === true);
    expect(aborts).toBe(workload === 'breakpoint');
  });
});
