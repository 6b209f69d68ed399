/** Paths of the public read API, as the pages of the Pilkada 2024 had them: each level in full below the one above. */

/** What lies directly below an area. @param code 0 for the nation, or 2, 4, 6 or 10 digits */
export function wilayahPath(election: string, code: string): string {
  return `/wilayah/pilkada/${election}/${code === '0' ? '0' : levelsOf(code)}.json`;
}

/** The pairs of an election. */
export function paslonPath(election: string): string {
  return `/pilkada/paslon/${election}.json`;
}

/** The results of an area or a TPS. @param code 2, 4, 6, 10 or 13 digits */
export function resultPath(election: string, code: string): string {
  return `/pilkada/hhcw/${election}/${levelsOf(code)}.json`;
}

const DIGITS = [2, 4, 6, 10, 13];

function levelsOf(code: string): string {
  return DIGITS.filter((digits) => digits <= code.length)
    .map((digits) => code.slice(0, digits))
    .join('/');
}
