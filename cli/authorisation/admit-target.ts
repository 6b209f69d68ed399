import { OperatorError } from '../../fixtures/operator-error.ts';
import type { AdmittedTarget, Purpose } from './admitted-target.ts';
import { parseBaseUrl } from './base-url.ts';
import type { LoadedAuthorisation } from './load-authorisation.ts';
import { permit } from './permit.ts';
import { type Surroundings, THIS_MACHINE } from './surroundings.ts';

/**
 * Makes sure that a target is one that may be reached: this machine's loopback, by name and by every address the name has, or
 * exactly what an authorisation names, within its window. One that is given always counts, for loopback too.
 * @throws OperatorError USAGE for no http(s) URL, TARGET_NOT_AUTHORISED for any other host, address or moment
 */
export async function admitTarget(
  target: string,
  authorisation: LoadedAuthorisation | null = null,
  purpose: Purpose = 'load',
  surroundings: Surroundings = THIS_MACHINE,
): Promise<AdmittedTarget> {
  const url = parseBaseUrl(target);
  if (authorisation !== null) return permit(url, authorisation.authorisation, purpose, surroundings);
  const addresses = await surroundings.addressesOf(url.host);
  const outside = addresses.filter((address) => !surroundings.isLoopback(address));
  if (addresses.length === 0 || outside.length > 0) {
    const where = addresses.length === 0 ? 'an unknown address' : outside.join(', ');
    throw new OperatorError(
      'TARGET_NOT_AUTHORISED',
      `target ${url.origin} is ${where}, not this machine; nothing was sent`,
      'without an authorisation load goes to loopback only: start the mock with `uji-beban serve --plan PLAN` and use http://127.0.0.1:8080, or give --authorisation FILE, see docs/permission.md',
    );
  }
  return { url: url.origin, loopback: true, permission: null };
}
