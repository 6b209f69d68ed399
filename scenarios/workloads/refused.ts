/** A workload that a plan cannot be asked for. Thrown while phases are computed, before anything is sent. */
export class WorkloadRefused extends Error {
  readonly remedy: string;

  constructor(message: string, remedy: string) {
    super(message);
    this.name = 'WorkloadRefused';
    this.remedy = remedy;
  }
}
