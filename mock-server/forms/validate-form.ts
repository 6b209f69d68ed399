import { fieldIds } from '../../fixtures/form/fields.ts';
import type { ValidationCode } from '../contract/validation-codes.ts';

/** A rule that the figures of a form break. */
export interface Finding {
  code: ValidationCode;
  /** Ids of the figures that do not fit together, in the order of the form. */
  figures: string[];
}

/** Voters a TPS has at most (V). */
const MOST_VOTERS = 600;

/** Spare ballots over the DPT: a fortieth, 2.5%, rounded up (A: assumed; the presidential form had 2%). */
const SPARE_BALLOTS = 40;

type Figures = (id: string) => number | null;

interface Rule {
  code: ValidationCode;
  figures: string[];
  /** Called only when every figure of the rule has digits. */
  holds(of: (id: string) => number): boolean;
}

const sum = (of: (id: string) => number, ids: readonly string[]) =>
  ids.reduce((total, id) => total + of(id), 0);

/** The first figure must be the sum of the others. */
function equalsSum(code: ValidationCode, total: string, parts: string[]): Rule {
  return { code, figures: [...parts, total], holds: (of) => of(total) === sum(of, parts) };
}

const ROWS = [
  ['V101', 'dpt'],
  ['V102', 'usersDpt'],
  ['V103', 'usersDptb'],
  ['V104', 'usersDpk'],
  ['V105', 'users'],
] as const;

const COLUMNS = [
  ['V111', 'male'],
  ['V112', 'female'],
  ['V113', 'total'],
] as const;

function rulesOf(pairs: number): Rule[] {
  const votes = Array.from({ length: pairs }, (_, i) => `votes.${i + 1}`);
  const capped = ['voters.users.total', 'sums.valid', 'sums.total'];
  return [
    ...ROWS.map(([code, row]) =>
      equalsSum(code, `voters.${row}.total`, [`voters.${row}.male`, `voters.${row}.female`]),
    ),
    ...COLUMNS.map(([code, column]) =>
      equalsSum(
        code,
        `voters.users.${column}`,
        ['usersDpt', 'usersDptb', 'usersDpk'].map((row) => `voters.${row}.${column}`),
      ),
    ),
    equalsSum('V201', 'sums.valid', votes),
    equalsSum('V202', 'sums.total', ['sums.valid', 'sums.invalid']),
    equalsSum('V203', 'sums.total', ['voters.users.total']),
    equalsSum('V204', 'ballots.used', ['voters.users.total']),
    equalsSum('V301', 'ballots.received', ['ballots.used', 'ballots.spoilt', 'ballots.unused']),
    {
      code: 'V302',
      figures: ['voters.dpt.total', 'ballots.received'],
      holds: (of) => {
        const dpt = of('voters.dpt.total');
        return of('ballots.received') === dpt + Math.ceil(dpt / SPARE_BALLOTS);
      },
    },
    { code: 'V401', figures: ['voters.dpt.total'], holds: (of) => of('voters.dpt.total') <= MOST_VOTERS },
    {
      code: 'V402',
      figures: [...capped, 'ballots.received'],
      holds: (of) => capped.every((id) => of(id) <= of('ballots.received')),
    },
  ];
}

/**
 * The rules of C.Hasil that the figures break, in order of their numbers. A rule about a figure without digits says nothing:
 * the figure itself is found.
 * @param isReadable whether the photo of a figure's page can be read
 */
export function validateForm(
  pairs: number,
  figure: Figures,
  isReadable: (id: string) => boolean = () => true,
): Finding[] {
  const order = fieldIds(pairs);
  const blank = order.filter((id) => figure(id) === null);
  const number = (id: string) => figure(id) ?? 0;
  const broken = rulesOf(pairs).filter(
    ({ figures, holds }) => !figures.some((id) => figure(id) === null) && !holds(number),
  );
  const boxes = [
    { code: 'V501' as const, figures: blank.filter(isReadable) },
    { code: 'V502' as const, figures: blank.filter((id) => !isReadable(id)) },
  ];
  return [
    ...broken.map(({ code, figures }) => ({
      code,
      figures: figures.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)),
    })),
    ...boxes.filter(({ figures }) => figures.length > 0),
  ];
}
