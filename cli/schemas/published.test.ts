import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { listDocumentProfiles } from '../../fixtures/documents/catalog.ts';
import { PACKAGE_ROOT } from '../../fixtures/package-root.ts';
import { generatePlan, generateShard } from '../../fixtures/plan/generate.ts';
import { readPlan } from '../../fixtures/plan/read.ts';
import { writePlenoFile } from '../../fixtures/pleno/write.ts';
import { listRegions } from '../../fixtures/regions/catalog.ts';
import { inventRegion } from '../../fixtures/testing/region.ts';
import { BUILT_IN_CRITERIA, loadCriteria } from '../evidence/criteria.ts';
import { retestOf } from '../evidence/index.ts';
import { sampleComparison } from '../report/testing/sample-comparison.ts';
import { sampleInput } from '../report/testing/sample-input.ts';
import { schemaFiles } from './published.ts';
import { faultsOf, faultsOfFile } from './testing/faults.ts';

const folder = join(PACKAGE_ROOT, 'docs', 'schemas');
const scratch = mkdtempSync(join(tmpdir(), 'uji-beban-schemas-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

it('docs/schemas is what `npm run schemas` writes', () => {
  const committed = readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]);
  expect(new Map(committed as [string, string][])).toEqual(
    new Map(schemaFiles().map(({ file, content }) => [file, content])),
  );
});

describe('what is written is what the schemas say', () => {
  const plan = join(scratch, 'plan');
  beforeAll(async () => {
    await generatePlan({
      region: inventRegion({ tps: [[2, 1], [1]], dpt: 900 }),
      seed: 5,
      out: plan,
      photos: { mode: 'pool', size: 1, sensor: 'published' },
      toolkit: { name: 'sirekap-uji-beban', version: 'test' },
    });
  });

  it.each([
    ['plan', 'plan.json'],
    ['tps', 'tps.ndjson'],
    ['accounts', 'accounts.ndjson'],
    ['photos.index', 'photos.index.json'],
  ] as const)('%s: a real plan', (format, file) => {
    expect(faultsOfFile(format, join(plan, file))).toEqual([]);
  });

  it('pleno: a real one', async () => {
    const { area } = await readPlan(plan);
    const out = join(scratch, 'pleno.ndjson');
    await writePlenoFile(plan, area.kecamatan[0]?.code ?? '', out);
    expect(faultsOfFile('pleno', out)).toEqual([]);
  });

  it('plan-shard: a real one', async () => {
    const out = join(scratch, 'shard');
    await generateShard({
      region: inventRegion({ tps: [[2, 1], [1]], dpt: 900 }),
      seed: 5,
      out,
      photos: { mode: 'none' },
      shards: 2,
      shard: 1,
      toolkit: { name: 'sirekap-uji-beban', version: 'test' },
    });
    expect(faultsOfFile('plan-shard', join(out, 'shard.json'))).toEqual([]);
  });

  it.each(listRegions())('region: %s', (region) => {
    expect(faultsOfFile('region', join(PACKAGE_ROOT, 'fixtures', 'regions', `${region}.json`))).toEqual([]);
  });

  it.each(listDocumentProfiles())('document-profile: %s', (name) => {
    expect(
      faultsOfFile('document-profile', join(PACKAGE_ROOT, 'fixtures', 'documents', `${name}.json`)),
    ).toEqual([]);
  });

  it.each(BUILT_IN_CRITERIA)('criteria: %s', (name) => {
    // As a run writes it into its folder; some are two files as one.
    expect(faultsOf('criteria', parse(loadCriteria(name).text))).toEqual([]);
  });

  it('comparison: one with every kind of change', () => {
    expect(faultsOf('comparison', JSON.parse(JSON.stringify(sampleComparison())))).toEqual([]);
  });

  it('retest: every TPS of a round in which something failed', () => {
    const lines = retestOf(sampleInput('FAIL').audit);
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.flatMap((line) => faultsOf('retest', line))).toEqual([]);
  });

  it('and what is something else is refused, with the place', () => {
    expect(faultsOf('resources', { at: 1, cpuPercent: -1, rssBytes: 1 })).toEqual([
      '/cpuPercent must be >= 0',
    ]);
    expect(faultsOf('retest', { tps: '1', documents: [] })[0]).toMatch(/^\/tps must match pattern/);
  });
});
