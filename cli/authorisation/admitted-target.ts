import type { Permission } from '../../scenarios/permission/permission.ts';

export interface AdmittedTarget {
  /** The base URL without a trailing slash. */
  url: string;
  /** It stands on this machine, by every address it has. */
  loopback: boolean;
  /** What k6 is given to hold itself to; null where load goes to loopback without an authorisation. */
  permission: Permission | null;
}

/** Reading back goes on for as long as the authorisation says, which may be longer than load may be sent. */
export type Purpose = 'load' | 'read-back';
