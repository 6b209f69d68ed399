import { Gauge } from 'prom-client';
import type { Progress } from '../directory/progress.ts';
import type { Directory } from '../directory/types.ts';
import type { Timeline } from '../faults/timeline.ts';
import type { DocumentStatuses } from '../forms/document-status.ts';
import type { Metrics } from './create.ts';
import { METRICS } from './names.ts';

/** Gauges that are read from the app's state when Prometheus asks; labels are bounded by the plan. */
export function gaugeState(
  { registry }: Metrics,
  directory: Directory,
  progress: Progress,
  statuses: Pick<DocumentStatuses, 'byKecamatan'>,
  timeline: Timeline,
): void {
  const registers = [registry];
  const labelNames = ['kecamatan', 'name'];
  new Gauge({
    name: METRICS.tpsPlanned,
    help: 'TPS in the plan.',
    labelNames,
    registers,
    collect() {
      for (const { code, name, tps } of directory.kecamatan) this.set({ kecamatan: code, name }, tps);
    },
  });
  new Gauge({
    name: METRICS.tpsComplete,
    help: 'TPS whose every page is stored.',
    labelNames,
    registers,
    collect() {
      for (const { code, name } of directory.kecamatan) {
        this.set({ kecamatan: code, name }, progress.completeByKecamatan.get(code) ?? 0);
      }
    },
  });
  new Gauge({
    name: METRICS.documents,
    help: 'Documents by status: 0 nothing, 1 camera, 2 cloud, 3 check.',
    labelNames: [...labelNames, 'status'],
    registers,
    collect() {
      for (const { code, name } of directory.kecamatan) {
        for (const [status, documents] of statuses.byKecamatan.get(code)?.entries() ?? [])
          this.set({ kecamatan: code, name, status }, documents);
      }
    },
  });
  new Gauge({
    name: METRICS.faultsActive,
    help: 'Faults of the timeline that are on.',
    labelNames: ['type'],
    registers,
    collect() {
      for (const [type, count] of Object.entries(timeline.active(Date.now()))) this.set({ type }, count);
    },
  });
}
