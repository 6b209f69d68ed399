import type { Fault, FaultTimeline } from '../contract/faults.ts';

/** How a request or its answer is cut off. */
export type Cut = 'request' | 'answer' | 'mid-answer' | 'short-body' | 'half-json';

/** What a request that arrives now must suffer. */
export interface Suffering {
  outage: boolean;
  /** Milliseconds, 0 for none. */
  delayMs: number;
  /** This request is one of the share that fails. */
  fails: boolean;
  /** This request is one of the share that is cut off; null where it is not. */
  cut: Cut | null;
}

/** The faults to play, replaceable at any time. */
export interface Timeline {
  /** Replaces the whole timeline; null clears it. Tokens that were lost stay lost. */
  set(timeline: FaultTimeline | null): void;
  /** What the next request suffers; counts it for the shares, and starts a timeline that waits for it. Null where nothing is on. */
  next(now: number): Suffering | null;
  /** Whether an outage is on. */
  inOutage(now: number): boolean;
  /** Milliseconds by which commits are delayed, 0 for none. */
  commitDelayMs(now: number): number;
  /** How often the token store has been lost up to now; never falls. */
  tokenLosses(now: number): number;
  /** Faults that are on, by type. */
  active(now: number): Record<Fault['type'], number>;
}

interface Entry {
  fault: Fault;
  /** Requests counted for its share. */
  seen: number;
  /** A loss of tokens happens once. */
  struck: boolean;
}

export function createTimeline(initial: FaultTimeline | null = null): Timeline {
  let startsAt: number | null = 0;
  let entries: Entry[] = [];
  let losses = 0;

  const hasBegun = ({ startMs }: Fault, now: number): boolean =>
    startsAt !== null && now >= startsAt + startMs;
  const isOver = ({ startMs, durationMs }: Fault, now: number): boolean =>
    startsAt !== null && now >= startsAt + startMs + durationMs;
  const isOn = (fault: Fault, now: number): boolean => hasBegun(fault, now) && !isOver(fault, now);

  /** Counts the losses of tokens that have begun, also where nobody asked in time. */
  function strike(now: number): void {
    for (const entry of entries) {
      if (entry.fault.type !== 'tokens-lost' || entry.struck || !hasBegun(entry.fault, now)) continue;
      entry.struck = true;
      losses++;
    }
  }

  function set(timeline: FaultTimeline | null): void {
    const now = Date.now();
    strike(now);
    startsAt = timeline ? timeline.startsAt : 0;
    entries = (timeline?.faults ?? []).map((fault) => ({ fault, seen: 0, struck: isOver(fault, now) }));
  }
  set(initial);

  return {
    set,
    next: (now) => {
      startsAt ??= now;
      if (entries.length === 0) return null;
      const on = entries.filter(({ fault }) => isOn(fault, now));
      if (on.length === 0) return null;
      const suffering: Suffering = { outage: false, delayMs: 0, fails: false, cut: null };
      for (const entry of on) suffer(entry, suffering);
      return suffering;
    },
    inOutage: (now) => entries.some(({ fault }) => fault.type === 'outage' && isOn(fault, now)),
    commitDelayMs: (now) =>
      entries.reduce(
        (longest, { fault }) =>
          fault.type === 'slow-store' && isOn(fault, now) ? Math.max(longest, fault.delayMs) : longest,
        0,
      ),
    tokenLosses: (now) => {
      strike(now);
      return losses;
    },
    active: (now) => {
      const count = {
        outage: 0,
        slow: 0,
        errors: 0,
        'slow-store': 0,
        'tokens-lost': 0,
        dropped: 0,
        partial: 0,
      };
      for (const { fault } of entries) if (isOn(fault, now)) count[fault.type]++;
      return count;
    },
  };
}

function suffer(entry: Entry, suffering: Suffering): void {
  const { fault } = entry;
  if (fault.type === 'outage') suffering.outage = true;
  else if (fault.type === 'slow') suffering.delayMs = Math.max(suffering.delayMs, fault.delayMs);
  else if ('share' in fault && isOneOfShare(entry.seen++, fault.share)) {
    if (fault.type === 'errors') suffering.fails = true;
    else suffering.cut ??= fault.type === 'dropped' ? fault.when : fault.how;
  }
}

/** Spreads the share evenly over the requests, the same way every time: of any n in a row it hits floor or ceil of n × share. */
function isOneOfShare(seen: number, share: number): boolean {
  return Math.floor((seen + 1) * share) > Math.floor(seen * share);
}
