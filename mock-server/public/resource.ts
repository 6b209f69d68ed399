import type { Directory, Tps } from '../directory/types.ts';
import { type Area, type Areas, CODE_LENGTHS, KABKOTA_LEVEL, KECAMATAN_LEVEL, NATION } from './areas.ts';

/** What a public path names. `election` is a place among the plan's elections. */
export type Resource =
  | { kind: 'wilayah'; election: number; area: Area }
  | { kind: 'paslon'; election: number }
  | { kind: 'd-hasil'; election: number; area: Area }
  | { kind: 'area'; election: number; area: Area }
  | { kind: 'tps'; election: number; tps: Tps };

const LARGEST_PATH = '/wilayah/pilkada/pkwkk/00/0000/000000/0000000000/0000000000000.json'.length;

/** The resource of a path, null where a static host would have no file. A path names every level above, each in full. */
export function resourceOf(
  path: string,
  directory: Pick<Directory, 'elections' | 'tps'>,
  areas: Areas,
): Resource | null {
  if (path.length > LARGEST_PATH || !path.endsWith('.json')) return null;
  const [, first, second, third = '', ...codes] = path.slice(0, -'.json'.length).split('/');
  const election = directory.elections.findIndex(({ code }) => code === third);
  if (election === -1) return null;
  if (first === 'wilayah' && second === 'pilkada') {
    const area = codes.length === 1 && codes[0] === NATION ? areas.get(NATION) : areaAt(codes, areas);
    return area ? { kind: 'wilayah', election, area } : null;
  }
  if (first !== 'pilkada') return null;
  if (second === 'paslon') return codes.length === 0 ? { kind: 'paslon', election } : null;
  if (second === 'dhasil') {
    const area = areaAt(codes, areas);
    return area?.level === KABKOTA_LEVEL || area?.level === KECAMATAN_LEVEL
      ? { kind: 'd-hasil', election, area }
      : null;
  }
  if (second !== 'hhcw') return null;
  if (codes.length === 0) return { kind: 'area', election, area: areas.get(NATION) as Area };
  if (codes.length === CODE_LENGTHS.length - 1) {
    const tps = isChain(codes) ? directory.tps(codes.at(-1) ?? '') : undefined;
    return tps ? { kind: 'tps', election, tps } : null;
  }
  const area = areaAt(codes, areas);
  return area ? { kind: 'area', election, area } : null;
}

function areaAt(codes: readonly string[], areas: Areas): Area | undefined {
  return codes.length > 0 && codes.length < CODE_LENGTHS.length - 1 && isChain(codes)
    ? areas.get(codes.at(-1) ?? '')
    : undefined;
}

function isChain(codes: readonly string[]): boolean {
  return codes.every(
    (code, i) => code.length === CODE_LENGTHS[i + 1] && (i === 0 || code.startsWith(codes[i - 1] ?? '')),
  );
}
