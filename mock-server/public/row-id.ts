/** Bits of an id: more codes than there are 13-digit numbers, and an id stays a whole number in JSON readers. */
const MODULUS = 1n << 45n;
/** Any odd factor makes the mapping one to one; this one is 2^44 over the golden ratio, made odd. */
const FACTOR = 10_872_568_911_861n;
/** The one published id that is known: KOTA PALEMBANG, code 1671. */
const KNOWN = { code: 1671n, id: 191_226n };
const SHIFT = KNOWN.id - KNOWN.code * FACTOR;

/**
 * The `id` of a row of wilayah. The real ids follow no rule that is known, so these are invented (A): one to one from the
 * code alone, hence the same in every plan and after every start, and never the code itself.
 */
export function rowId(kode: string): number {
  return Number((((BigInt(kode) * FACTOR + SHIFT) % MODULUS) + MODULUS) % MODULUS);
}
