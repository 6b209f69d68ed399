import { z } from 'zod';
import { MISTAKE_KINDS } from '../../fixtures/plan/types.ts';
import { count, sha256 } from '../../fixtures/schema-fields.ts';
import { FORMAT_VERSIONS } from '../run-folder/format-versions.ts';
import type {
  AreaCount,
  Audit,
  Finding,
  FormCounts,
  MistakeCount,
  Outcome,
  PlanCopy,
  PlanDisagreement,
  TpsCount,
} from './types.ts';

const moment = z.iso.datetime();

export const outcome = z
  .enum(['stored', 'lost', 'altered', 'duplicated', 'unacknowledged'])
  .describe('What became of one planned upload; exactly one holds for each') satisfies z.ZodType<Outcome>;

export const findingSchema = z
  .strictObject({
    code: z.enum([
      'LOST',
      'ALTERED',
      'DUPLICATED',
      'UNACKNOWLEDGED',
      'STORED_UNACKNOWLEDGED',
      'NOT_ASKED',
      'UNEXPECTED',
      'LOGIN_FAILED',
      'PLENO_DIFFERS',
      'PLENO_MISSING',
      'LOGIN_GIVEN_UP',
      'UNCONFIRMED',
    ]),
    phase: z.string().nullable(),
    tps: z.string().nullable().describe('13 digits'),
    document: z.string().nullable().describe('Slug of the document type'),
    page: z.int().nullable().describe('1-based'),
    account: z.string().nullable().describe('Username'),
    key: z.string().nullable().describe('Idempotency key'),
    message: z.string().describe('English, one sentence'),
  })
  .meta({
    id: 'Finding',
    description: 'A single discrepancy; each is listed, never batched.',
  }) satisfies z.ZodType<Finding>;

const tpsCount = z
  .strictObject({
    planned: count.describe('TPS that the phase `upload` was to upload'),
    complete: count.describe('TPS of which every upload is stored'),
  })
  .meta({ id: 'TpsCount', description: 'Number of TPS.' }) satisfies z.ZodType<TpsCount>;

const mistake = z
  .strictObject({
    kind: z.enum(MISTAKE_KINDS),
    planned: count.describe('TPS of the phase `upload` that have it'),
    carried: z.boolean().describe('Whether an upload shows it; photos of a pool carry no figures'),
    met: count
      .nullable()
      .describe(
        'Of the planned: those whose upload the target has once with the planned bytes; null where no upload shows it',
      ),
  })
  .meta({ id: 'MistakeCount' }) satisfies z.ZodType<MistakeCount>;

const formCounts = z
  .strictObject({
    planned: count,
    wrongSheet: count.describe('Of the planned: the plan has a page of it photographed from another sheet'),
    read: count.describe('A look found a reading, or that the photo must be typed'),
    confirmed: count,
    confirmedOfWrongSheet: count.describe(
      'Of the confirmed: the plan has a page of it photographed from another sheet',
    ),
    atFirstLook: count.describe('Of the confirmed: with what was seen at the first look'),
    asRead: count.describe('Of the confirmed: every figure as it was read'),
    corrected: count.describe('Of the confirmed: with figures corrected'),
    despite: count.describe('Of the confirmed: although its figures break rules, because the paper does'),
    figuresCorrected: count.describe('Figures sent in place of what was read, over all confirmed forms'),
  })
  .meta({ id: 'FormCounts', description: 'Number of C.Hasil.' }) satisfies z.ZodType<FormCounts>;

const area = z
  .strictObject({
    code: z.string(),
    name: z.string(),
    tps: tpsCount,
    uploads: z.strictObject({ planned: count, stored: count }).describe('Number of uploads'),
  })
  .meta({ id: 'AreaCount' }) satisfies z.ZodType<AreaCount>;

const planCopy = z.strictObject({
  file: z.string(),
  expected: sha256.nullable().describe('SHA-256 (hex) recorded of it; null: nowhere'),
  found: sha256.describe('SHA-256 (hex) it has'),
}) satisfies z.ZodType<PlanCopy>;

const planDisagreement = z.strictObject({
  what: z.string().describe('Dotted path in plan.json, e.g. `mistakes.blurred`'),
  stated: count.describe('What plan.json says'),
  counted: count.describe('What its lines add up to'),
}) satisfies z.ZodType<PlanDisagreement>;

/** audit.json */
export const auditSchema = z
  .strictObject({
    formatVersion: z.literal(FORMAT_VERSIONS.audit),
    kind: z.literal('audit'),
    runId: z.string(),
    auditedAt: moment.describe('UTC'),
    planned: count.describe('Uploads the plan asks for'),
    stored: count.describe('Uploads acknowledged and stored once, unaltered'),
    lost: count.describe('Uploads acknowledged, but not there'),
    altered: count.describe('Uploads acknowledged, but stored with other bytes'),
    duplicated: count.describe('Uploads stored more than once'),
    unacknowledged: count.describe('Uploads never acknowledged'),
    notAsked: count.describe('Uploads; of the unacknowledged: never attempted at all'),
    notAskedWithoutLogin: count.describe(
      "Uploads; of those not asked: the target refused the session's login, so that nothing could be asked",
    ),
    storedUnacknowledged: count.describe('Uploads; of the unacknowledged: the target has them all the same'),
    unexpected: count.describe("Uploads in the read-back under this run's keys, but in no plan"),
    tps: tpsCount,
    ways: z
      .strictObject({ online: tpsCount, offline: tpsCount, 'offline-online': tpsCount, kecamatan: tpsCount })
      .describe('TPS by way of submission'),
    weakSignal: tpsCount.describe('TPS with weak signal'),
    specialTps: tpsCount.describe('TPS at special locations'),
    mistakes: z.array(mistake).describe('Every kind of planned mistake, in the order of the plan’s types'),
    accounts: z.strictObject({ handedOut: count, used: count }).describe('Number of accounts'),
    forms: z.exactOptional(
      formCounts.describe('C.Hasil that were to be confirmed; only where the flow confirms'),
    ),
    areas: z.strictObject({ region: area, kecamatan: z.array(area), kelurahan: z.array(area) }),
    levelsAgree: z.boolean().describe('The sums agree from level to level'),
    phases: z
      .record(z.string(), z.strictObject({ planned: count, stored: count }))
      .describe('Number of uploads, by phase'),
    pleno: z
      .strictObject({
        planned: count,
        read: z.boolean().describe('The target gave any sums at all'),
        summed: count.describe('Of the planned: finalised, with every TPS in the sums of every election'),
        equal: count.describe("Of the summed: every sum of every election is the plan's"),
      })
      .nullable()
      .describe('Number of kecamatan that held a pleno; null where none was planned'),
    readback: z.strictObject({
      source: z.string().describe('URL it was read from'),
      fetchedAt: moment.describe('UTC'),
      store: z
        .string()
        .nullable()
        .describe('What the target’s store called itself then, null where it did not say'),
      sameStore: z
        .boolean()
        .nullable()
        .describe('Whether the run was sent to that store, null where it is not known'),
      uploads: count.describe('Number of uploads read back'),
      sha256: sha256.describe('SHA-256 (hex) of readback.ndjson as it was audited'),
    }),
    journal: z.strictObject({
      lines: count,
      attempts: count,
      malformed: count.describe('Lines that are none of this run’s journal'),
      truncated: z.boolean().describe('It ends within a line, as after a crash'),
      unplanned: count.describe('Attempts at something the plan asks nobody to do'),
      lastAt: z
        .number()
        .nullable()
        .describe('Epoch ms of the last answer or phase start it tells of; null where it tells of none'),
      sha256: sha256.describe('SHA-256 (hex) of the journal files joined in order'),
    }),
    plan: z.strictObject({
      sha256: sha256.describe('SHA-256 (hex) of plan.json as it lies in the run folder'),
      copies: z.array(planCopy).describe("The folder's files of the plan against what the run recorded"),
      disagreements: z
        .array(planDisagreement)
        .describe('Totals of plan.json that its lines do not add up to; empty in a sound plan'),
    }),
    retest: z
      .strictObject({
        recorded: count.describe("run.json's number"),
        found: count.describe("retest.ndjson's number"),
        logins: z
          .strictObject({
            recorded: count.describe("run.json's number"),
            accounts: z.array(z.string()).describe("retest.ndjson's"),
          })
          .describe('Accounts that gave up a login in the earlier run'),
      })
      .describe('Number of TPS of the earlier run that were to be tested again first, and its failed logins'),
    findings: z.array(findingSchema),
  })
  .describe(
    'audit.json: what became of every planned upload. Counted in uploads: one page of one document in one phase.',
  ) satisfies z.ZodType<Audit>;
