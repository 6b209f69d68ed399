/** Time as a queueing station needs it, so that a test can let hours pass at once. */
export interface Clock {
  /** Milliseconds from any fixed moment. */
  now(): number;
  /** Calls once after `ms`; returns what takes it back. */
  after(ms: number, call: () => void): () => void;
}

export const REAL_CLOCK: Clock = {
  now: () => performance.now(),
  after: (ms, call) => {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
};
