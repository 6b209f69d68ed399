import { z } from 'zod';
import { count } from '../../fixtures/schema-fields.ts';
import {
  type AttemptLine,
  type DisturbanceLine,
  type EndLine,
  type ErrorClass,
  type FormOutcome,
  JOURNAL_FORMAT_VERSION,
  type JournalLine,
  OPERATIONS,
  type Operation,
  type PhaseLine,
  type StartLine,
  type UploadPart,
} from '../../scenarios/journal-line.ts';

/**
 * The journal's lines for other programs to check. It stands here and not beside the types because k6 runs what lies in
 * `scenarios/` and knows no npm package; our own reader, `parse-journal-line.ts`, is written by hand for speed.
 */

export const operation = z.enum(OPERATIONS) satisfies z.ZodType<Operation>;

export const formOutcome = z
  .enum([
    'incomplete',
    'pending',
    'read',
    'unreadable',
    'wrong-sheet',
    'confirmed',
    'changed',
    'inconsistent',
  ])
  .describe(
    'incomplete: not every page is stored; pending: a photo waits to be read; read: its figures are there; unreadable: a photo shows no figures, which may be typed; wrong-sheet: a photo shows another sheet; confirmed; changed: something happened to it since the look; inconsistent: its figures break rules',
  ) satisfies z.ZodType<FormOutcome>;

export const errorClass = z
  .enum(['connection', 'timeout', 'rate-limited', 'unauthorised', 'http-4xx', 'http-5xx', 'bad-answer'])
  .describe(
    'connection: none, or it broke; timeout: the phone gave up; rate-limited: 429; unauthorised: 401 or 403; http-4xx, http-5xx: any other answer of that kind; bad-answer: a 2xx that does not say what the contract promises',
  ) satisfies z.ZodType<ErrorClass>;

const epochMs = z.number().positive().describe('Epoch milliseconds');

const uploadPart = z
  .strictObject({
    key: z.string().describe('Idempotency key'),
    sha256: z.string().describe('SHA-256 of the photo as planned and sent'),
    acknowledged: z.boolean().describe('The target said that it has it'),
    errorClass: errorClass.nullable(),
    errorCode: z.string().nullable(),
  })
  .meta({ id: 'UploadPart' }) satisfies z.ZodType<UploadPart>;

const attempt = z
  .strictObject({
    v: z.literal(JOURNAL_FORMAT_VERSION),
    kind: z.literal('attempt'),
    run: z.string().describe('Run id'),
    phase: z.string(),
    session: count.describe('0-based place of the session in its phase'),
    operation,
    plannedAt: epochMs.describe(
      'Epoch milliseconds at which the plan said the operation should start; the same for every attempt at it',
    ),
    startedAt: epochMs.describe('Epoch milliseconds at which this attempt was sent'),
    durationMs: z
      .number()
      .min(0)
      .describe('Milliseconds from sending to the end of the answer, connecting included'),
    account: z.string().describe('Username; empty where nobody logs in'),
    tps: z.string().nullable().describe('13 digits'),
    document: z.string().nullable().describe('Slug of the document type'),
    page: z.int().min(1).nullable().describe('1-based'),
    key: z.string().nullable().describe('Idempotency key of an upload, the same for every attempt at it'),
    attempt: z.int().min(1).describe('1-based'),
    final: z
      .boolean()
      .describe(
        'No further attempt at this operation follows; false also of a refused token, after which another follows if the account gets in again',
      ),
    status: count.describe('HTTP status, 0 where no answer came'),
    errorClass: errorClass.nullable(),
    errorCode: z.string().nullable().describe("The target's error code, or k6's"),
    bytes: count.describe('Bytes of the photo, 0 for other operations'),
    sha256: z.string().nullable().describe('SHA-256 (hex) of the photo as planned and sent'),
    acknowledged: z
      .boolean()
      .describe('The target said that it has it (uploads), or that it worked (others)'),
    complete: z.exactOptional(
      z.boolean().describe('The answer of `status` says that every document of the TPS is there'),
    ),
    step: z.exactOptional(
      count.describe(
        'Of a `read`: 0-based place of the file in its visit; of a pleno: 0-based place among the operations of its kind in its session',
      ),
    ),
    path: z.exactOptional(z.string().describe('Of a `read`: path of the file')),
    refresh: z.exactOptional(
      z.literal(true).describe('Of a `login`: with a refresh token in place of the password'),
    ),
    exchange: z.exactOptional(
      count.describe('Of a `manifest` or `batch`: 0-based exchange of a phone that was offline'),
    ),
    batch: z.exactOptional(count.describe('Of a `batch`: its 0-based place in the exchange')),
    parts: z.exactOptional(
      z
        .array(uploadPart)
        .describe(
          'Of a `batch` every upload that was sent, of a `manifest` those that are there or cannot be sent; each is an attempt at that upload',
        ),
    ),
    look: z.exactOptional(
      count.describe(
        'Of a `reading` or `confirm`: 0-based look at the form, from which its planned time follows',
      ),
    ),
    outcome: z.exactOptional(
      formOutcome
        .nullable()
        .describe('Of a `reading` or `confirm`: what the target said; null where the attempt failed'),
    ),
    corrected: z.exactOptional(
      count.describe(
        'Of a `confirm`: figures that were sent in place of what was read; of `pleno-save`: figures that are sent otherwise than the target knows them',
      ),
    ),
    despite: z.exactOptional(count.describe('Of a `confirm`: rules that the paper breaks, as it says')),
    kecamatan: z.exactOptional(z.string().describe('Of a pleno: code of the kecamatan that holds it')),
    form: z.exactOptional(z.string().describe('Of `pleno-look` and `pleno-save`: `TPS/election`')),
    link: z.exactOptional(
      z
        .string()
        .describe(
          'What it went over: good straight to the target, none no signal, else a bad link; missing where the run played no links',
        ),
    ),
  })
  .meta({
    id: 'AttemptLine',
    description: 'One attempt at one operation: one request that k6 really sent.',
  }) satisfies z.ZodType<AttemptLine>;

const phase = z
  .strictObject({
    v: z.literal(JOURNAL_FORMAT_VERSION),
    kind: z.literal('phase'),
    run: z.string().describe('Run id'),
    phase: z.string(),
    startedAt: epochMs.describe('Epoch milliseconds of plan second 0 of this phase'),
    count: count.describe('Sessions planned'),
  })
  .meta({
    id: 'PhaseLine',
    description: 'Written by the first session of a phase that starts.',
  }) satisfies z.ZodType<PhaseLine>;

const disturbance = z
  .strictObject({
    v: z.literal(JOURNAL_FORMAT_VERSION),
    kind: z.literal('disturbance'),
    run: z.string().describe('Run id'),
    name: z.string(),
    type: z.string(),
    startsAt: epochMs,
    endsAt: epochMs,
    accepted: z
      .boolean()
      .describe('Whether the target agreed to play it, or the links to it were really changed'),
    kecamatan: z.exactOptional(
      z.string().describe('Of the signal: whose phones, by the kecamatan from which they send'),
    ),
    link: z.exactOptional(z.string().describe('signal-weak: the link they had meanwhile')),
  })
  .meta({
    id: 'DisturbanceLine',
    description:
      'A disturbance that the run asked the target for, or one of the signal that it plays itself; of the latter a second line of the same name says when it really ended.',
  }) satisfies z.ZodType<DisturbanceLine>;

const end = z
  .strictObject({
    v: z.literal(JOURNAL_FORMAT_VERSION),
    kind: z.literal('end'),
    run: z.string().describe('Run id'),
    at: epochMs.describe('Epoch milliseconds at which it was noticed; the earliest is when k6 stopped'),
  })
  .meta({
    id: 'EndLine',
    description: 'k6 has stopped: of each session that it cut short, and of a breakpoint after the last.',
  }) satisfies z.ZodType<EndLine>;

const start = z
  .strictObject({
    v: z.literal(JOURNAL_FORMAT_VERSION),
    kind: z.literal('start'),
    run: z.string().describe('Run id'),
    phase: z.string(),
    session: count.describe('0-based place of the session in its phase'),
    at: epochMs,
  })
  .meta({
    id: 'StartLine',
    description:
      'A session of a breakpoint has started. Its first request may be under way when k6 stops, and then has no line of its own.',
  }) satisfies z.ZodType<StartLine>;

/** A line of journal.ndjson. */
export const journalLineSchema = z
  .discriminatedUnion('kind', [attempt, phase, disturbance, start, end])
  .describe(
    'A line of journal.ndjson, written by k6 while it runs. A journal of a run that was killed may end within a line.',
  ) satisfies z.ZodType<JournalLine>;
