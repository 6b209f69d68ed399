/**
 * Everything of the dashboard that someone may want to tune, in one place: selectors, intervals, thresholds.
 * Metric names live in `metric-names.ts` (k6) and `mock-server/metrics/names.ts` (the server).
 */

/** Stable across imports, so that a new version replaces the old one and links keep working. */
export const DASHBOARD_UID = 'sirekap-uji-beban';

/** Every panel asks the Prometheus chosen at the top of the dashboard. */
export const DATASOURCE = { type: 'prometheus', uid: '$datasource' } as const;

/** The label that tells runs apart: `k6 run --tag testid=<run id>`, the name k6's own dashboards use. */
export const RUN_LABEL = 'testid';

/**
 * Series of the chosen run. An empty choice matches series without the label, so a run that was
 * started without the tag is seen too.
 */
export const RUN_SELECTOR = `${RUN_LABEL}=~"$run"`;

/** Operations of an operator; other requests of a run, such as asking for faults, are not load. */
export const OPERATIONS =
  'login|list|upload|status|reading|confirm|manifest|batch|pleno-(open|look|save|import|finalise|document|publish)';

/** Routes of the server that belong to watching and steering a round, not to the round. */
export const OWN_ROUTES_EXCLUDED = 'route!~"/metrics|/healthz|/openapi.json|/simulator/.*"';

/**
 * How far back a counter's last value is looked for. k6 sends a series only when it changes, and Prometheus forgets
 * what was silent for five minutes: without this, a kecamatan that is done would fall out of the sums.
 * Longer than the longest round (12 hours at speed 1), because a run has its own label.
 */
export const COUNTER_LOOKBACK = '24h';

/** k6's push interval and the scrape interval of `prometheus.yml`; the finest step of any panel. */
export const SAMPLE_INTERVAL = '5s';

/** How often the dashboard asks again, and the time it shows: a compressed round ends well within. */
export const REFRESH = '5s';
export const TIME_RANGE = { from: 'now-15m', to: 'now' } as const;

/** Uploads of one TPS until the operator says otherwise: the four documents of a Pilkada with two contests. */
export const DEFAULT_UPLOADS_PER_TPS = 4;

/** Quantiles of every latency panel. */
export const QUANTILES = [0.5, 0.95, 0.99] as const;

/** A colour from this value on; the first step has no lower end. */
export type Steps = readonly (readonly [from: number | null, color: string])[];

const CALM = 'green';
const WATCH = 'orange';
const ALARM = 'red';

/**
 * Colours guide the eye during a round. They are not the verdict: that is `uji-beban verdict`, by its criteria.
 */
export const THRESHOLDS = {
  /** No judgement: a quantity that is neither good nor bad. */
  neutral: [[null, 'blue']],
  /** One is too many: the generator skipped work that the plan asked for. */
  none: [
    [null, CALM],
    [1, ALARM],
  ],
  /** Share of attempts that failed, 0..1. */
  failureShare: [
    [null, CALM],
    [0.01, WATCH],
    [0.05, ALARM],
  ],
  /** Share of the plan that is done, 0..1; low is normal while the round runs. */
  progress: [
    [null, 'blue'],
    [0.5, 'light-blue'],
    [1, CALM],
  ],
  /** Seconds from the planned start to the success: a person waits two, and gives up long before thirty. */
  latencySecond: [
    [null, CALM],
    [2, WATCH],
    [10, ALARM],
  ],
  /** Seconds of p99 event loop lag: above, the server itself is the bottleneck. */
  eventLoopSecond: [
    [null, CALM],
    [0.1, WATCH],
    [0.5, ALARM],
  ],
} as const satisfies Record<string, Steps>;
