import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { OperatorError } from '../../fixtures/operator-error.ts';
import { parseSecrets } from '../../scenarios/secrets-file.ts';

/** Where the passwords come from that accounts log in with. */
export type CredentialSource = 'plan' | 'secrets-file' | 'environment';

/** The variable with one password for all accounts. */
const SHARED_PASSWORD = 'UJI_BEBAN_PASSWORD';

/** What anyone but the owner may do with a file. */
const OTHERS = 0o077;

/** Accounts named in a message. */
const SHOWN = 3;

export interface Secrets {
  source: CredentialSource;
  /** The secrets file, null without one. */
  file: string | null;
  /** Accounts that the file has; null where it is not a file that says. */
  accounts: ReadonlySet<string> | null;
}

/**
 * Where passwords come from: the secrets file that was named, else the environment, else the plan. The file must be its owner's
 * alone. Nothing of what stands in it is kept or repeated.
 * @throws OperatorError SECRETS_INVALID
 */
export function readSecrets(
  named: string | undefined,
  env: Record<string, string | undefined> = process.env,
): Secrets {
  if (named === undefined) {
    return { source: env[SHARED_PASSWORD] ? 'environment' : 'plan', file: null, accounts: null };
  }
  const file = resolve(named);
  let text: string;
  try {
    const { mode, uid } = statSync(file);
    const own = process.getuid?.();
    if ((mode & OTHERS) !== 0 || (own !== undefined && uid !== own)) {
      throw invalid(
        `${named} can be read by others (mode ${(mode & 0o777).toString(8).padStart(4, '0')})`,
        `make it yours alone: chmod 600 ${named}`,
      );
    }
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof OperatorError) throw error;
    throw invalid(
      `${named} cannot be read (${(error as NodeJS.ErrnoException).code ?? error})`,
      'give --secrets a file of username,password lines',
    );
  }
  try {
    const accounts = new Set(parseSecrets(text).map(({ username }) => username));
    return { source: 'secrets-file', file, accounts };
  } catch (error) {
    throw invalid(
      `${named}: ${(error as Error).message}`,
      'one account a line, as CSV or NDJSON, see docs/permission.md',
    );
  }
}

/**
 * Makes sure that a secrets file has all accounts that will log in.
 * @throws OperatorError SECRETS_INVALID naming some that it has not
 */
export async function requireAccounts(
  { accounts, file }: Secrets,
  needed: AsyncIterable<{ username: string }>,
): Promise<void> {
  if (accounts === null) return;
  const missing: string[] = [];
  let count = 0;
  for await (const { username } of needed) {
    if (accounts.has(username)) continue;
    count++;
    if (missing.length < SHOWN) missing.push(username);
  }
  if (count === 0) return;
  throw invalid(
    `${file} lacks ${count} accounts of the plan: ${missing.join(', ')}${count > SHOWN ? ', …' : ''}; nothing was sent`,
    'add them, or run a part of the plan for which it has all',
  );
}

function invalid(what: string, remedy: string): OperatorError {
  return new OperatorError('SECRETS_INVALID', what, remedy);
}
