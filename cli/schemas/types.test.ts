import { expectTypeOf, it } from 'vitest';
import type { z } from 'zod';
import type { DocumentProfile } from '../../fixtures/documents/profile.ts';
import type { documentProfileSchema } from '../../fixtures/documents/profile-schema.ts';
import type { accountSchema, tpsSchema } from '../../fixtures/plan/line-schemas.ts';
import type { photoIndexSchema, planSchema } from '../../fixtures/plan/schema.ts';
import type { PhotoIndex, Plan, PlannedAccount, PlannedTps } from '../../fixtures/plan/types.ts';
import type { ProfileFile } from '../../fixtures/regions/profile.ts';
import type { profileSchema } from '../../fixtures/regions/profile-schema.ts';
import type { JournalLine } from '../../scenarios/journal-line.ts';
import type { auditSchema } from '../evidence/audit-schema.ts';
import type { comparisonSchema } from '../evidence/comparison-schema.ts';
import type { Comparison } from '../evidence/comparison-types.ts';
import type { journalLineSchema } from '../evidence/journal-schema.ts';
import type { measurementsSchema } from '../evidence/measurements-schema.ts';
import type { Audit, Measurements, Verdict } from '../evidence/types.ts';
import type { verdictSchema } from '../evidence/verdict-schema.ts';
import type { ReportJson } from '../report/json.ts';
import type { reportSchema } from '../report/json-schema.ts';
import type {
  readbackHeaderSchema,
  readbackSumSchema,
  resourceSchema,
  retestSchema,
  runRecordSchema,
  storedUploadSchema,
} from '../run-folder/schema.ts';
import type {
  ReadbackHeader,
  ReadbackSum,
  ResourceSample,
  RetestLogin,
  RetestTps,
  RunRecord,
  StoredUpload,
} from '../run-folder/types.ts';

// Nothing happens here at run time: `tsc` refuses this file when a schema and its type differ in either direction.
it('every schema describes exactly its type', () => {
  expectTypeOf<z.infer<typeof planSchema>>().toEqualTypeOf<Plan>();
  expectTypeOf<z.infer<typeof tpsSchema>>().toEqualTypeOf<PlannedTps>();
  expectTypeOf<z.infer<typeof accountSchema>>().toEqualTypeOf<PlannedAccount>();
  expectTypeOf<z.infer<typeof photoIndexSchema>>().toEqualTypeOf<PhotoIndex>();
  expectTypeOf<z.infer<typeof profileSchema>>().toEqualTypeOf<ProfileFile>();
  expectTypeOf<z.infer<typeof documentProfileSchema>>().toEqualTypeOf<DocumentProfile>();
  expectTypeOf<z.infer<typeof runRecordSchema>>().toEqualTypeOf<RunRecord>();
  expectTypeOf<z.infer<typeof retestSchema>>().toEqualTypeOf<RetestTps | RetestLogin>();
  expectTypeOf<z.infer<typeof journalLineSchema>>().toEqualTypeOf<JournalLine>();
  expectTypeOf<z.infer<typeof resourceSchema>>().toEqualTypeOf<ResourceSample>();
  expectTypeOf<z.infer<typeof readbackHeaderSchema>>().toEqualTypeOf<ReadbackHeader>();
  expectTypeOf<z.infer<typeof readbackSumSchema>>().toEqualTypeOf<ReadbackSum>();
  expectTypeOf<z.infer<typeof storedUploadSchema>>().toEqualTypeOf<StoredUpload>();
  expectTypeOf<z.infer<typeof auditSchema>>().toEqualTypeOf<Audit>();
  expectTypeOf<z.infer<typeof measurementsSchema>>().toEqualTypeOf<Measurements>();
  expectTypeOf<z.infer<typeof verdictSchema>>().toEqualTypeOf<Verdict>();
  expectTypeOf<z.infer<typeof comparisonSchema>>().toEqualTypeOf<Comparison>();
  expectTypeOf<z.infer<typeof reportSchema>>().toEqualTypeOf<ReportJson>();
});
