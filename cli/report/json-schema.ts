import { z } from 'zod';
import { count } from '../../fixtures/schema-fields.ts';
import { auditSchema } from '../evidence/audit-schema.ts';
import { measurementsSchema } from '../evidence/measurements-schema.ts';
import { verdictSchema } from '../evidence/verdict-schema.ts';
import { FORMAT_VERSIONS } from '../run-folder/format-versions.ts';
import { runRecordSchema } from '../run-folder/schema.ts';
import type { ReportJson } from './json.ts';
import type { Disagreement } from './reading/agreement.ts';

const disagreement = z.strictObject({
  what: z.string().describe('Names the field as the JSON files do'),
  rows: z.number().describe('What its rows add up to'),
  total: z.number().describe('What it says'),
}) satisfies z.ZodType<Disagreement>;

/** report.json */
export const reportSchema = z
  .strictObject({
    formatVersion: z.literal(FORMAT_VERSIONS.report),
    kind: z.literal('report'),
    run: runRecordSchema.describe('run.json, without secrets'),
    audit: auditSchema
      .extend({
        findingsTotal: count.describe(
          'How many findings there are; `findings` holds the first 1000, audit.json all',
        ),
      })
      .describe('audit.json, with at most 1000 findings'),
    measurements: measurementsSchema,
    verdict: verdictSchema.describe('verdict.json'),
    disagreements: z
      .array(disagreement)
      .describe('Totals that are not what their rows add up to; empty in a sound report'),
  })
  .describe(
    'report.json: one file that says everything another program needs to show or compare a run.',
  ) satisfies z.ZodType<ReportJson>;
