import { ARRIVAL_TIME_UNIT_SECOND, type RateKnot } from '../../fixtures/plan/types.ts';

/** A corner of a rate before it is rounded: arrivals a plan second. */
export interface Corner {
  second: number;
  rate: number;
}

/** A rate as k6 takes it, and how many arrivals it yields. */
export interface Shape {
  count: number;
  durationSecond: number;
  knots: RateKnot[];
}

/** As `constantRate`: rounding can never lose the last arrival. */
const SURPLUS = 0.25;

/** The straight lines between these corners, scaled by less than an arrival so that they yield exactly the whole number below. */
export function shapeOf(corners: readonly Corner[]): Shape {
  const area = areaOf(corners);
  // A hair more than nothing: 120 sessions may come out as 119.999999.
  const count = Math.floor(area + 1e-6);
  const scale = area === 0 ? 0 : (count + SURPLUS) / area;
  return {
    count,
    durationSecond: corners.at(-1)?.second ?? 0,
    knots: corners.map(({ second, rate }) => ({
      second,
      rate: Math.round(rate * scale * ARRIVAL_TIME_UNIT_SECOND),
    })),
  };
}

/** Up to a rate, along it, and down again. */
export function trapezoid(rate: number, upSecond: number, holdSecond: number, downSecond: number): Corner[] {
  const corners = [
    { second: 0, rate: 0 },
    { second: upSecond, rate },
  ];
  if (holdSecond > 0) corners.push({ second: upSecond + holdSecond, rate });
  corners.push({ second: upSecond + holdSecond + downSecond, rate: 0 });
  return corners;
}

/** Arrivals under straight lines between corners; not rounded. */
export function areaOf(corners: readonly Corner[]): number {
  let area = 0;
  for (let k = 1; k < corners.length; k++) {
    const from = corners[k - 1] as Corner;
    const to = corners[k] as Corner;
    area += ((to.second - from.second) * (from.rate + to.rate)) / 2;
  }
  return area;
}
