import { type Static, Type } from 'typebox';
import { LIMITS } from './limits.ts';

const span = {
  name: Type.String({ minLength: 1, maxLength: 100 }),
  startMs: Type.Number({ minimum: 0, description: 'Milliseconds after `startsAt`.' }),
  durationMs: Type.Number({ exclusiveMinimum: 0 }),
};

export const Fault = Type.Union(
  [
    Type.Object({ ...span, type: Type.Literal('outage') }, { additionalProperties: false }),
    Type.Object(
      {
        ...span,
        type: Type.Literal('slow'),
        delayMs: Type.Number({
          minimum: 0,
          maximum: LIMITS.faultDelayMs,
          description: 'Added before handling, in real milliseconds.',
        }),
      },
      { additionalProperties: false },
    ),
    Type.Object(
      {
        ...span,
        type: Type.Literal('errors'),
        share: Type.Number({ minimum: 0, maximum: 1, description: 'Share of requests answered 503.' }),
      },
      { additionalProperties: false },
    ),
  ],
  {
    description:
      'outage: connections break without an answer; slow: added delay; errors: a share is answered 503.',
  },
);
export type Fault = Static<typeof Fault>;

/** A timeline of faults; each runs from `startsAt + startMs` for `durationMs`. */
export const FaultTimeline = Type.Object(
  {
    startsAt: Type.Number({ minimum: 0, description: 'Epoch milliseconds.' }),
    faults: Type.Array(Fault, { maxItems: LIMITS.faults }),
  },
  { additionalProperties: false },
);
export type FaultTimeline = Static<typeof FaultTimeline>;
