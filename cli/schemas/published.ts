import { z } from 'zod';
import { documentProfileSchema } from '../../fixtures/documents/profile-schema.ts';
import { accountSchema, tpsSchema } from '../../fixtures/plan/line-schemas.ts';
import { photoIndexSchema, planSchema } from '../../fixtures/plan/schema.ts';
import { planShardSchema } from '../../fixtures/plan/shard-schema.ts';
import { PLAN_FORMAT_VERSION } from '../../fixtures/plan/types.ts';
import { plenoLineSchema } from '../../fixtures/pleno/schema.ts';
import { PROFILE_FORMAT_VERSION } from '../../fixtures/regions/profile.ts';
import { profileSchema } from '../../fixtures/regions/profile-schema.ts';
import { authorisationSchema, permissionSchema } from '../authorisation/schema.ts';
import { auditSchema } from '../evidence/audit-schema.ts';
import { comparisonSchema } from '../evidence/comparison-schema.ts';
import { criteriaSchema } from '../evidence/criteria.ts';
import { journalLineSchema } from '../evidence/journal-schema.ts';
import { verdictSchema } from '../evidence/verdict-schema.ts';
import { reportSchema } from '../report/json-schema.ts';
import { FORMAT_VERSIONS } from '../run-folder/format-versions.ts';
import { readbackSchema, resourceSchema, retestSchema, runRecordSchema } from '../run-folder/schema.ts';
import { targetCheckSchema } from '../targets/check/check-schema.ts';

/** Every file format, by the name its schema is published under. Of an NDJSON file it is the schema of one line. */
const FORMATS = {
  plan: planSchema,
  'plan-shard': planShardSchema,
  tps: tpsSchema,
  accounts: accountSchema,
  'photos.index': photoIndexSchema,
  pleno: plenoLineSchema,
  region: profileSchema,
  'document-profile': documentProfileSchema,
  run: runRecordSchema,
  retest: retestSchema,
  journal: journalLineSchema,
  resources: resourceSchema,
  authorisation: authorisationSchema,
  'authorisation.run': permissionSchema,
  'target-check': targetCheckSchema,
  readback: readbackSchema,
  criteria: criteriaSchema,
  audit: auditSchema,
  verdict: verdictSchema,
  report: reportSchema,
  comparison: comparisonSchema,
} as const;

/** Versions other than 1. The lines of a plan have that of their plan. */
const VERSIONS: Partial<Record<keyof typeof FORMATS, number>> = {
  ...FORMAT_VERSIONS,
  tps: PLAN_FORMAT_VERSION,
  accounts: PLAN_FORMAT_VERSION,
  region: PROFILE_FORMAT_VERSION,
};

export type FormatName = keyof typeof FORMATS;

/** JSON Schema (draft 2020-12) of a format, as it is published in docs/schemas. */
export function jsonSchemaOf(name: FormatName): object {
  const schema = z.toJSONSchema(FORMATS[name], {
    override: ({ jsonSchema }) => {
      // Says nothing beyond `format` and nothing about the data.
      if (jsonSchema.format === 'date-time') delete jsonSchema.pattern;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
    },
  });
  const { $schema, ...rest } = schema;
  return { $schema, $id: `urn:sirekap-uji-beban:${name}:${VERSIONS[name] ?? 1}`, ...rest };
}

/** Every published schema: file name in docs/schemas and content. */
export function schemaFiles(): { file: string; content: string }[] {
  return (Object.keys(FORMATS) as FormatName[]).map((name) => ({
    file: `${name}.schema.json`,
    content: `${JSON.stringify(jsonSchemaOf(name), null, 2)}\n`,
  }));
}
