import { SharedArray } from 'k6/data';
import { lineFiles } from '../fixtures/plan/line-files.ts';
import {
  PLAN_FORMAT_VERSION,
  type Plan,
  type PlannedAccount,
  type PlannedTps,
  type Take,
  type Way,
} from '../fixtures/plan/types.ts';
import { fieldText, lines } from './ndjson.ts';

/** The part of plan.json that every VU needs; the rest would be copied into each of them. */
export type PlanCore = Pick<Plan, 'workload' | 'counts' | 'documentProfile' | 'shards'>;

export interface SessionUpload {
  type: string;
  /** 1-based place of the document in the plan's profile. */
  document: number;
  page: number;
  photo: number;
  bytes: number;
  sha256: string;
}

/** One TPS session as a VU needs it. */
export interface Session {
  kode: string;
  kecamatan: string;
  way: Way;
  account: { username: string; password: string };
  uploads: SessionUpload[];
}

/** plan.json, trimmed. */
export function loadPlanCore(folder: string): PlanCore {
  const shared = new SharedArray('plan', () => {
    const plan = JSON.parse(open(`${folder}/plan.json`)) as Plan;
    if (plan.formatVersion !== PLAN_FORMAT_VERSION) {
      throw new Error(
        `${folder}/plan.json has format ${plan.formatVersion}; this scenario reads format ${PLAN_FORMAT_VERSION}. ` +
          'Generate the plan anew with this toolkit.',
      );
    }
    if (plan.photos === null) {
      throw new Error(
        `${folder} was generated with --photos none and cannot be run; generate it with --photos pool:24.`,
      );
    }
    const { workload, counts, documentProfile, shards } = plan;
    return [{ workload, counts, documentProfile, shards }];
  });
  return shared[0] as PlanCore;
}

/** The first `count` accounts in the order in which the login storm meets them. */
export function loadAccounts(
  folder: string,
  { shards, counts }: PlanCore,
  count: number,
): ArrayLike<{ username: string; password: string }> {
  return new SharedArray('accounts', () => {
    // Neighbours in the file share a scope; a stride that is coprime to the count visits all of them, far apart.
    const stride = coprimeStride(counts.accounts);
    const turnOf: Record<number, number> = {};
    for (let turn = 0; turn < count; turn++) turnOf[(turn * stride) % counts.accounts] = turn;
    const accounts: { username: string; password: string }[] = [];
    let place = -1;
    let turn: number | undefined;
    const hasTurn = () => {
      turn = turnOf[++place];
      return turn !== undefined;
    };
    for (const file of lineFiles('accounts', shards)) {
      for (const { username, password } of lines<PlannedAccount>(`${folder}/${file}`, hasTurn)) {
        if (!PLAIN.test(username))
          throw new Error(`account "${username}" has other signs than letters, digits, _ . and -`);
        accounts[turn as number] = { username, password };
      }
    }
    if (place + 1 !== counts.accounts)
      throw new Error(`plan.json counts ${counts.accounts} accounts, their lines are ${place + 1}.`);
    return accounts;
  });
}

/** Which TPS a phase has sessions of: the first `count` in order of arrival, or these codes in this order. */
export type SessionChoice = { count: number } | { codes: string[] };

/**
 * TPS sessions in order of arrival.
 * @param take which bytes each upload has
 */
export function loadSessions(
  name: string,
  folder: string,
  plan: PlanCore,
  take: Take,
  choice: SessionChoice,
): ArrayLike<Session> {
  return new SharedArray(name, () => {
    const profile = plan.documentProfile.map(({ type }) => type);
    const placeOf = placing(choice);
    const sessions: Session[] = [];
    for (const file of lineFiles('tps', plan.shards)) {
      // Reduced line by line: a plan's lines as objects are many times what its sessions are.
      for (const tps of lines<PlannedTps>(`${folder}/${file}`, mayHavePlace(choice, placeOf))) {
        const place = placeOf(tps);
        if (place !== null) sessions[place] = sessionOf(tps, take, profile);
      }
    }
    if ('codes' in choice) {
      for (const [place, kode] of choice.codes.entries()) {
        if (sessions[place] === undefined)
          throw new Error(`TPS ${kode} is to be tested again, but the plan has no such TPS.`);
      }
    }
    addPasswords(sessions, folder, plan.shards);
    return sessions;
  });
}

type Placing = (tps: Pick<PlannedTps, 'kode' | 'arrivalRank'>) => number | null;

/** The place of a TPS among the sessions, or null where it has none. */
function placing(choice: SessionChoice): Placing {
  if ('count' in choice) return ({ arrivalRank }) => (arrivalRank < choice.count ? arrivalRank : null);
  const places: Record<string, number> = {};
  for (const [place, kode] of choice.codes.entries()) places[kode] = place;
  return ({ kode }) => places[kode] ?? null;
}

/** Whether a line must be parsed to know its place; one that is written otherwise than by our generator must. */
function mayHavePlace(choice: SessionChoice, placeOf: Placing): (text: string) => boolean {
  const field = 'count' in choice ? 'arrivalRank' : 'kode';
  return (text) => {
    const value = fieldText(text, field);
    return value === null || placeOf({ kode: value, arrivalRank: Number(value) }) !== null;
  };
}

function addPasswords(sessions: Session[], folder: string, shards: number): void {
  const byOperator: Record<string, Session[]> = {};
  for (const session of sessions) {
    const { username } = session.account;
    const own = byOperator[username] ?? [];
    own.push(session);
    byOperator[username] = own;
  }
  const uploads = (text: string) => {
    const username = fieldText(text, 'username');
    return username === null || byOperator[username] !== undefined;
  };
  for (const file of lineFiles('accounts', shards)) {
    for (const { username, password } of lines<PlannedAccount>(`${folder}/${file}`, uploads)) {
      for (const { account } of byOperator[username] ?? []) account.password = password;
    }
  }
}

/** What may stand in a journal line as it is. */
const PLAIN = /^[\w.-]+$/;

/** The password is still missing. */
function sessionOf(tps: PlannedTps, take: Take, profile: string[]): Session {
  const uploads: SessionUpload[] = [];
  for (const { type, photos } of tps.documents) {
    for (const { page, photo, bytes, sha256 } of photos ?? []) {
      uploads.push({ type, document: profile.indexOf(type) + 1, page, photo, bytes, sha256: sha256[take] });
    }
  }
  for (const text of [tps.kode, tps.kecamatan, tps.operator, ...profile]) {
    if (!PLAIN.test(text))
      throw new Error(`TPS ${tps.kode}: "${text}" has other signs than letters, digits, _ . and -`);
  }
  return {
    kode: tps.kode,
    kecamatan: tps.kecamatan,
    way: tps.way,
    account: { username: tps.operator, password: '' },
    uploads,
  };
}

function coprimeStride(count: number): number {
  const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
  let stride = Math.max(1, Math.floor(count * 0.618));
  while (gcd(stride, count) !== 1) stride++;
  return stride;
}
