import { lineFiles } from '../../fixtures/plan/line-files.ts';
import type { Plan, PlannedAccount, PlannedTps, Take, Way } from '../../fixtures/plan/types.ts';
import { type FormPlan, formsOf, type SessionForm } from '../form-plan.ts';
import { fieldText, lines } from './ndjson.ts';
import { PLAIN } from './plan.ts';

export interface SessionUpload {
  type: string;
  /** 1-based place of the document in the plan's profile. */
  document: number;
  page: number;
  photo: number;
  bytes: number;
  take: Take;
  sha256: string;
}

/** One TPS session as a VU needs it. */
export interface Session {
  kode: string;
  kecamatan: string;
  way: Way;
  account: { username: string; password: string };
  /** Page by page, each in every take before the next. */
  uploads: SessionUpload[];
  /** What stands on its C.Hasil; only where the flow confirms them. */
  forms?: SessionForm[];
}

/** Which TPS a phase has sessions of: the first `count` in order of arrival, or these codes in this order. */
export type SessionChoice = { count: number } | { codes: readonly string[] };

/**
 * TPS sessions in order of arrival.
 * @param takes which bytes each page is uploaded in, one after the other
 * @param formPlan how the forms are filled in, where the sessions confirm them
 */
export function sessionsOf(
  folder: string,
  plan: Plan,
  takes: readonly Take[],
  choice: SessionChoice,
  formPlan: FormPlan | null = null,
): Session[] {
  const profile = plan.documentProfile.map(({ type }) => type);
  const placeOf = placing(choice);
  const sessions: Session[] = [];
  for (const file of lineFiles('tps', plan.shards)) {
    // Reduced line by line: a plan's lines as objects are many times what its sessions are.
    for (const tps of lines<PlannedTps>(`${folder}/${file}`, mayHavePlace(choice, placeOf))) {
      const place = placeOf(tps);
      if (place === null) continue;
      const session = sessionOf(tps, takes, profile);
      if (formPlan !== null) session.forms = formsOf(tps, formPlan);
      sessions[place] = session;
    }
  }
  if ('codes' in choice) {
    for (const [place, kode] of choice.codes.entries()) {
      if (sessions[place] === undefined)
        throw new Error(`TPS ${kode} is to be uploaded, but the plan has no such TPS.`);
    }
  }
  addPasswords(sessions, folder, plan.shards);
  return sessions;
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

/** The password is still missing. */
function sessionOf(tps: PlannedTps, takes: readonly Take[], profile: string[]): Session {
  const uploads: SessionUpload[] = [];
  for (const { type, photos } of tps.documents) {
    for (const { page, photo, bytes, sha256 } of photos ?? []) {
      const document = profile.indexOf(type) + 1;
      for (const take of takes)
        uploads.push({ type, document, page, photo, bytes, take, sha256: sha256[take] });
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
