import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { TOOLKIT } from '../../fixtures/package-root.ts';
import { generatePlan } from '../../fixtures/plan/generate.ts';
import { inventRegion } from '../../fixtures/testing/region.ts';
import type { ToldLie } from '../../mock-server/contract/lies.ts';
import type { Audit, Finding } from '../evidence/types.ts';
import { scratchFolder, start, stop, ujiBeban } from './command-line.ts';

/** 16 TPS, 64 uploads, twelve hours in two seconds: enough to lie about. */
const HAMLET = inventRegion({ tps: [Array(4).fill(4)], dpt: 8_000 });
const SPEED = 20_000;
const UPLOADS = 64;

const scratch = scratchFolder();
const { at } = scratch;
beforeAll(() =>
  generatePlan({
    region: HAMLET,
    seed: 7,
    out: at('plan'),
    photos: { mode: 'pool', size: 2, sensor: 'published' },
    toolkit: TOOLKIT,
  }),
);
afterAll(() => scratch.cleanUp());

/** A round against a server that lies: what it told, and what the audit found. */
async function roundAgainst(name: string, lies: string[]): Promise<{ told: ToldLie[]; audit: Audit }> {
  const server = start([
    'serve',
    ...['--plan', at('plan'), '--port', '0', '--store', at(`${name}.sqlite`), '--seed', '3'],
    ...['--i-know-this-server-lies', '--lie', ...lies],
  ]);
  try {
    const [url] = await server.until(/http:\/\/127\.0\.0\.1:\d+/);
    expect(server.output()).toContain(`THIS SERVER LIES: ${lies.join(', ')}`);
    const args = ['--plan', at('plan'), '--target', url, '--round', '1', '--speed', String(SPEED)];
    const ran = await ujiBeban('run', ...args, '--out', at(name));
    expect([0, 99], ran.stdout + ran.stderr).toContain(ran.code);
    const audited = await ujiBeban('audit', at(name));
    expect(audited.code, audited.stdout + audited.stderr).toBe(1);
    const answer = await fetch(`${url}/simulator/lies`);
    const { lies: told } = (await answer.json()) as { lies: ToldLie[] };
    return { told, audit: JSON.parse(readFileSync(at(name, 'audit.json'), 'utf8')) as Audit };
  } finally {
    await stop(server);
  }
}

const keysOf = (audit: Audit, ...codes: Finding['code'][]) =>
  audit.findings
    .filter(({ code }) => codes.includes(code))
    .map(({ key }) => key)
    .sort();

it.each([
  ['lose:0.1', null, 'LOST', 'lost'],
  ['alter:3', 3, 'ALTERED', 'altered'],
  ['swap:2', 4, 'ALTERED', 'altered'],
  ['duplicate:4', 4, 'DUPLICATED', 'duplicated'],
  ['invent:6', 6, 'UNEXPECTED', 'unexpected'],
  ['cache:3', 3, 'UNACKNOWLEDGED', 'unacknowledged'],
] as const)('%s: the audit finds exactly these documents', async (lie, count, code, outcome) => {
  const { told, audit } = await roundAgainst(lie.replace(/\W/g, '-'), [lie]);
  expect(told.length).toBe(count ?? told.length);
  expect(told.length).toBeGreaterThan(0);
  expect(audit[outcome]).toBe(told.length);
  const keys = told.map(({ key, other }) => (code === 'UNEXPECTED' ? other : key)).sort();
  expect(keysOf(audit, code)).toEqual(keys);
  expect(audit.findings).toHaveLength(told.length);
  expect(audit.stored).toBe(UPLOADS - (code === 'UNEXPECTED' ? 0 : told.length));
});

it('all lies at once are told apart', async () => {
  const { told, audit } = await roundAgainst('all', [
    'lose:4',
    'alter:3',
    'swap:1',
    'duplicate:2',
    'invent:5',
  ]);
  const of = (...kinds: ToldLie['lie'][]) => told.filter(({ lie }) => kinds.includes(lie)).length;
  expect(audit).toMatchObject({
    planned: UPLOADS,
    lost: of('lose'),
    altered: of('alter', 'swap'),
    duplicated: of('duplicate'),
    unexpected: of('invent'),
    unacknowledged: 0,
  });
  expect(told).toHaveLength(4 + 3 + 2 + 2 + 5);
});

it('nobody gets a lying server without saying so', async () => {
  const refused = await ujiBeban('serve', '--plan', at('plan'), '--port', '0', '--lie', 'lose:1');
  expect(refused.code).toBe(2);
  expect(refused.stderr).toContain('--i-know-this-server-lies');
});
