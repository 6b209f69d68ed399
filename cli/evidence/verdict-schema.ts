import { z } from 'zod';
import { count, sha256 } from '../../fixtures/schema-fields.ts';
import { OPTIONAL_PARTS } from '../../scenarios/targets/parts.ts';
import { FORMAT_VERSIONS } from '../run-folder/format-versions.ts';
import { criterionLevel } from './criteria.ts';
import type { CriterionResult, ValidityCheck, Verdict, VerdictWord } from './types.ts';

export const bothLanguages = z
  .strictObject({ id: z.string(), en: z.string() })
  .describe('Bahasa Indonesia and English');

export const verdictWord = z.enum([
  'PASS',
  'FAIL',
  'INCONCLUSIVE',
  'INVALID',
]) satisfies z.ZodType<VerdictWord>;

const criterionResult = z.strictObject({
  name: z.string(),
  metric: z.string().describe('e.g. `uploads.latencyFromPlan.p95`'),
  operator: z.string().describe('e.g. `>=`'),
  expected: z.number().describe('In `unit`'),
  found: z
    .number()
    .nullable()
    .describe(
      'In `unit`; null: there was nothing to measure, or with result `fail`: it never came to an end, e.g. a recovery',
    ),
  unit: z.string().nullable(),
  samples: count,
  minimumSamples: count,
  result: z.enum(['pass', 'fail', 'no-samples']),
  level: criterionLevel,
  source: z.string().describe('Where the limit comes from, or `assumed: ...`'),
  title: bothLanguages,
}) satisfies z.ZodType<CriterionResult>;

const validityCheck = z.strictObject({
  name: z.string(),
  ok: z.boolean(),
  message: z.string().describe('English, with the figures'),
  explanation: bothLanguages.describe('The message in Bahasa Indonesia and English'),
  title: bothLanguages,
}) satisfies z.ZodType<ValidityCheck>;

/** verdict.json */
export const verdictSchema = z
  .strictObject({
    formatVersion: z.literal(FORMAT_VERSIONS.verdict),
    kind: z.literal('verdict'),
    runId: z.string(),
    judgedAt: z.iso.datetime().describe('UTC'),
    auditSha256: sha256.describe('SHA-256 (hex) of audit.json as it was judged'),
    journalSha256: sha256.describe(
      'SHA-256 (hex) of the journal as it was judged, its files joined in order',
    ),
    verdict: verdictWord,
    exercise: z
      .boolean()
      .describe('The run was an exercise (latihan): its verdict is never a certificate of readiness'),
    reasons: z.array(z.string()).describe('Why it is not a PASS; empty for a PASS. English'),
    validity: z.array(validityCheck).describe('Conditions under which the run counts at all'),
    criteriaName: z.string(),
    criteriaSha256: sha256.describe('SHA-256 (hex) of the criteria it was judged by'),
    criteria: z.array(criterionResult),
    limits: z
      .array(z.strictObject({ part: z.enum(OPTIONAL_PARTS), text: bothLanguages }))
      .describe('What could not be judged, because the adapter lacks the part of the target'),
  })
  .describe('verdict.json: a run judged by its criteria.') satisfies z.ZodType<Verdict>;
