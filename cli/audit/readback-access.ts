import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { OperatorError } from '../../fixtures/operator-error.ts';
import { admitTarget } from '../authorisation/admit-target.ts';
import { type LoadedAuthorisation, loadAuthorisation } from '../authorisation/load-authorisation.ts';
import { locateK6 } from '../k6/locate.ts';
import type { RunRecord } from '../run-folder/types.ts';
import { adapterFile } from '../targets/adapter-file.ts';
import type { TargetAccess } from '../targets/ask-target.ts';
import { connectionOptions } from '../targets/connection-options.ts';
import { readSecrets } from '../targets/secrets.ts';

/** What an operator may say of how the target of a run is reached for its audit. */
export interface ReadbackAccessOptions {
  /** By default the run's own, if it is still where it was. */
  authorisation?: string | undefined;
  secrets?: string | undefined;
  /** By default the one the run was driven with, if it is still there. */
  k6?: string | undefined;
  k6Options: readonly string[];
  signal: AbortSignal;
}

/**
 * How the target of a run is reached to read it back: as the run reached it.
 * @throws OperatorError TARGET_NOT_AUTHORISED, AUTHORISATION_INVALID, ADAPTER_INVALID, SECRETS_INVALID, K6_MISSING
 */
export async function readbackAccess(
  record: RunRecord,
  options: ReadbackAccessOptions,
): Promise<TargetAccess> {
  const { url, adapterFile: adapter } = record.target;
  const authorisation = authorisationFor(record, options.authorisation);
  const { permission } = await admitTarget(url, authorisation, 'read-back');
  const secrets = readSecrets(options.secrets);
  if (record.credentials !== 'plan' && secrets.source === 'plan') {
    throw new OperatorError(
      'SECRETS_INVALID',
      `the run logged in with credentials from ${record.credentials === 'environment' ? 'the environment' : 'a secrets file'}, and the read-back has none`,
      'give the audit --secrets FILE, or set UJI_BEBAN_PASSWORD, as for the run',
    );
  }
  const driven = existsSync(record.k6.path) ? record.k6.path : undefined;
  return {
    url,
    permission,
    adapter: adapterFile(adapter ?? undefined),
    secrets: secrets.file,
    k6Options: connectionOptions(options.k6Options),
    k6: await locateK6({ path: options.k6 ?? driven, build: true, signal: options.signal }),
  };
}

function authorisationFor(
  { authorisation }: RunRecord,
  named: string | undefined,
): LoadedAuthorisation | null {
  if (named !== undefined) return loadAuthorisation(resolve(named));
  if (authorisation === null || !existsSync(authorisation.file)) return null;
  return loadAuthorisation(authorisation.file);
}
