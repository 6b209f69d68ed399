import { type Static, Type } from 'typebox';
import { LIMITS } from './limits.ts';

const mean = {
  meanMs: Type.Number({
    exclusiveMinimum: 0,
    maximum: LIMITS.faultDelayMs,
    description: 'Mean, in real milliseconds.',
  }),
};

export const ServiceTime = Type.Union(
  [
    Type.Object({ distribution: Type.Literal('constant'), ...mean }, { additionalProperties: false }),
    Type.Object({ distribution: Type.Literal('exponential'), ...mean }, { additionalProperties: false }),
    Type.Object(
      {
        distribution: Type.Literal('lognormal'),
        ...mean,
        cv: Type.Number({ exclusiveMinimum: 0, maximum: 10, description: 'Standard deviation over mean.' }),
      },
      { additionalProperties: false },
    ),
  ],
  { description: 'How long one request of an operation occupies a worker.' },
);
export type ServiceTime = Static<typeof ServiceTime>;

/** Operations that have a service time of their own; what is none of the others is a read, or a write like an upload. */
export const OPERATIONS = ['login', 'list', 'upload', 'status', 'read'] as const;
export type Operation = (typeof OPERATIONS)[number];

/** A queueing station before the routes of the API: so many workers, so long a queue, so patient. */
export const Capacity = Type.Object(
  {
    workers: Type.Integer({ minimum: 1, maximum: 10_000, description: 'Requests in service at once.' }),
    service: Type.Object(
      {
        login: ServiceTime,
        list: ServiceTime,
        upload: ServiceTime,
        status: ServiceTime,
        read: ServiceTime,
      },
      { additionalProperties: false },
    ),
    queue: Type.Integer({
      minimum: 0,
      maximum: 1_000_000,
      description:
        'Requests that may wait for a worker; one more is answered 503 OVERLOADED with Retry-After.',
    }),
    queueTimeoutMs: Type.Union(
      [Type.Number({ exclusiveMinimum: 0, maximum: LIMITS.faultDelayMs }), Type.Null()],
      {
        description:
          'Real milliseconds after which a waiting request is answered 504 QUEUE_TIMEOUT; null: never.',
      },
    ),
    retryAfterSecond: Type.Integer({ minimum: 1, maximum: 3600, description: 'What Retry-After says.' }),
    connections: Type.Union([Type.Integer({ minimum: 1, maximum: 1_000_000 }), Type.Null()], {
      description:
        'Connections of the whole server, its metrics and health included; one more is closed at once. Null: no limit.',
    }),
    seed: Type.Integer({ minimum: 0, description: 'Of the random streams, one an operation.' }),
  },
  { additionalProperties: false },
);
export type Capacity = Static<typeof Capacity>;
