/** A rule of the form that its figures break. */
export interface Finding {
  /** Stable. */
  code: string;
  message: string;
  /** The figures that do not agree. */
  fields: string[];
}

/** What a rule says: the sum of some figures is another. Holds for one form and, being linear, for sums of forms. */
interface SumRule {
  code: string;
  message: string;
  parts: string[];
  whole: string;
}

const VOTER_ROWS = ['dpt', 'usersDpt', 'usersDptb', 'usersDpk', 'users'];
const SEXES = ['male', 'female', 'total'];

function sumRules(pairs: number): SumRule[] {
  return [
    ...VOTER_ROWS.map((row) => ({
      code: 'P1',
      message: 'L + P = J in every row of voters',
      parts: [`voters.${row}.male`, `voters.${row}.female`],
      whole: `voters.${row}.total`,
    })),
    ...SEXES.map((sex) => ({
      code: 'P2',
      message: 'users = DPT users + DPTb users + DPK users',
      parts: [`voters.usersDpt.${sex}`, `voters.usersDptb.${sex}`, `voters.usersDpk.${sex}`],
      whole: `voters.users.${sex}`,
    })),
    {
      code: 'P3',
      message: 'valid votes = sum over the pairs',
      parts: Array.from({ length: pairs }, (_, i) => `votes.${i + 1}`),
      whole: 'sums.valid',
    },
    {
      code: 'P4',
      message: 'all votes = valid + invalid',
      parts: ['sums.valid', 'sums.invalid'],
      whole: 'sums.total',
    },
    { code: 'P5', message: 'all votes = users', parts: ['voters.users.total'], whole: 'sums.total' },
    { code: 'P6', message: 'ballots used = all votes', parts: ['sums.total'], whole: 'ballots.used' },
    {
      code: 'P7',
      message: 'ballots received = used + spoilt + unused',
      parts: ['ballots.used', 'ballots.spoilt', 'ballots.unused'],
      whole: 'ballots.received',
    },
  ];
}

/**
 * The rules of C.Hasil that figures break; a rule of which a figure is missing is not judged.
 * @param figure by field of form/fields.ts, of one form or summed over forms
 */
export function arithmeticFindings(pairs: number, figure: (field: string) => number | null): Finding[] {
  const broken = new Map<string, Finding>();
  for (const { code, message, parts, whole } of sumRules(pairs)) {
    const counts = parts.map(figure);
    const stated = figure(whole);
    if (stated === null || counts.includes(null)) continue;
    if (counts.reduce<number>((sum, count) => sum + (count ?? 0), 0) === stated) continue;
    const finding = broken.get(code) ?? { code, message, fields: [] };
    finding.fields.push(...parts, whole);
    broken.set(code, finding);
  }
  return [...broken.values()];
}
