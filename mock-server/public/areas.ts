import type { Directory } from '../directory/types.ts';
import { areaNames } from './area-names.ts';

/** Digits of a code at each level: the nation, provinsi, kab/kota, kecamatan, kelurahan or desa, TPS. */
export const CODE_LENGTHS = [1, 2, 4, 6, 10, 13] as const;

export const NATION = '0';

/** Levels of {@link Area} that have D.Hasil. */
export const KABKOTA_LEVEL = 2;
export const KECAMATAN_LEVEL = 3;

/** An area above the TPS. */
export interface Area {
  /** `0` for the nation. */
  code: string;
  name: string;
  /** 0 the nation, 1 provinsi, 2 kab/kota, 3 kecamatan, 4 kelurahan or desa. */
  level: number;
  /** Place among all areas. */
  index: number;
  above: Area | null;
  /** In order of code; empty for a kelurahan, which has TPS. */
  below: Area[];
  /** TPS in it. */
  tps: number;
}

export interface Areas {
  /** The area of a code, the nation's included. */
  get(code: string): Area | undefined;
  /** How many there are. */
  size: number;
}

/** Every area of the plan up to the nation, whatever the plan covers: codes are hierarchical. */
export function areasOf(directory: Pick<Directory, 'area' | 'kecamatan'>): Areas {
  const nameOf = areaNames(directory.area);
  const areas = new Map<string, Area>();
  const add = (code: string, level: number, above: Area | null, name: string): Area => {
    const known = areas.get(code);
    if (known) return known;
    const area = { code, name, level, index: areas.size, above, below: [], tps: 0 };
    areas.set(code, area);
    above?.below.push(area);
    return area;
  };
  const nation = add(NATION, 0, null, 'INDONESIA');
  const inOrder = directory.kecamatan.toSorted((a, b) => (a.code < b.code ? -1 : 1));
  for (const { code, name, kelurahan } of inOrder) {
    const provinsi = add(code.slice(0, 2), 1, nation, nameOf(code.slice(0, 2)));
    const kabkota = add(code.slice(0, 4), 2, provinsi, nameOf(code.slice(0, 4)));
    const kecamatan = add(code, 3, kabkota, name.toUpperCase());
    for (const each of kelurahan.toSorted((a, b) => (a.code < b.code ? -1 : 1))) {
      const area = add(each.code, 4, kecamatan, each.name.toUpperCase());
      for (let at: Area | null = area; at !== null; at = at.above) at.tps += each.tps;
    }
  }
  return { get: (code) => areas.get(code), size: areas.size };
}
