import { type FlowName, flowShape } from '../../scenarios/flows/catalog.ts';
import type { WorkloadName } from '../../scenarios/workloads/phase.ts';

/** The criteria that a flow with a workload is judged by unless others are named: those that its operations can meet. */
export function defaultCriteria(workload: WorkloadName, flow: FlowName): string {
  const { population, confirms } = flowShape(flow);
  if (population === 'pps') return workload;
  // Sessions that a breakpoint cuts short confirm nothing more.
  if (population === 'tps') return confirms && workload !== 'breakpoint' ? `${workload}-confirm` : workload;
  if (workload === 'breakpoint') return 'breakpoint-without-documents';
  if (population === 'kecamatan') return 'ppk';
  return population === 'accounts' ? 'login' : 'readers';
}
