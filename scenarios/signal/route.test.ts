import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LinkProxy } from './links-file.ts';
import { routeOf } from './route.ts';

const proxy = (name: string): LinkProxy => ({
  name,
  link: 'edge',
  kecamatan: null,
  url: `http://127.0.0.1/${name}`,
});
const byName = { edge: proxy('edge'), 'good@167101': proxy('good@167101') };
const file = { otherwise: null, kecamatan: { '167101': 'good@167101' } };

describe('the way of a TPS’s requests', () => {
  it('is its own where it has one, else its kecamatan’s, else straight', () => {
    const tps = [
      { kode: '1671011001001', proxy: 'edge', travelSecond: 480 },
      { kode: '1671021001001', proxy: null, travelSecond: 0 },
    ];
    const of = (kode: string) => {
      const { proxy: found, travelSecond } = routeOf(file, byName, tps, kode);
      return [found?.name ?? null, travelSecond];
    };
    expect(of('1671011001001')).toEqual(['edge', 480]);
    expect(of('1671011001002')).toEqual(['good@167101', 0]);
    expect(of('1671021001001')).toEqual([null, 0]);
    expect(of('1671031001001')).toEqual([null, 0]);
    expect(routeOf({ ...file, otherwise: 'edge' }, byName, tps, '1671031001001').proxy?.name).toBe('edge');
  });

  it('is found among any number of others, and of no others', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 999 }), { maxLength: 60 }),
        fc.nat(999),
        (places, asked) => {
          const kode = (place: number) => String(1_671_990_000_000 + place);
          const tps = places
            .sort((a, b) => a - b)
            .map((place) => ({ kode: kode(place), proxy: 'edge', travelSecond: place }));
          const route = routeOf(file, byName, tps, kode(asked));
          expect(route.proxy?.name ?? null).toBe(places.includes(asked) ? 'edge' : null);
          expect(route.travelSecond).toBe(places.includes(asked) ? asked : 0);
        },
      ),
    );
  });

  it('over a proxy that is not there is an error and not a way round it', () => {
    expect(() => routeOf({ ...file, otherwise: '3g' }, byName, [], '1')).toThrow('"3g"');
  });
});
