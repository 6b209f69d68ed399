import { type Static, type TProperties, Type } from 'typebox';
import { LIMITS } from './limits.ts';

const strict = { additionalProperties: false } as const;
const fault = <Name extends string, Own extends TProperties>(type: Name, own: Own, description: string) =>
  Type.Object(
    {
      name: Type.String({ minLength: 1, maxLength: 100 }),
      startMs: Type.Number({ minimum: 0, description: 'Milliseconds after `startsAt`.' }),
      durationMs: Type.Number({ exclusiveMinimum: 0 }),
      type: Type.Literal(type),
      ...own,
    },
    { ...strict, description },
  );

const share = Type.Number({ minimum: 0, maximum: 1, description: 'Share of requests that suffer it.' });
const delayMs = Type.Number({
  minimum: 0,
  maximum: LIMITS.faultDelayMs,
  description: 'Added, in real milliseconds.',
});

export const Fault = Type.Union([
  fault('outage', {}, 'Connections break without an answer.'),
  fault('slow', { delayMs }, 'Every request is delayed before it is handled.'),
  fault('errors', { share }, 'A share of requests is answered 503.'),
  fault('slow-store', { delayMs }, 'Every commit is delayed, and with it the acknowledgement of an upload.'),
  fault(
    'tokens-lost',
    {},
    'At its start every token there is becomes invalid, for good: 401 until the account logs in again. Its duration only says how long it is shown as on.',
  ),
  fault(
    'dropped',
    {
      share,
      when: Type.Enum(['request', 'answer', 'mid-answer'], {
        description:
          'request: before it is handled; answer: handled, and nothing is answered; mid-answer: reset after half of the body.',
      }),
    },
    'A share of requests loses its connection.',
  ),
  fault(
    'partial',
    {
      share,
      how: Type.Enum(['short-body', 'half-json'], {
        description:
          'short-body: fewer bytes than Content-Length, then the end; half-json: a whole HTTP answer that holds half a document.',
      }),
    },
    'A share of answers is cut short.',
  ),
]);
export type Fault = Static<typeof Fault>;

/** A timeline of faults; each runs from `startsAt + startMs` for `durationMs`. */
export const FaultTimeline = Type.Object(
  {
    startsAt: Type.Union([Type.Number({ minimum: 0 }), Type.Null()], {
      description: 'Epoch milliseconds; null: the next request to the API.',
    }),
    faults: Type.Array(Fault, { maxItems: LIMITS.faults }),
  },
  strict,
);
export type FaultTimeline = Static<typeof FaultTimeline>;
