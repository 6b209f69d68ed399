import type { PlenoOperation } from '../journal-line.ts';
import type { OperationSubject } from '../operation-subject.ts';
import type { Answer } from '../targets/target.ts';

/** Somebody of the PPK who is logged in. */
export interface PersonOfPpk {
  /** Does something at its planned time. @param step its place among its kind */
  at<A extends Answer>(
    operation: PlenoOperation,
    step: number,
    of: PlenoDetail,
    send: (token: string) => A,
  ): A;
}

/** What a line says of an operation beside its kind and place. */
export type PlenoDetail = Pick<OperationSubject, 'form' | 'corrected'>;
