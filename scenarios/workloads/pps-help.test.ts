import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrivalSeconds } from '../../fixtures/arrival/schedule.ts';
import { WAYS } from '../../fixtures/plan/types.ts';
import { phasesOf } from './index.ts';
import { loadOf } from './load.ts';
import { type HelpedTps, helpersOf, NEXT_TPS_SECOND, ppsOfKelurahan, turnSeconds } from './pps-help.ts';
import { withPps } from './pps-load.ts';
import { statusOffsetSecond } from './session-schedule.ts';
import { palembangLoad } from './testing/palembang-load.ts';

const plan = palembangLoad();
const { workload } = plan;
const UPLOADS = 4;

/** TPS of some kelurahan, in order of arrival. */
const arrivals = fc
  .array(
    fc.record({
      kelurahan: fc.integer({ min: 1001, max: 1006 }),
      way: fc.constantFrom(...WAYS),
      arrivalSecond: fc.integer({ min: 1, max: 39_000 }),
    }),
    { minLength: 1, maxLength: 80 },
  )
  .map((tps) =>
    tps
      .sort((a, b) => a.arrivalSecond - b.arrivalSecond)
      .map(
        ({ kelurahan, way, arrivalSecond }, i): HelpedTps => ({
          kode: `167101${kelurahan}${String(i + 1).padStart(3, '0')}`,
          way,
          arrivalSecond,
        }),
      ),
  );

describe('TPS are divided among the PPS operators of their kelurahan', () => {
  it('each TPS once, by one of its own kelurahan, evenly and in order of arrival', () => {
    fc.assert(
      fc.property(arrivals, fc.integer({ min: 1, max: 4 }), (tps, operators) => {
        const helpers = helpersOf(tps, operators);
        const helped = helpers.flatMap((helper) => helper.tps);
        expect(helped.toSorted((a, b) => a - b)).toEqual([...tps.keys()]);
        for (const helper of helpers) {
          for (const place of helper.tps) expect(tps[place]?.kode.slice(0, 10)).toBe(helper.kelurahan);
          expect(helper.tps).toEqual(helper.tps.toSorted((a, b) => a - b));
          expect(helper.place).toBeLessThan(operators);
        }
        for (const own of Object.values(Object.groupBy(helpers, ({ kelurahan }) => kelurahan))) {
          const counts = own?.map((helper) => helper.tps.length) ?? [];
          expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
          expect(new Set(own?.map(({ place }) => place)).size).toBe(own?.length);
        }
        // They start in order of their first TPS.
        const firsts = helpers.map((helper) => helper.tps[0] as number);
        expect(firsts).toEqual(firsts.toSorted((a, b) => a - b));
      }),
    );
  });

  it('nobody helps where a kelurahan has no PPS operator', () => {
    expect(helpersOf([{ kode: '1671011001001' }], 0)).toEqual([]);
  });

  it('Palembang has two in each kelurahan', () => {
    expect(ppsOfKelurahan(plan.counts)).toBe(2);
  });
});

describe('an operator’s TPS have their turns', () => {
  it('one after the other with a pause between, and in a round none before it has arrived', () => {
    fc.assert(
      fc.property(arrivals, fc.boolean(), (tps, asTheyArrive) => {
        const turns = turnSeconds(tps, workload, UPLOADS, asTheyArrive);
        expect(turns[0]).toBe(0);
        for (const [i, turn] of turns.entries()) {
          const { arrivalSecond } = tps[i] as HelpedTps;
          const arrived = arrivalSecond - (tps[0]?.arrivalSecond ?? 0);
          if (asTheyArrive) expect(turn).toBeGreaterThanOrEqual(arrived);
          if (i === 0) continue;
          const { way } = tps[i - 1] as HelpedTps;
          const free =
            (turns[i - 1] as number) + statusOffsetSecond(workload, way, UPLOADS) + NEXT_TPS_SECOND;
          // As early as both allow.
          expect(turn).toBe(asTheyArrive ? Math.max(free, arrived) : free);
        }
      }),
    );
  });
});

describe('the load of the PPS', () => {
  const profile = { counts: plan.counts, documentProfile: [{ type: 'c-hasil', pages: UPLOADS }] as never };

  it('a round: every TPS, and each operator from the arrival of the first', () => {
    fc.assert(
      fc.property(arrivals, (tps) => {
        const load = withPps({ ...loadOf(plan), tps: tps.length }, profile, tps);
        const helpers = helpersOf(tps, 2);
        const [, upload] = phasesOf({ workload: 'round-1', flow: 'pps', readers: false }, load);
        expect(upload).toMatchObject({
          count: helpers.length,
          helping: { tps: tps.length, asTheyArrive: true },
        });
        const starts = arrivalSeconds(upload?.knots ?? [], helpers.length);
        for (const [i, helper] of helpers.entries()) {
          const { arrivalSecond } = tps[helper.tps[0] as number] as HelpedTps;
          expect(starts[i]).toBeLessThanOrEqual(arrivalSecond + 1e-6);
        }
        const longest = Math.max(
          ...helpers.map((helper) => {
            const helped = helper.tps.map((place) => tps[place] as HelpedTps);
            const last = turnSeconds(helped, workload, UPLOADS, true).at(-1) ?? 0;
            return last + statusOffsetSecond(workload, helped.at(-1)?.way ?? 'online', UPLOADS);
          }),
        );
        expect(upload?.helping?.longestSecond).toBeGreaterThanOrEqual(longest);
      }),
    );
  });

  it('a named workload: the TPS of as many operators as it has sessions', () => {
    const tps = Array.from({ length: 400 }, (_, i): HelpedTps => {
      const kelurahan = 1001 + (i % 20);
      return {
        kode: `167101${kelurahan}${String(i).padStart(3, '0')}`,
        way: 'online',
        arrivalSecond: i * 90,
      };
    });
    const load = withPps({ ...loadOf(plan), tps: 400 }, profile, tps);
    const [, upload] = phasesOf({ workload: 'smoke', flow: 'pps', readers: false }, load);
    expect(upload).toMatchObject({ count: 4, helping: { tps: 40, most: 10, asTheyArrive: false } });
    // Nine TPS of four sheets and a pause each before the last, and that one's own sheets.
    expect(upload?.helping?.longestSecond).toBe(9 * (4 * 150 + NEXT_TPS_SECOND) + 4 * 150);
  });

  it('a plan without PPS operators that have TPS is refused', () => {
    expect(() => phasesOf({ workload: 'round-1', flow: 'pps', readers: false }, loadOf(plan))).toThrow(
      'no operators of the PPS',
    );
  });
});
