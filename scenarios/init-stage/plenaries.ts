import crypto from 'k6/crypto';
import { formFields } from '../../fixtures/form/fields.ts';
import { lineFiles } from '../../fixtures/plan/line-files.ts';
import type { KecamatanSummary, Plan, PlannedTps } from '../../fixtures/plan/types.ts';
import { type PpkStaff, plenaryHeader, plenaryTps } from '../../fixtures/pleno/plenary.ts';
import type { Account } from '../flows/login.ts';
import { plenaryKecamatan } from '../workloads/planned-plenary.ts';
import { accountLines } from './accounts.ts';
import { fieldText } from './ndjson.ts';
import { PLAIN } from './plan.ts';

/** One election at one TPS, as it was counted. */
export interface PlenaryForm {
  tps: string;
  election: string;
  /** Pairs on the ballot; they say which figures the form has. */
  pairs: number;
  /** Every figure, in the order of the form. */
  figures: number[];
  /** Fields that stand wrong on the paper itself. */
  wrong: string[];
}

/** What a VU needs for the plenary of one kecamatan. */
export interface Plenary {
  kecamatan: string;
  offline: boolean;
  admin: Account;
  operators: Account[];
  /** An admin of its kab/kota, who may reopen it; null where the plan has none. */
  above: Account | null;
  /** In order of TPS, then of election. */
  forms: PlenaryForm[];
  /** The file that an offline kecamatan brings; empty where it holds its plenary on Sirekap Web. */
  file: string;
}

/** Digits of a kab/kota's code, with which those of its kecamatan begin. */
const KABKOTA_DIGITS = 4;

/**
 * The plenaries of a plan or its part, in order of kecamatan.
 * @param count of them, from the first on
 * @param operators of each PPK who log in
 */
export function plenariesOf(
  folder: string,
  plan: Plan,
  part: readonly string[] | null,
  count: number,
  operators: number,
): Plenary[] {
  const kecamatan = plenaryKecamatan(plan, part).slice(0, count);
  const staff = staffOf(folder, plan.shards, kecamatan);
  const tpsOf = linesByKecamatan(folder, plan.shards, kecamatan);
  return kecamatan.map((area) => plenaryOf(plan, area, staff, tpsOf[area.code] ?? [], operators));
}

/** The lines of the TPS as text: as objects they are many times that. */
function linesByKecamatan(
  folder: string,
  shards: number,
  kecamatan: readonly KecamatanSummary[],
): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const { code } of kecamatan) found[code] = [];
  for (const file of lineFiles('tps', shards)) {
    for (const text of open(`${folder}/${file}`).split('\n')) {
      if (text === '') continue;
      const code = fieldText(text, 'kecamatan') ?? (JSON.parse(text) as PlannedTps).kecamatan;
      found[code]?.push(text);
    }
  }
  return found;
}

type Staff = Record<string, { admins: Account[]; operators: Account[] }>;

function staffOf(folder: string, shards: number, kecamatan: readonly KecamatanSummary[]): Staff {
  const staff: Staff = {};
  for (const { code } of kecamatan) {
    staff[code] = { admins: [], operators: [] };
    staff[code.slice(0, KABKOTA_DIGITS)] = { admins: [], operators: [] };
  }
  const ofPleno = (text: string) =>
    text.includes('"ppk-admin"') || text.includes('"ppk-operator"') || text.includes('"kabkota-admin"');
  for (const { username, password, role, scope } of accountLines(folder, shards, ofPleno))
    staff[scope]?.[role === 'ppk-operator' ? 'operators' : 'admins'].push({ username, password });
  return staff;
}

function plenaryOf(
  plan: Plan,
  area: KecamatanSummary,
  staff: Staff,
  texts: readonly string[],
  operators: number,
): Plenary {
  const { admins = [], operators: others = [] } = staff[area.code] ?? {};
  const [admin] = admins;
  if (admin === undefined) throw new Error(`the plan has no admin for the PPK of ${area.code} ${area.name}`);
  const offline = area.pleno === 'offline';
  const forms: PlenaryForm[] = [];
  if (!offline) for (const text of texts) forms.push(...formsOf(JSON.parse(text) as PlannedTps));
  return {
    kecamatan: area.code,
    offline,
    admin,
    operators: others.slice(0, operators),
    above: staff[area.code.slice(0, KABKOTA_DIGITS)]?.admins[0] ?? null,
    forms,
    file: offline
      ? fileOf(plan, area, texts, {
          admin: admin.username,
          operators: others.map(({ username }) => username),
        })
      : '',
  };
}

function formsOf({ kode, voters, contests, mistakes }: PlannedTps): PlenaryForm[] {
  return contests.map((contest): PlenaryForm => {
    for (const text of [kode, contest.election]) {
      if (!PLAIN.test(text))
        throw new Error(`TPS ${kode}: "${text}" has other signs than letters, digits, _ . and -`);
    }
    return {
      tps: kode,
      election: contest.election,
      pairs: contest.votes.length,
      figures: formFields(contest.votes.length).map(({ value }) => value(voters, contest)),
      wrong: mistakes.flatMap(({ figure }) => (figure?.election === contest.election ? [figure.field] : [])),
    };
  });
}

/** As `pleno-file` writes it. */
function fileOf(plan: Plan, area: KecamatanSummary, texts: readonly string[], staff: PpkStaff): string {
  let sealed = `${JSON.stringify(plenaryHeader(plan, area, staff))}\n`;
  for (const [place, text] of texts.entries())
    sealed += `${JSON.stringify(plenaryTps(JSON.parse(text) as PlannedTps, staff, place))}\n`;
  return `${sealed}${JSON.stringify({ kind: 'end', sha256: crypto.sha256(sealed, 'hex') })}\n`;
}
