import type { WilayahRows } from '../contract/public.ts';
import type { Directory } from '../directory/types.ts';
import { type Area, CODE_LENGTHS } from './areas.ts';
import { rowId } from './row-id.ts';

const TPS_LEVEL = CODE_LENGTHS.length - 1;

/** The rows directly below an area, in order of code. */
export function wilayahFile(area: Area, directory: Pick<Directory, 'tpsBelow'>): WilayahRows {
  if (area.level < TPS_LEVEL - 1)
    return area.below.map(({ code, name, level }) => ({
      nama: name,
      id: rowId(code),
      kode: code,
      tingkat: level,
    }));
  return directory.tpsBelow(area.code, undefined, Number.POSITIVE_INFINITY).map(({ kode }) => ({
    nama: `TPS ${kode.slice(-3)}`,
    id: rowId(kode),
    kode,
    tingkat: TPS_LEVEL,
  }));
}
