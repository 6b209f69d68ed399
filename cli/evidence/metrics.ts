import type { Operation } from '../../scenarios/journal-line.ts';
import type { Metric } from './metric-value.ts';
import { breakpointMetrics } from './metrics-of-breakpoint.ts';
import { documentMetrics } from './metrics-of-documents.ts';
import { formMetrics } from './metrics-of-forms.ts';
import { operationMetrics } from './metrics-of-operations.ts';
import { plenoMetrics } from './metrics-of-pleno.ts';
import { recoveryMetrics } from './metrics-of-recovery.ts';
import { uploadMetrics } from './metrics-of-uploads.ts';

const NAMED_OPERATIONS: Record<string, Operation | null> = {
  logins: 'login',
  lists: 'list',
  uploads: 'upload',
  statuses: 'status',
  reads: 'read',
  readings: 'reading',
  confirms: 'confirm',
  manifests: 'manifest',
  batches: 'batch',
  plenoOpens: 'pleno-open',
  plenoLooks: 'pleno-look',
  plenoSaves: 'pleno-save',
  plenoImports: 'pleno-import',
  plenoFinalisations: 'pleno-finalise',
  plenoDocuments: 'pleno-document',
  plenoPublications: 'pleno-publish',
  all: null,
};

/** Every metric a criterion or a comparison can name. */
export const METRICS: ReadonlyMap<string, Metric> = new Map<string, Metric>([
  ...documentMetrics(),
  ...Object.entries(NAMED_OPERATIONS).flatMap(([name, operation]) => operationMetrics(name, operation)),
  ...uploadMetrics(),
  ...formMetrics(),
  ...plenoMetrics(),
  ...recoveryMetrics(),
  ...breakpointMetrics(),
]);
