import { SharedArray } from 'k6/data';
import type { Plan, PlannedAccount, PlannedTps, Take } from '../fixtures/plan/types.ts';
import { lines } from './ndjson.ts';

/** The part of plan.json that every VU needs; the rest would be copied into each of them. */
export type PlanCore = Pick<Plan, 'workload' | 'counts' | 'documentProfile'>;

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
  account: { username: string; password: string };
  uploads: SessionUpload[];
}

/** plan.json, trimmed. */
export function loadPlanCore(folder: string): PlanCore {
  const shared = new SharedArray('plan', () => {
    const plan = JSON.parse(open(`${folder}/plan.json`)) as Plan;
    if (plan.formatVersion !== 1) {
      throw new Error(`${folder}/plan.json has format ${plan.formatVersion}; this scenario reads format 1.`);
    }
    if (plan.photos === null) {
      throw new Error(
        `${folder} was generated with --photos none and cannot be run; generate it with --photos pool:24.`,
      );
    }
    return [{ workload: plan.workload, counts: plan.counts, documentProfile: plan.documentProfile }];
  });
  return shared[0] as PlanCore;
}

/** Every account, in the order in which the login storm meets them. */
export function loadAccounts(folder: string): ArrayLike<{ username: string; password: string }> {
  return new SharedArray('accounts', () => {
    const accounts = lines<PlannedAccount>(`${folder}/accounts.ndjson`);
    const stride = coprimeStride(accounts.length);
    // Neighbours in the file share a scope; a stride that is coprime to the count visits all of them, far apart.
    return accounts.map((_, i) => {
      const { username, password } = accounts[(i * stride) % accounts.length] as PlannedAccount;
      if (!PLAIN.test(username))
        throw new Error(`account "${username}" has other signs than letters, digits, _ . and -`);
      return { username, password };
    });
  });
}

/**
 * TPS sessions in order of arrival.
 * @param take which bytes each upload has
 * @param only codes of the TPS to keep, in this order, or null for all by arrival rank
 */
export function loadSessions(
  name: string,
  folder: string,
  take: Take,
  only: string[] | null,
): ArrayLike<Session> {
  return new SharedArray(name, () => {
    const passwords: Record<string, string> = {};
    for (const account of lines<PlannedAccount>(`${folder}/accounts.ndjson`)) {
      passwords[account.username] = account.password;
    }
    const profile = (JSON.parse(open(`${folder}/plan.json`)) as Plan).documentProfile.map(
      (entry) => entry.type,
    );
    const byKode: Record<string, PlannedTps> = {};
    const byRank: PlannedTps[] = [];
    for (const tps of lines<PlannedTps>(`${folder}/tps.ndjson`)) {
      byKode[tps.kode] = tps;
      byRank[tps.arrivalRank] = tps;
    }
    const chosen = only === null ? byRank : only.map((kode) => known(byKode[kode], kode));
    return chosen.map((tps) => sessionOf(tps, take, profile, passwords));
  });
}

/** What may stand in a journal line as it is. */
const PLAIN = /^[\w.-]+$/;

function sessionOf(
  tps: PlannedTps,
  take: Take,
  profile: string[],
  passwords: Record<string, string>,
): Session {
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
    account: { username: tps.operator, password: passwords[tps.operator] ?? '' },
    uploads,
  };
}

function known(tps: PlannedTps | undefined, kode: string): PlannedTps {
  if (tps === undefined) throw new Error(`TPS ${kode} is to be tested again, but the plan has no such TPS.`);
  return tps;
}

function coprimeStride(count: number): number {
  const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));
  let stride = Math.max(1, Math.floor(count * 0.618));
  while (gcd(stride, count) !== 1) stride++;
  return stride;
}
