import { Value } from 'typebox/value';
import { OperatorError } from '../../fixtures/operator-error.ts';
import { ARRIVAL_TIME_UNIT_SECOND, type Plan } from '../../fixtures/plan/types.ts';
import { type Capacity, OPERATIONS, type Operation } from '../contract/capacity.ts';
import { Fault, type FaultTimeline } from '../contract/faults.ts';
import type { RecognitionSettings } from '../recognition/settings.ts';
import type { Preset } from './preset-schema.ts';

/** What a preset is for one plan at one speed. */
export interface AppliedPreset {
  capacity: Capacity;
  /** Begins with the first request to the API. */
  faults: FaultTimeline;
  passwordCost: number;
  /** Null where the preset says nothing of it. */
  recognition: RecognitionSettings | null;
  /** Demand over capacity; below the preset's where the plan is too small for even one worker. */
  utilisation: number;
}

/** Requests a second by operation, in real time. */
type Rates = Partial<Record<Operation, number>>;

/** What of a plan decides its demand. */
export type PlanDemand = Pick<Plan, 'counts' | 'workload' | 'documentProfile'>;

/**
 * Gives the server as many workers as make the plan's demand, at this speed, the preset's multiple of its capacity
 * (demand in Erlang: rate times mean service time, summed over the operations). Service times, delays and patience are real time;
 * the timeline is plan time, divided by the speed.
 * @param speed plan seconds in a second, as in `run --speed`
 * @throws OperatorError PRESET_INVALID for a fault without what its type needs
 */
export function applyPreset(preset: Preset, plan: PlanDemand, speed: number, seed: number): AppliedPreset {
  const { phase, utilisation, service, queueSecond, queueTimeoutMs, retryAfterSecond } = preset.capacity;
  const meanSecond = (operation: Operation) => service[operation].meanMs.value / 1000;
  const erlangOf = (rates: Rates) =>
    OPERATIONS.reduce((sum, operation) => sum + (rates[operation] ?? 0) * meanSecond(operation), 0);
  const rates = ratesOf(plan, speed);
  const phases = phase === 'busiest' ? [rates.login, rates.upload] : [rates[phase]];
  const busiest = phases.reduce((one, other) => (erlangOf(other) > erlangOf(one) ? other : one));
  const demand = erlangOf(busiest);
  const workers = Math.max(1, Math.round(demand / utilisation.value));
  const requests = Object.values(busiest).reduce((sum, rate) => sum + rate, 0);
  const servedPerSecond = requests === 0 ? 0 : (workers * requests) / demand;
  const timeOf = (operation: Operation) => ({
    distribution: 'lognormal' as const,
    meanMs: service[operation].meanMs.value,
    cv: service[operation].cv.value,
  });
  return {
    capacity: {
      workers,
      service: {
        login: timeOf('login'),
        list: timeOf('list'),
        upload: timeOf('upload'),
        status: timeOf('status'),
        read: timeOf('read'),
      },
      queue: Math.ceil(servedPerSecond * queueSecond.value),
      queueTimeoutMs: queueTimeoutMs.value,
      retryAfterSecond: Math.ceil(retryAfterSecond.value),
      connections: null,
      seed,
    },
    faults: { startsAt: null, faults: preset.timeline.map((fault) => toFault(preset.name, fault, speed)) },
    passwordCost: preset.passwordCost.value,
    recognition: readingOf(preset, plan, speed),
    utilisation: demand / workers,
  };
}

/** The login hour at its constant rate, and the peak of the arrivals, in which every session logs in, lists, uploads and asks. */
function ratesOf({ counts, workload }: PlanDemand, speed: number): { login: Rates; upload: Rates } {
  const sessions = peakSessions(workload, speed);
  return {
    login: { login: (speed * counts.accounts) / workload.login.durationSecond },
    upload: {
      login: sessions,
      list: sessions,
      upload: (sessions * counts.pages) / counts.tps,
      status: sessions,
    },
  };
}

/** As many workers as make the forms' pages at the peak of the arrivals the preset's multiple of what can be read. */
function readingOf(
  { recognition }: Preset,
  { workload, documentProfile }: PlanDemand,
  speed: number,
): RecognitionSettings | null {
  if (!recognition) return null;
  const { accuracy, utilisation, service } = recognition;
  const forms = documentProfile.filter(({ form }) => form === 'c-hasil');
  const pages = forms.reduce((sum, document) => sum + document.pages, 0);
  const photosPerSecond = peakSessions(workload, speed) * pages;
  const demand = (photosPerSecond * service.meanMs.value) / 1000;
  return {
    accuracy: accuracy.value,
    workers: Math.max(1, Math.round(demand / utilisation.value)),
    service: { distribution: 'lognormal', meanMs: service.meanMs.value, cv: service.cv.value },
  };
}

/** Sessions that begin in a second at the peak of the arrivals, in real time. */
function peakSessions({ arrivals }: Plan['workload'], speed: number): number {
  return (speed * Math.max(...arrivals.knots.map(({ rate }) => rate))) / ARRIVAL_TIME_UNIT_SECOND;
}

function toFault(preset: string, entry: Preset['timeline'][number], speed: number): Fault {
  const { atSecond, untilSecond, delayMs, share, name, type, when, how } = entry;
  const fault = {
    name,
    type,
    startMs: (atSecond.value * 1000) / speed,
    durationMs: ((untilSecond.value - atSecond.value) * 1000) / speed,
    ...(delayMs && { delayMs: delayMs.value }),
    ...(share && { share: share.value }),
    ...(when && { when }),
    ...(how && { how }),
  };
  if (Value.Check(Fault, fault)) return fault;
  throw new OperatorError(
    'PRESET_INVALID',
    `${name} of preset ${preset} is no fault of type ${type}: a figure is missing, too many or out of range`,
    'docs/weakness.md has what each type needs.',
  );
}
