import { z } from 'zod';
import { figure, planSchema } from '../../fixtures/plan/schema.ts';
import { count, sha256, tpsCode, weakLink } from '../../fixtures/schema-fields.ts';
import { FLOW_NAMES, type FlowName } from '../../scenarios/flows/catalog.ts';
import { OPTIONAL_PARTS } from '../../scenarios/targets/parts.ts';
import { WORKLOAD_NAMES, type WorkloadName } from '../../scenarios/workloads/phase.ts';
import { permissionSchema } from '../authorisation/schema.ts';
import { FORMAT_VERSIONS } from './format-versions.ts';
import type {
  ReadbackHeader,
  ReadbackSum,
  ResourceSample,
  RetestLogin,
  RetestTps,
  RunPart,
  RunRecord,
  SignalRecord,
  StoredUpload,
} from './types.ts';

const moment = z.iso.datetime();

export const workloadName = z.enum(WORKLOAD_NAMES) satisfies z.ZodType<WorkloadName>;

export const flowName = z
  .enum(FLOW_NAMES as [FlowName, ...FlowName[]])
  .describe('Who did what') satisfies z.ZodType<FlowName>;

export const runPart = z
  .strictObject({
    codes: z
      .array(z.string())
      .describe('Codes of kecamatan (6 digits), kelurahan (10) and TPS (13), none inside another'),
    areas: z.array(
      z.strictObject({
        level: z.enum(['kecamatan', 'kelurahan', 'tps']),
        code: z.string(),
        name: z.string(),
      }),
    ),
    tps: count.describe('Number of TPS in it'),
    accounts: count.describe('Number of accounts whose scope lies in it'),
  })
  .nullable()
  .describe('The part of the plan that was asked; null: all of it') satisfies z.ZodType<RunPart | null>;

export const round = z
  .union([z.literal(1), z.literal(2)])
  .nullable()
  .describe('null for a workload that is no round');

const target = z.strictObject({
  url: z.string(),
  adapter: z.string().describe('Which API the target speaks'),
  adapterFile: z.string().nullable().describe("File of the adapter, null for one of the toolkit's own"),
  missingParts: z
    .array(z.enum(OPTIONAL_PARTS))
    .describe('Optional parts of a target that the adapter lacks: what cannot be judged'),
  software: z.string().nullable().describe('Name and version the target gave itself, null where it did not'),
  simulator: z
    .boolean()
    .describe("The target said that it is a simulator, or stands on the generator's own machine"),
  store: z
    .string()
    .nullable()
    .describe('What its store called itself at the start, null where it did not say'),
  clockSkewMs: z
    .number()
    .nullable()
    .describe("Target's clock minus ours at the start in ms, null where it gave no date"),
});

const plan = z.strictObject({
  path: z.string().describe('Folder the plan was read from'),
  sha256: sha256.describe('SHA-256 (hex) of plan.json'),
  region: z.string(),
  seed: count,
  counts: planSchema.shape.counts,
});

const machine = z.strictObject({
  cpus: z.int().min(1).describe('Logical processors'),
  cpuModel: z.string(),
  memoryBytes: count,
  platform: z.string(),
});

const authorisation = permissionSchema
  .omit({ formatVersion: true, kind: true })
  .extend({
    file: z.string().describe('Path of the authorisation file as it was given'),
    sha256: sha256.describe('SHA-256 (hex) of that file'),
    readBackUntil: moment.describe('Until when results may be read back, UTC'),
    planned: z
      .strictObject({ requestsPerSecond: z.number(), accounts: count })
      .describe('What the plan asks for at most at this speed'),
    observed: z
      .strictObject({
        requestsPerSecond: z.number().describe('Highest mean of two seconds'),
        accounts: count,
        firstAt: moment.nullable(),
        lastAt: moment.nullable(),
      })
      .nullable()
      .describe('What the journal told while the run went on; null until it ends'),
  })
  .describe('The authorisation the run was made under, and what became of it');

const stop = z
  .strictObject({
    cause: z.enum(['file', 'key', 'failures', 'window', 'rate', 'accounts']),
    by: z.string().describe('A person, or the authorisation or option that asks for it'),
    reason: z.string().nullable(),
    at: moment.describe('When it was noticed, UTC'),
    endedAt: moment.describe('When k6 was gone, UTC'),
  })
  .describe('Who or what stopped the run before its end');
const signal = z
  .strictObject({
    off: z
      .enum(['asked', 'workload', 'no-toxiproxy', 'no-room'])
      .nullable()
      .describe(
        'Why no bad links were played: asked by --signal off; workload: it is not round 2 or uploads nothing, and nobody asked; no-toxiproxy: there is none; no-room: a proxy or an IPv6 address leads past them; null: they were',
      ),
    override: weakLink.nullable().describe('The link of every TPS, whatever the plan says'),
    toxiproxy: z.string().nullable().describe('Version'),
    tps: z
      .strictObject({ good: count, none: count, edge: count, '3g': count, '4g-congested': count })
      .nullable()
      .describe('Number of TPS by the link over which they were to go; null where none were played'),
    disturbances: z
      .array(z.string())
      .describe("Names of the plan's disturbances of the signal that were to be played"),
    figures: z.array(figure).describe('Figures of the links that were played'),
  })
  .describe(
    'Whether bad links were played between k6 and the target, and which',
  ) satisfies z.ZodType<SignalRecord>;

/** run.json */
export const runRecordSchema = z
  .strictObject({
    formatVersion: z.literal(FORMAT_VERSIONS.run),
    kind: z.literal('run'),
    runId: z.string(),
    workload: workloadName,
    flow: flowName,
    readers: z.boolean().describe('Readers of the published results went beside the uploads of a round'),
    part: runPart,
    round,
    speed: z.number().positive().describe('Time compression: plan seconds per real second'),
    startedAt: moment.describe('UTC'),
    endedAt: moment.nullable().describe('UTC'),
    state: z
      .enum(['running', 'finished', 'interrupted', 'stopped', 'failed'])
      .describe('`running` in a folder whose process is gone means that it was killed'),
    stateReason: z.string().nullable(),
    stop: stop.nullable(),
    target,
    exercise: z
      .boolean()
      .describe('A run against a simulator is an exercise (latihan), never a certificate of readiness'),
    authorisation: authorisation
      .nullable()
      .describe('null where load went to loopback without an authorisation'),
    credentials: z
      .enum(['plan', 'secrets-file', 'environment'])
      .describe('Where the passwords came from; none of them stands anywhere in a run folder'),
    plan,
    scripts: z
      .record(z.string(), sha256)
      .describe('SHA-256 (hex) of every script k6 was given, by path in the project'),
    toolkit: z.strictObject({ name: z.string(), version: z.string() }),
    k6: z.strictObject({
      path: z.string(),
      version: z.string().describe('The line that `k6 version` prints'),
      arguments: z.array(z.string()),
      exitCode: z.int().nullable().describe('null until it ends, and when a signal killed it'),
    }),
    node: z.string(),
    machine: machine.describe('Where the generator ran'),
    effectiveOptions: z.unknown().describe('Options as k6 itself derived them (`k6 inspect`)'),
    criteria: z
      .strictObject({ name: z.string(), sha256: sha256.describe('SHA-256 (hex) of criteria.yaml') })
      .describe('Fixed before the start'),
    after: z
      .strictObject({
        runId: z.string(),
        retest: count.describe('Number of TPS to test again'),
        logins: count.describe('Number of accounts that are to log in again'),
      })
      .nullable()
      .describe('The run whose failures were re-tested first'),
    signal: z.exactOptional(signal),
  })
  .describe(
    'run.json: who ran what, when, against what, with what. Written at the start, completed at the end.',
  ) satisfies z.ZodType<RunRecord>;

const retestTps = z.strictObject({
  tps: tpsCode,
  documents: z
    .array(
      z.strictObject({
        type: z.string(),
        page: z.int().min(1).describe('1-based'),
        outcome: z.string().describe('What became of it in the earlier run'),
      }),
    )
    .describe('Those that were not safely stored; all documents of the TPS are uploaded again'),
});

/** A line of retest.ndjson. */
export const retestSchema = z
  .union([retestTps, z.strictObject({ account: z.string().describe('Username') })])
  .describe(
    'A line of retest.ndjson: an account that gave up a login in the earlier run, or a TPS that failed there, with why. Accounts come first, TPS are in order of `tps`.',
  ) satisfies z.ZodType<RetestTps | RetestLogin>;

/** A line of resources.ndjson. */
export const resourceSchema = z
  .strictObject({
    at: z.number().describe('Epoch milliseconds'),
    cpuPercent: z.number().min(0).describe('CPU of k6 in percent of one core'),
    rssBytes: count.describe('Resident memory of k6 in bytes'),
  })
  .describe(
    "A line of resources.ndjson: the generator's own use of the machine, about once a second.",
  ) satisfies z.ZodType<ResourceSample>;

/** The first line of readback.ndjson. */
export const readbackHeaderSchema = z
  .strictObject({
    kind: z.literal('readback'),
    formatVersion: z.literal(1),
    source: z.string().describe('URL it was read from'),
    fetchedAt: moment.describe('UTC'),
    store: z.exactOptional(
      z
        .string()
        .nullable()
        .describe('What the target’s store called itself; null or missing where it did not say'),
    ),
    complete: z
      .boolean()
      .describe('false: the target was not read to the end, so what is missing may still be there'),
  })
  .meta({ id: 'ReadbackHeader', description: 'The first line.' }) satisfies z.ZodType<ReadbackHeader>;

/** Lines of readback.ndjson after the uploads, of a run that held plenaries. */
export const readbackSumSchema = z
  .strictObject({
    kind: z.literal('sum'),
    kecamatan: z.string().describe('6 digits'),
    election: z.string().describe('Slug of the election'),
    finalised: z.boolean().describe('Its pleno is finalised or published'),
    published: z.boolean(),
    tps: count.describe('TPS in the sums'),
    figures: z.record(z.string(), count).describe('Sums by field of C.Hasil'),
  })
  .meta({
    id: 'ReadbackSum',
    description: 'What the target sums up of one kecamatan and one election, after the uploads.',
  }) satisfies z.ZodType<ReadbackSum>;

/** Every further line of readback.ndjson. */
export const storedUploadSchema = z
  .strictObject({
    key: z.string().describe('Idempotency key: `<run>.<take>.<tps>.<document>.<page>`'),
    tps: z.string(),
    document: z.string(),
    page: z.int().describe('1-based'),
    sha256: z.string().describe('SHA-256 (hex) as the target gives it'),
    bytes: z.int().describe('As the target gives it'),
    storedAt: z.string().describe("ISO 8601, the target's clock"),
  })
  .meta({
    id: 'StoredUpload',
    description: 'Every further line: one upload as the target says it has it.',
  }) satisfies z.ZodType<StoredUpload>;

/** Any line of readback.ndjson. */
export const readbackSchema = z
  .union([readbackHeaderSchema, storedUploadSchema, readbackSumSchema])
  .describe(
    'A line of readback.ndjson: a header, then what the target gave back, upload by upload, then the sums of its plenaries.',
  );
