import type { Fault, FaultTimeline } from '../contract/faults.ts';

/** What a request that arrives now must suffer. */
export interface Suffering {
  outage: boolean;
  /** Milliseconds, 0 for none. */
  delayMs: number;
  /** This request is one of the share that fails. */
  fails: boolean;
}

/** The faults to play, replaceable at any time. */
export interface Timeline {
  /** Replaces the whole timeline; null clears it. */
  set(timeline: FaultTimeline | null): void;
  /** What the next request suffers; counts it for the shares of `errors`. Null where nothing is on. */
  next(now: number): Suffering | null;
  /** Whether an outage is on. */
  inOutage(now: number): boolean;
  /** Faults that are on, by type. */
  active(now: number): Record<Fault['type'], number>;
}

export function createTimeline(initial: FaultTimeline | null = null): Timeline {
  let startsAt = 0;
  let faults: { fault: Fault; seen: number }[] = [];

  function set(timeline: FaultTimeline | null): void {
    startsAt = timeline?.startsAt ?? 0;
    faults = (timeline?.faults ?? []).map((fault) => ({ fault, seen: 0 }));
  }
  set(initial);

  const isOn = ({ startMs, durationMs }: Fault, now: number): boolean =>
    now >= startsAt + startMs && now < startsAt + startMs + durationMs;

  return {
    set,
    next: (now) => {
      if (faults.length === 0) return null;
      const on = faults.filter(({ fault }) => isOn(fault, now));
      if (on.length === 0) return null;
      const suffering: Suffering = { outage: false, delayMs: 0, fails: false };
      for (const entry of on) {
        const { fault } = entry;
        if (fault.type === 'outage') suffering.outage = true;
        else if (fault.type === 'slow') suffering.delayMs = Math.max(suffering.delayMs, fault.delayMs);
        else suffering.fails ||= isOneOfShare(entry.seen++, fault.share);
      }
      return suffering;
    },
    inOutage: (now) => faults.some(({ fault }) => fault.type === 'outage' && isOn(fault, now)),
    active: (now) => {
      const count = { outage: 0, slow: 0, errors: 0 };
      for (const { fault } of faults) if (isOn(fault, now)) count[fault.type]++;
      return count;
    },
  };
}

/** Spreads the share evenly over the requests, the same way every time: of any n in a row it hits floor or ceil of n × share. */
function isOneOfShare(seen: number, share: number): boolean {
  return Math.floor((seen + 1) * share) > Math.floor(seen * share);
}
