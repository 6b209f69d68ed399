import { ApiError } from '../contract/api-error.ts';
import { reachTps } from '../directory/reach.ts';
import type { Account, Directory, Tps } from '../directory/types.ts';
import type { ElectionForm } from './election-forms.ts';
import type { Pleno } from './pleno.ts';
import type { Plenos } from './plenos.ts';

/**
 * The pleno of a kecamatan, if the account reaches it.
 * @throws ApiError AREA_UNKNOWN, AREA_NOT_YOURS
 */
export function reachPleno(plenos: Pick<Plenos, 'of'>, account: Account, kecamatan: string): Pleno {
  const pleno = plenos.of(kecamatan);
  if (!pleno) throw new ApiError('AREA_UNKNOWN');
  if (!kecamatan.startsWith(account.scope)) throw new ApiError('AREA_NOT_YOURS');
  return pleno;
}

/**
 * One election at one TPS of a pleno, if the account reaches it.
 * @throws ApiError AREA_UNKNOWN, TPS_UNKNOWN, TPS_NOT_YOURS, ELECTION_UNKNOWN
 */
export function reachForm(
  plenos: Plenos,
  directory: Directory,
  account: Account,
  path: { kecamatan: string; kode: string; election: string },
): { pleno: Pleno; tps: Tps; form: ElectionForm } {
  const pleno = plenos.of(path.kecamatan);
  if (!pleno) throw new ApiError('AREA_UNKNOWN');
  const tps = reachTps(directory, account, path.kode);
  if (tps.kecamatan !== path.kecamatan) throw new ApiError('TPS_UNKNOWN');
  const form = plenos.elections.find(({ slug }) => slug === path.election);
  if (!form?.isHeldAt(tps)) throw new ApiError('ELECTION_UNKNOWN');
  return { pleno, tps, form };
}
