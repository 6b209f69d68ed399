import { type Static, type TSchema, Type } from 'typebox';

const strict = { additionalProperties: false } as const;

/** A value with where it comes from, marked as in a region profile: S, V, D, or A with `assumed: why`. */
const figure = <T extends TSchema>(value: T) =>
  Type.Union([
    Type.Object(
      {
        value,
        unit: Type.Optional(Type.String()),
        mark: Type.Enum(['S', 'V', 'D']),
        source: Type.String({ minLength: 1 }),
      },
      strict,
    ),
    Type.Object(
      {
        value,
        unit: Type.Optional(Type.String()),
        mark: Type.Literal('A'),
        source: Type.String({ pattern: '^assumed: .' }),
      },
      strict,
    ),
  ]);

const positive = figure(Type.Number({ exclusiveMinimum: 0 }));
const notNegative = figure(Type.Number({ minimum: 0 }));

const lognormal = Type.Object({ meanMs: positive, cv: positive }, strict);

const PresetFault = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 100 }),
    type: Type.Enum(['outage', 'slow', 'errors', 'slow-store', 'tokens-lost', 'dropped', 'partial']),
    /** Plan seconds after the first request. */
    atSecond: notNegative,
    untilSecond: positive,
    /** Real milliseconds. */
    delayMs: Type.Optional(notNegative),
    share: Type.Optional(notNegative),
    when: Type.Optional(Type.Enum(['request', 'answer', 'mid-answer'])),
    how: Type.Optional(Type.Enum(['short-body', 'half-json'])),
  },
  strict,
);

/** A named state of the system, for any plan: how far its demand exceeds the capacity, and what fails when. */
export const Preset = Type.Object(
  {
    formatVersion: Type.Literal(1),
    kind: Type.Literal('preset'),
    name: Type.String({ minLength: 1 }),
    about: Type.String({ minLength: 1 }),
    /** scrypt's N. */
    passwordCost: notNegative,
    capacity: Type.Object(
      {
        /** Whose demand the utilisation is meant of. */
        phase: Type.Enum(['login', 'upload', 'busiest']),
        /** Demand over capacity: 1 is just enough. */
        utilisation: positive,
        /** Lognormal, in real milliseconds. */
        service: Type.Object(
          { login: lognormal, list: lognormal, upload: lognormal, status: lognormal, read: lognormal },
          strict,
        ),
        /** Work that may wait, in seconds of all workers. */
        queueSecond: notNegative,
        queueTimeoutMs: positive,
        retryAfterSecond: positive,
      },
      strict,
    ),
    /** How C.Hasil is read; without, as `serve` reads it by default. */
    recognition: Type.Optional(
      Type.Object(
        {
          /** Share of the figures read right. */
          accuracy: figure(Type.Number({ minimum: 0, maximum: 1 })),
          /** Photos that come at the busiest over those that can be read: 1 is just enough. */
          utilisation: positive,
          /** Of one photo. */
          service: lognormal,
        },
        strict,
      ),
    ),
    timeline: Type.Array(PresetFault),
  },
  strict,
);
export type Preset = Static<typeof Preset>;
