import { FLOW_NAMES, type FlowName } from '../flows/catalog.ts';

/** What of the plan is asked, and by whom: everything a person chooses beside the workload. */
export interface Choice {
  flow: FlowName;
  /** Codes of the kecamatan, kelurahan and TPS that are asked, or null for all. */
  part: string[] | null;
  /** Readers of the published results beside the uploads of a round. */
  readers: boolean;
}

/** 6 digits a kecamatan, 10 a kelurahan, 13 a TPS. */
const CODE = /^(\d{6}|\d{10}|\d{13})$/;

/**
 * Reads FLOW, PART and READERS of `__ENV`.
 * @throws Error naming the variable; k6 then ends with exit code 107 before anything is sent
 */
export function readChoice(env: Record<string, string | undefined>): Choice {
  const flow = env.FLOW ?? 'kpps';
  if (!(FLOW_NAMES as string[]).includes(flow))
    throw new Error(`FLOW ${flow} is not known; known: ${FLOW_NAMES.join(', ')}.`);
  const part = env.PART === undefined || env.PART === '' ? null : env.PART.split(',');
  for (const code of part ?? []) {
    if (!CODE.test(code))
      throw new Error(
        `PART ${code} is no code of a kecamatan (6 digits), kelurahan (10) or TPS (13); several are joined by commas.`,
      );
  }
  const readers = env.READERS ?? '0';
  if (readers !== '0' && readers !== '1') throw new Error(`READERS ${readers} must be 0 or 1.`);
  return { flow: flow as FlowName, part, readers: readers === '1' };
}
