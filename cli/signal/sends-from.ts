import type { PlannedTps } from '../../fixtures/plan/types.ts';

/** Digits of a kecamatan's code, with which those of its kelurahan begin. */
const KECAMATAN_DIGITS = 6;

/** Code of the kecamatan from which a TPS sends: its own, unless its phone is carried to another one. */
export function sendsFrom({ kecamatan, movedTo }: Pick<PlannedTps, 'kecamatan' | 'movedTo'>): string {
  return movedTo?.slice(0, KECAMATAN_DIGITS) ?? kecamatan;
}
