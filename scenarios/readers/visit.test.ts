import { describe, expect, it } from 'vitest';
import { siteAreas } from './site.ts';
import {
  LONGEST_VISIT_SECOND,
  MEAN_VISIT_READS,
  MEAN_VISIT_SECOND,
  readerKind,
  visitReads,
} from './visit.ts';

const kodes = ['1671011001001', '1671011001002', '1671011002001', '1671021001001', '6302011001901'];
const site = { elections: ['pkwkp', 'pkwkk'], ...siteAreas(kodes) };

/** The first visit of a kind. */
function visit(kind: ReturnType<typeof readerKind>): number {
  return Array.from({ length: 100 }, (_, i) => i).find((i) => readerKind(i) === kind) as number;
}

describe('the site that readers look at', () => {
  it('follows from the codes of the TPS', () => {
    expect(site.kelurahan.map(({ code, tps }) => [code, tps.length])).toEqual([
      ['1671011001', 2],
      ['1671011002', 1],
      ['1671021001', 1],
      ['6302011001', 1],
    ]);
    expect(site.kabkota).toEqual([
      { code: '1671', kecamatan: ['167101', '167102'] },
      { code: '6302', kecamatan: ['630201'] },
    ]);
  });
});

describe('what visits read', () => {
  it('of a hundred visits 94 are people, 5 media and 1 a scraper, mixed', () => {
    const kinds = Map.groupBy(
      Array.from({ length: 100 }, (_, i) => readerKind(i)),
      (kind) => kind,
    );
    expect([...kinds].map(([kind, list]) => [kind, list.length]).sort()).toEqual([
      ['media', 5],
      ['scraper', 1],
      ['warga', 94],
    ]);
    const media = Array.from({ length: 100 }, (_, i) => i).filter((i) => readerKind(i) === 'media');
    expect(Math.min(...media.slice(1).map((place, i) => place - (media[i] ?? 0)))).toBeGreaterThan(5);
  });

  it('people go from the nation to their kecamatan and refresh it', () => {
    const paths = visitReads(site, visit('warga'), 100).map(({ path }) => path);
    expect(paths).toHaveLength(7);
    expect(paths[0]).toMatch(/^\/wilayah\/pilkada\/pkwk[kp]\/0\.json$/);
    expect(paths[2]).toMatch(/^\/pilkada\/hhcw\/pkwk[kp]\/\d\d\/\d{4}\.json$/);
    expect(new Set(paths.slice(-3)).size).toBe(1);
  });

  it('media poll each of the next publications, kab/kota first, every election', () => {
    const reads = visitReads(site, visit('media'), 1000);
    expect(reads[0]?.second).toBe(1800);
    const kecamatan = site.kabkota[visit('media') % 2]?.kecamatan.length ?? 0;
    expect(reads).toHaveLength(2 * 2 * (1 + kecamatan));
    expect(reads[reads.length / 2]?.second).toBe(2700);
  });

  it('a scraper walks from the nation down to every TPS of a kelurahan', () => {
    const paths = visitReads(site, visit('scraper'), 0).map(({ path }) => path);
    const kelurahan = /(\d{10})\.json$/.exec(paths[8] ?? '')?.[1] ?? '';
    const tps = kodes.filter((kode) => kode.startsWith(kelurahan));
    expect(tps.length).toBeGreaterThan(0);
    expect(paths.slice(9).map((path) => path.slice(-18, -5))).toEqual(tps);
  });

  it('in order of time, within the longest visit, and the averages hold', () => {
    let last = 0;
    let reads = 0;
    for (let i = 0; i < 1000; i++) {
      const start = 7.3 * i;
      const seconds = visitReads(site, i, start).map(({ second }) => second);
      expect(seconds).toEqual([...seconds].sort((a, b) => a - b));
      expect(seconds[0]).toBeGreaterThanOrEqual(start);
      last += (seconds.at(-1) ?? 0) - start;
      expect((seconds.at(-1) ?? 0) - start).toBeLessThanOrEqual(LONGEST_VISIT_SECOND);
      reads += seconds.length;
    }
    expect(last / 1000 / MEAN_VISIT_SECOND).toBeCloseTo(1, 1);
    expect(reads / 1000).toBeLessThan(MEAN_VISIT_READS);
  });
});
