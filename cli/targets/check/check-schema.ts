import { z } from 'zod';
import type { CheckStep } from '../../../scenarios/target-tasks/check-step.ts';
import { OPTIONAL_PARTS } from '../../../scenarios/targets/parts.ts';
import type { TargetCheck } from './check-target.ts';

const step = z.strictObject({
  name: z.string(),
  call: z.string().describe("The adapter's method"),
  expected: z.string(),
  result: z
    .enum(['kept', 'broken', 'skipped', 'not-reached'])
    .describe('skipped: the adapter lacks the part; not-reached: a step that this one needs was broken'),
  came: z.string(),
  status: z.int().nullable().describe('HTTP status, 0 without an answer; null where nothing was called'),
  durationMs: z.number().nullable(),
}) satisfies z.ZodType<CheckStep>;

/** What `target check --json` prints. */
export const targetCheckSchema = z
  .strictObject({
    kind: z.literal('target-check'),
    formatVersion: z.literal(1),
    url: z.string(),
    adapter: z.string(),
    runId: z.string().describe('Tags every idempotency key of the check'),
    checkedAt: z.iso.datetime().describe('UTC'),
    kept: z.boolean().describe('No step was broken or could not be reached'),
    steps: z.array(step),
    limits: z
      .array(
        z.strictObject({
          part: z.enum(OPTIONAL_PARTS),
          text: z.strictObject({ id: z.string(), en: z.string() }),
        }),
      )
      .describe('What runs against this target cannot judge'),
  })
  .describe(
    'What `target check --json` prints: the contract, step by step.',
  ) satisfies z.ZodType<TargetCheck>;
