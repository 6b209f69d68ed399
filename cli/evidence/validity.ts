import type { Judged } from './judged.ts';
import type { ValidityCheck } from './types.ts';
import { evidenceChecks } from './validity-of-evidence.ts';
import { generatorChecks } from './validity-of-generator.ts';
import { permissionChecks } from './validity-of-permission.ts';

/** Every condition under which the run counts. One that does not hold makes the run INVALID; a missing figure never holds. */
export function checkValidity(judged: Judged): ValidityCheck[] {
  return [...generatorChecks(judged), ...permissionChecks(judged.run), ...evidenceChecks(judged)];
}
