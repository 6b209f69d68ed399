import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generatePlan } from '../../fixtures/plan/generate.ts';
import { readPlan } from '../../fixtures/plan/read.ts';
import type { Disturbance, Plan } from '../../fixtures/plan/types.ts';
import { inventRegion } from '../../fixtures/testing/region.ts';
import { planLinks, signalDisturbances } from './plan-links.ts';

const folder = join(mkdtempSync(join(tmpdir(), 'plan-links-')), 'plan');
let plan: Plan;

beforeAll(async () => {
  const region = inventRegion({
    tps: [Array(4).fill(5), Array(4).fill(5)],
    dpt: 12_000,
    ways: { offline: 4, 'offline-online': 8 },
    weakSignal: 8,
  });
  const toolkit = { name: 'test', version: '0' };
  await generatePlan({ region, seed: 3, out: folder, photos: { mode: 'none' }, toolkit });
  plan = await readPlan(folder);
});
afterAll(() => rmSync(join(folder, '..'), { recursive: true }));

const outage: Disturbance = {
  name: 'o',
  type: 'signal-outage',
  atSecond: 0,
  durationSecond: 1,
  kecamatan: '999901',
};

describe('the proxies that a plan needs', () => {
  it('are one a bad link, and one without signal for who is on the way', async () => {
    const { proxies, tps, counts, otherwise, kecamatan, slow } = await planLinks(folder, plan, {
      override: null,
      disturbances: [],
      part: null,
    });
    expect([otherwise, kecamatan]).toEqual([null, {}]);
    expect(counts.good + counts.edge + counts['3g'] + counts['4g-congested']).toBe(40);
    expect(tps).toHaveLength(plan.counts.weakSignal);
    expect(tps.filter(({ travelSecond }) => travelSecond > 0)).toHaveLength(4);
    expect(tps.map(({ kode }) => kode)).toEqual(tps.map(({ kode }) => kode).sort());
    expect(proxies.map(({ name }) => name)).toEqual(expect.arrayContaining(['4g-congested', 'none']));
    expect(proxies.every(({ kecamatan: own }) => own === null)).toBe(true);
    expect(slow.sessions).toBe(plan.counts.weakSignal);
  });

  it('are those of a disturbed kecamatan beside, for good links too', async () => {
    const { proxies, kecamatan, tps } = await planLinks(folder, plan, {
      override: null,
      disturbances: [outage],
      part: null,
    });
    expect(kecamatan).toEqual({ '999901': 'good@999901' });
    const own = proxies.filter((proxy) => proxy.kecamatan === '999901');
    expect(own.map(({ link }) => link)).toContain('good');
    for (const { kode, proxy } of tps)
      if (kode.startsWith('999902') && proxy !== null) expect(proxy).not.toContain('@');
  });

  it('are one where every TPS has the same link', async () => {
    const { proxies, otherwise, counts, slow } = await planLinks(folder, plan, {
      override: '3g',
      disturbances: [],
      part: null,
    });
    expect(otherwise).toBe('3g');
    expect(proxies.map(({ name }) => name).sort()).toEqual(['3g', 'none']);
    expect(counts).toMatchObject({ good: 0, '3g': 40 });
    expect(slow.sessions).toBe(40);
  });

  it('are those of a part, with the disturbances that its TPS feel', async () => {
    const whole = await planLinks(folder, plan, { override: null, disturbances: [outage], part: null });
    expect(whole.felt).toEqual([outage]);
    const part = ['9999021001'];
    const { felt, proxies, kecamatan, counts, tps, slow } = await planLinks(folder, plan, {
      override: null,
      disturbances: [outage],
      part,
    });
    expect(counts.good + counts.edge + counts['3g'] + counts['4g-congested']).toBe(5);
    expect(tps.every(({ kode }) => kode.startsWith(part[0] as string))).toBe(true);
    expect(slow.sessions).toBeLessThanOrEqual(5);
    // A phone of the part may have been carried to the kecamatan without signal.
    const carried = tps.some(({ proxy }) => proxy?.endsWith('@999901'));
    expect(felt).toEqual(carried ? [outage] : []);
    expect(Object.keys(kecamatan)).toEqual(carried ? ['999901'] : []);
    expect(proxies.some((proxy) => proxy.kecamatan !== null)).toBe(carried);
  });

  it('leave what the target plays to the target', () => {
    expect(signalDisturbances(plan)).toEqual([]);
    expect(plan.workload.disturbances).toHaveLength(3);
    const disturbances = [...plan.workload.disturbances, outage];
    expect(signalDisturbances({ workload: { ...plan.workload, disturbances } })).toEqual([outage]);
  });
});
