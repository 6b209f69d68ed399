import { z } from 'zod';
import { count, sha256 } from '../../fixtures/schema-fields.ts';
import { flowName, round, runPart, workloadName } from '../run-folder/schema.ts';
import { findingSchema, outcome } from './audit-schema.ts';
import type {
  Change,
  ComparedRun,
  Comparison,
  Fate,
  LoginFate,
  MetricComparison,
} from './comparison-types.ts';
import { bothLanguages, verdictWord } from './verdict-schema.ts';

const comparedRun = z
  .strictObject({
    runId: z.string(),
    workload: workloadName,
    flow: flowName,
    readers: z.boolean().describe('Readers of the published results went beside the uploads'),
    part: runPart,
    round,
    startedAt: z.iso.datetime().describe('UTC'),
    speed: z.number().positive().describe('Time compression: plan seconds per real second'),
    verdict: verdictWord,
    exercise: z.boolean(),
    planSha256: sha256.describe('SHA-256 (hex) of plan.json'),
    software: z.string().nullable().describe('Name and version the target gave itself'),
  })
  .meta({ id: 'ComparedRun' }) satisfies z.ZodType<ComparedRun>;

const change = z
  .enum(['better', 'worse', 'same', 'within-noise', 'unknown'])
  .describe(
    'better, worse: beyond what noise explains; within-noise: a difference that one pair of runs cannot prove; unknown: not assessed, since one of the two has no samples or is INVALID, or only one was disturbed',
  ) satisfies z.ZodType<Change>;

const figure = z
  .number()
  .nullable()
  .describe('In `unit`; null without samples, or where it never came to an end');

const metric = z.strictObject({
  metric: z.string().describe('As in criteria, e.g. `uploads.latencyFromPlan.p95`'),
  unit: z.string(),
  first: figure,
  second: figure,
  firstSamples: count,
  secondSamples: count,
  difference: z.number().nullable().describe('second - first, in `unit`'),
  ratio: z.number().nullable().describe('second / first; null where first is 0'),
  change,
  noise: z
    .string()
    .nullable()
    .describe(
      'How small a difference would still be noise and why; null where every difference is real. English',
    ),
}) satisfies z.ZodType<MetricComparison>;

const fate = z.strictObject({
  tps: z.string().describe('13 digits'),
  document: z.string().describe('Slug of the document type'),
  page: z.int().describe('1-based'),
  first: outcome.describe('In the first run'),
  retest: outcome.nullable().describe("In the second run's re-test; null where it was not tested there"),
  main: outcome.nullable().describe("In the second run's main phase; null where it was not tested there"),
}) satisfies z.ZodType<Fate>;

const loginFate = z.strictObject({
  account: z.string().describe('Username'),
  first: z
    .enum(['never', 'given-up'])
    .describe('In the first run: it never got in, or gave up a login of a login phase and got in later'),
  retest: z
    .boolean()
    .nullable()
    .describe("Whether it got in in the second run's re-test; null where it was not tested there"),
  main: z
    .boolean()
    .nullable()
    .describe("Whether it got in in the second run's login phase; null where it was not tested there"),
}) satisfies z.ZodType<LoginFate>;

/** comparison.json */
export const comparisonSchema = z
  .strictObject({
    formatVersion: z.literal(1),
    kind: z.literal('comparison'),
    first: comparedRun,
    second: comparedRun,
    samePlan: z.boolean().describe('Both ran the same plan.json'),
    comparable: z
      .boolean()
      .describe(
        'Neither run is INVALID, and both are the same flow, workload and part; otherwise the figures stand there but no change is claimed',
      ),
    notes: z.array(bothLanguages).describe('What a reader must know before believing a difference'),
    metrics: z.array(metric),
    fates: z.array(fate).describe('Every upload that failed in the first run; empty when the plans differ'),
    loginFates: z
      .array(loginFate)
      .describe('Every login that was given up in the first run; empty when the plans differ'),
    newFailures: z
      .array(findingSchema)
      .describe("The second run's findings at what had not failed in the first"),
  })
  .describe('comparison.json: two runs side by side.') satisfies z.ZodType<Comparison>;
