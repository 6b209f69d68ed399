import { lineFiles } from '../../fixtures/plan/line-files.ts';
import type { Plan, PlannedAccount } from '../../fixtures/plan/types.ts';
import type { Account } from '../flows/login.ts';
import { inPart } from '../workloads/part.ts';
import { fieldText, lines } from './ndjson.ts';
import { PLAIN } from './plan.ts';

/**
 * The accounts of a plan, line by line.
 * @param mayBe whether a line must be parsed
 * @throws Error for a username that cannot stand in a journal line as it is
 */
export function* accountLines(
  folder: string,
  shards: number,
  mayBe: (text: string) => boolean,
): Generator<PlannedAccount> {
  for (const file of lineFiles('accounts', shards)) {
    for (const account of lines<PlannedAccount>(`${folder}/${file}`, mayBe)) {
      if (!PLAIN.test(account.username))
        throw new Error(`account "${account.username}" has other signs than letters, digits, _ . and -`);
      yield account;
    }
  }
}

/** How many of a plan's accounts belong to a part of it. */
export function countAccounts(folder: string, shards: number, part: readonly string[]): number {
  let count = 0;
  const covered = coveredBy(part);
  for (const file of lineFiles('accounts', shards)) {
    for (const text of open(`${folder}/${file}`).split('\n')) if (text !== '' && covered(text)) count++;
  }
  return count;
}

/**
 * The first `count` accounts in the order in which the login storm meets them.
 * @param of accounts that there are, in the part
 */
export function accountsInTurn(
  folder: string,
  { shards }: Plan,
  part: readonly string[] | null,
  of: number,
  count: number,
): Account[] {
  // Neighbours in the file share a scope; a stride that is coprime to the count visits all of them, far apart.
  const stride = coprimeStride(of);
  const turnOf: Record<number, number> = {};
  for (let turn = 0; turn < count; turn++) turnOf[(turn * stride) % of] = turn;
  const accounts: Account[] = [];
  const covered = part === null ? () => true : coveredBy(part);
  let place = -1;
  let turn: number | undefined;
  const hasTurn = (text: string) => {
    if (!covered(text)) return false;
    turn = turnOf[++place];
    return turn !== undefined;
  };
  for (const { username, password } of accountLines(folder, shards, hasTurn))
    accounts[turn as number] = { username, password };
  if (place + 1 !== of)
    throw new Error(`the plan is said to have ${of} accounts here, their lines are ${place + 1}.`);
  return accounts;
}

/** Accounts with these names, in this order. @throws Error for one that the plan does not have */
export function accountsNamed(folder: string, { shards }: Plan, names: readonly string[]): Account[] {
  const placeOf: Record<string, number> = {};
  for (const [place, name] of names.entries()) placeOf[name] = place;
  const named = (text: string) => {
    const username = fieldText(text, 'username');
    return username === null || placeOf[username] !== undefined;
  };
  const accounts: Account[] = [];
  for (const { username, password } of accountLines(folder, shards, named)) {
    const place = placeOf[username];
    if (place !== undefined) accounts[place] = { username, password };
  }
  for (const [place, name] of names.entries()) {
    if (accounts[place] === undefined)
      throw new Error(`account "${name}" is to log in again, but the plan has no such account.`);
  }
  return accounts;
}

/** Whether an account's line is of the part, by its scope. */
function coveredBy(part: readonly string[]): (text: string) => boolean {
  return (text) => inPart(part, fieldText(text, 'scope') ?? (JSON.parse(text) as PlannedAccount).scope);
}

function coprimeStride(count: number): number {
  const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
  let stride = Math.max(1, Math.floor(count * 0.618));
  while (gcd(stride, count) !== 1) stride++;
  return stride;
}
