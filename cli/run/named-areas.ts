import { nearest } from '../../fixtures/nearest.ts';
import { OperatorError } from '../../fixtures/operator-error.ts';
import type { Plan } from '../../fixtures/plan/types.ts';
import type { RunPart } from '../run-folder/types.ts';

/** Names or codes of areas, as a person gives them. */
export interface AreaNames {
  kecamatan?: readonly string[] | undefined;
  kelurahan?: readonly string[] | undefined;
  /** 13 digits each. */
  tps?: readonly string[] | undefined;
}

type Area = RunPart['areas'][number];
type Candidate = Area & { within: string };

/** Near matches that an error lists at most. */
const MOST_NEAR = 5;

/**
 * The areas that these names mean, each once, in the order given. Case, spaces and punctuation do not matter.
 * @throws OperatorError USAGE for a name that no area has, with those that are near; or that several have, with their codes
 */
export function namedAreas(plan: Pick<Plan, 'area'>, names: AreaNames): Area[] {
  const kecamatan = plan.area.kecamatan.map(
    ({ code, name }): Candidate => ({ level: 'kecamatan', code, name, within: plan.area.name }),
  );
  const kelurahan = plan.area.kecamatan.flatMap(({ name: within, kelurahan: list }) =>
    list.map(({ code, name }): Candidate => ({ level: 'kelurahan', code, name, within })),
  );
  const areas = [
    ...(names.kecamatan ?? []).map((word) => areaNamed(word, kecamatan, 'kecamatan')),
    ...(names.kelurahan ?? []).map((word) => areaNamed(word, kelurahan, 'kelurahan')),
    ...(names.tps ?? []).map((kode) => tpsNamed(kode, kelurahan)),
  ];
  return areas.filter(({ code }, i) => areas.findIndex((area) => area.code === code) === i);
}

function areaNamed(word: string, candidates: readonly Candidate[], level: Area['level']): Area {
  const wanted = plain(word);
  const found = candidates.filter(({ code, name }) => code === word || plain(name) === wanted);
  const [first, ...others] = found;
  if (first !== undefined && others.length === 0) return { level, code: first.code, name: first.name };
  if (first !== undefined) {
    throw new OperatorError(
      'USAGE',
      `there are ${found.length} ${level} named ${word}: ${found.map(listed).join('; ')}`,
      `name the one you mean by its code, e.g. --${level} ${first.code}`,
    );
  }
  const near = nearTo(word, wanted, candidates);
  throw new OperatorError(
    'USAGE',
    `the plan has no ${level} ${word}${near.length === 0 ? '' : `; near are ${near.map(listed).join('; ')}`}`,
    `give a name or a code of plan.json, e.g. --${level} '${near[0]?.name ?? candidates[0]?.name ?? ''}'`,
  );
}

function tpsNamed(kode: string, kelurahan: readonly Candidate[]): Area {
  const within = /^\d{13}$/.test(kode) ? kelurahan.find(({ code }) => kode.startsWith(code)) : undefined;
  if (within !== undefined) {
    return { level: 'tps', code: kode, name: `TPS ${kode.slice(10)} ${within.name}` };
  }
  throw new OperatorError(
    'USAGE',
    `the plan has no TPS ${kode}`,
    `a TPS is named by 13 digits: the kelurahan's ten and its number's three, e.g. --tps ${kelurahan[0]?.code ?? '1671010001'}001`,
  );
}

/** Those that begin alike or hold the word, then the one that takes the fewest typing errors. */
function nearTo(word: string, wanted: string, candidates: readonly Candidate[]): Candidate[] {
  const alike = candidates.filter(
    ({ code, name }) => wanted !== '' && (plain(name).includes(wanted) || code.startsWith(word)),
  );
  const typed = nearest(
    wanted,
    candidates.map(({ name }) => plain(name)),
  );
  const mistyped = candidates.filter(({ name }) => plain(name) === typed);
  return [...new Set([...alike, ...mistyped])].slice(0, MOST_NEAR);
}

function listed({ code, name, within }: Candidate): string {
  return `${name} (${code}, ${within})`;
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
