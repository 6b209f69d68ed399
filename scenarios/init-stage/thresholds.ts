import type { Options } from 'k6/options';
import type { WorkloadName } from '../workloads/phase.ts';

type Thresholds = NonNullable<Options['thresholds']>;

/** What a run must have done in all. */
export interface PlannedTotals {
  /** Uploads that must be acknowledged. */
  uploads: number;
  logins: number;
  /** Files of the published results. */
  reads: number;
  /** C.Hasil that can be confirmed, where the flow confirms. */
  forms?: number;
  /** Plenaries that must be published. */
  plenos: number;
}

/** Share of requests that may fail before a system counts as broken (assumed: one in twenty; all fail more in an outage). */
const BROKEN_FAILED_SHARE = 0.05;

/** Real ms from plan at which a system counts as broken: what fails the criterion upload-p95 of a round fails here. */
const BROKEN_P95_MS = 5000;

/**
 * k6's thresholds: nothing dropped and all of it done, so that a run without samples never passes. A breakpoint ends as soon as
 * the target is broken, or k6 itself cannot go on; k6 looks at all that has happened so far.
 */
export function thresholdsFor(
  workload: WorkloadName,
  { uploads, logins, reads, forms = 0, plenos }: PlannedTotals,
): Thresholds {
  const counts: [string, number][] = [
    ['documents_acknowledged', uploads],
    ['logins_accepted', logins],
    ['files_read', reads],
    ['forms_confirmed', forms],
    ['plenos_published', plenos],
  ];
  const done = Object.fromEntries(
    counts.filter(([, count]) => count > 0).map(([name, count]) => [name, [`count>=${count}`]]),
  );
  if (workload !== 'breakpoint') return { dropped_iterations: ['count==0'], ...done };
  const stop = (threshold: string) => [{ threshold, abortOnFail: true }];
  return {
    dropped_iterations: stop('count==0'),
    http_req_failed: stop(`rate<${BROKEN_FAILED_SHARE}`),
    latency_from_plan: stop(`p(95)<${BROKEN_P95_MS}`),
    ...done,
  };
}
