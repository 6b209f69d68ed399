import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PACKAGE_ROOT } from '../../fixtures/package-root.ts';
import type { Verdict } from '../evidence/types.ts';
import { locateK6 } from '../k6/locate.ts';
import { k6Environment } from '../k6/version.ts';
import type { RunRecord } from '../run-folder/types.ts';
import { faultsOf } from '../schemas/testing/faults.ts';
import type { TargetCheck } from '../targets/check/check-target.ts';
import { type Running, scratchFolder, start, startMockServer, stop, ujiBeban } from './command-line.ts';

const scratch = scratchFolder();
const { at } = scratch;
const plan = at('plan');
const template = readFileSync(join(PACKAGE_ROOT, 'scenarios', 'targets', 'template.ts'), 'utf8');
/** Outside the package, in a folder with a space, as in the home folders of people. */
const adapter = at('my adapters', 'mine.ts');
let mock: Running & { url: string };

beforeAll(async () => {
  const generated = await ujiBeban('generate', '--region', 'palembang', '--photos', 'pool:2', '--out', plan);
  expect(generated).toMatchObject({ code: 0 });
  mock = await startMockServer(plan, at('store.sqlite'));
  mkdirSync(at('my adapters'));
  writeFileSync(adapter, template.replace("name: 'template'", "name: 'mine'"));
});

afterAll(async () => {
  await stop(mock);
  scratch.cleanUp();
});

async function check(...args: string[]): Promise<{ code: number | null; result: TargetCheck }> {
  const { code, stdout } = await ujiBeban(
    ...[
      'target',
      'check',
      '--target',
      mock.url,
      '--plan',
      plan,
      '--stop-file',
      at('stop'),
      '--json',
      ...args,
    ],
  );
  return { code, result: JSON.parse(stdout) as TargetCheck };
}

const resultOf = ({ steps }: TargetCheck, step: string) => steps.find(({ name }) => name === step)?.result;

describe('target check', () => {
  it('of the mock: every promise is kept, and what cannot be judged is said', async () => {
    const { code, result } = await check();
    expect(code).toBe(0);
    expect(result).toMatchObject({ kept: true, adapter: 'mock' });
    expect(faultsOf('target-check', result)).toEqual([]);
    expect(result.steps.filter(({ result: found }) => found === 'kept').length).toBeGreaterThanOrEqual(14);
    expect(result.limits.map(({ part }) => part)).toEqual([]);
  });

  it('of the mock by its usual plan, without any of one’s own, in words', async () => {
    const usual = await startMockServer(plan, at('usual.sqlite'));
    try {
      const words = await ujiBeban('target', 'check', '--target', usual.url, '--stop-file', at('stop'));
      expect(words.code, words.stdout + words.stderr).toBe(0);
      expect(words.stdout).toMatch(/^ok +upload the same page again/m);
      expect(words.stdout).toContain('keeps the contract of adapter mock');
    } finally {
      await stop(usual);
    }
  });

  it('of a target that loses what it acknowledged: the read-back is what breaks', async () => {
    const store = at('lying.sqlite');
    const lying = start([
      ...['serve', '--plan', plan, '--port', '0', '--store', store],
      ...['--lie', 'lose:1', '--i-know-this-server-lies'],
    ]);
    try {
      const [url] = await lying.until(/http:\/\/127\.0\.0\.1:\d+/);
      const { code, stdout } = await ujiBeban(
        ...['target', 'check', '--target', url, '--plan', plan, '--stop-file', at('stop')],
      );
      expect(code).toBe(12);
      expect(stdout).toMatch(/^broken +read back/m);
      expect(stdout).toMatch(
        /readBack: expected exactly the 4 uploads[\s\S]*readBack: came .* page 1 0 times/,
      );
    } finally {
      await stop(lying);
    }
  });

  it('of a target that is not there, and of an adapter that is none', async () => {
    const nobody = await ujiBeban('target', 'check', '--target', 'http://127.0.0.1:9', '--plan', plan);
    expect(nobody).toMatchObject({ code: 12, stderr: expect.stringContaining('connection refused') });
    const broken = at('broken.ts');
    writeFileSync(broken, 'export const adapter = { name: "Broken One" };\n');
    const none = await ujiBeban(
      ...['target', 'check', '--target', mock.url, '--plan', plan, '--adapter', broken],
    );
    expect(none).toMatchObject({ code: 2, stderr: expect.stringContaining('must export `adapter`') });
  });

  it('of an adapter that throws, or writes into the journal: the adapter is what is wrong', async () => {
    for (const [name, fault, words] of [
      ['throwing', "throw new Error('not yet')", /broke off.*not yet/],
      ['talking', "console.log('hello')", /writes to the console.*hello/],
    ] as const) {
      const path = at(`${name}.ts`);
      writeFileSync(path, template.replace('health() {', `health() {\n${fault};`));
      const ended = await ujiBeban(
        'target',
        'check',
        '--target',
        mock.url,
        '--plan',
        plan,
        '--adapter',
        path,
      );
      expect(ended.code).toBe(2);
      expect(ended.stderr).toMatch(words);
    }
  });
});

describe('an adapter of one’s own', () => {
  it('passes the check as it stands in the template', async () => {
    const { code, result } = await check('--adapter', adapter);
    expect(code).toBe(0);
    expect(result.adapter).toBe('mine');
    expect(resultOf(result, 'read back')).toBe('kept');
    expect(resultOf(result, 'confirm it again, as after a lost answer')).toBe('kept');
    expect(resultOf(result, 'public read')).toBe('skipped');
  });

  it('drives a run and its read-back; the run folder knows it, the report says what it could not judge', async () => {
    const out = at('own');
    const ran = await ujiBeban(
      ...['run', '--plan', plan, '--workload', 'smoke', '--target', mock.url, '--speed', '400'],
      ...['--adapter', adapter, '--stop-file', at('stop'), '--out', out],
    );
    expect(ran.code, ran.stdout + ran.stderr).toBe(0);
    expect((await ujiBeban('audit', out)).code).toBe(0);
    expect((await ujiBeban('verdict', out)).code).toBe(0);
    await ujiBeban('report', out);
    const record = JSON.parse(readFileSync(join(out, 'run.json'), 'utf8')) as RunRecord;
    expect(record.target).toMatchObject({
      adapter: 'mine',
      adapterFile: adapter,
      missingParts: ['uploadTwice', 'publicRead', 'refresh', 'offline', 'pleno', 'disturb'],
    });
    expect(record.scripts[adapter]).toMatch(/^[0-9a-f]{64}$/);
    const { limits } = JSON.parse(readFileSync(join(out, 'verdict.json'), 'utf8')) as Verdict;
    expect(limits).toHaveLength(6);
    const html = readFileSync(join(out, 'report.html'), 'utf8');
    for (const { text } of limits) {
      expect(html).toContain(text.id);
      expect(html).toContain(text.en);
    }
  });

  it('that cannot read back leaves nothing to account for, and the audit says so', async () => {
    const path = at('blind.ts');
    writeFileSync(path, template.replace(/readBack\(token/, 'unused(token'));
    const out = at('blind');
    await ujiBeban(
      ...['run', '--plan', plan, '--workload', 'smoke', '--target', mock.url, '--speed', '800'],
      ...['--adapter', path, '--stop-file', at('stop'), '--out', out],
    );
    expect(await ujiBeban('audit', out)).toMatchObject({
      code: 12,
      stderr: expect.stringMatching(/cannot read back[\s\S]*readback\.ndjson/),
    });
  });

  it('runs from a `k6 archive` in an empty folder, when plan, adapter and toolkit are out of sight', async () => {
    const moved = at('moved plan');
    cpSync(plan, moved, { recursive: true });
    const { path } = await locateK6({ build: false });
    const archive = at('smoke.tar');
    const k6 = (args: string[], cwd: string) =>
      promisify(execFile)(path, args, { cwd, env: k6Environment() });
    const env = [`PLAN=${moved}`, `TARGET=${mock.url}`, 'SPEED=400', 'RUN_ID=archived'];
    const entry = at('own', 'scripts', 'entry.js');
    await k6(
      ['archive', '--archive-out', archive, ...env.flatMap((text) => ['-e', text]), entry],
      scratch.path,
    );
    renameSync(moved, at('out of sight'));
    renameSync(at('own', 'scripts'), at('own', 'out of sight'));
    const empty = at('empty');
    mkdirSync(empty);
    await k6(['run', '--quiet', '--log-format', 'raw', '--console-output', 'journal.ndjson', archive], empty);
    const lines = readFileSync(join(empty, 'journal.ndjson'), 'utf8').trimEnd().split('\n');
    const uploads = lines
      .map((line) => JSON.parse(line) as { operation?: string; acknowledged?: boolean })
      .filter(({ operation, acknowledged }) => operation === 'upload' && acknowledged);
    expect(uploads).toHaveLength(160);
    expect(existsSync(moved)).toBe(false);
  });
});

describe('npm code in an adapter', () => {
  it('goes through the bundle step of docs/k6.md, and runs on stock k6', async () => {
    const source = at('with-npm.ts');
    writeFileSync(
      source,
      `import { max } from 'd3-array';
${template
  .replace("name: 'template'", "name: 'with-npm'")
  // The newest of two sums, worked out by a package.
  .replace('complete: body.complete === true', 'complete: body.complete === true && max([1, 2]) === 2')}`,
    );
    const { path } = await locateK6({ build: false });
    expect(path).toBeTruthy();
    // Native TypeScript knows no packages.
    const bare = await ujiBeban('target', 'check', '--target', mock.url, '--plan', plan, '--adapter', source);
    expect(bare.code).toBe(2);

    const documented = /^ {4}(npx esbuild my-adapter\.ts [\s\S]*?--outfile=my-adapter\.bundle\.js)$/m.exec(
      readFileSync(join(PACKAGE_ROOT, 'docs', 'k6.md'), 'utf8'),
    )?.[1];
    const command = (documented ?? '')
      .replaceAll(/\\\n\s*/g, ' ')
      .replace('my-adapter.ts', source)
      .replace('my-adapter.bundle.js', at('with-npm.bundle.js'));
    expect(command).toMatch(/^npx esbuild /);
    await promisify(execFile)('/bin/sh', ['-c', command], {
      cwd: PACKAGE_ROOT,
      // Where the package lies that the adapter of this test imports.
      env: { ...process.env, NODE_PATH: join(PACKAGE_ROOT, 'node_modules') },
    });
    const { code, result } = await check('--adapter', at('with-npm.bundle.js'));
    expect(code).toBe(0);
    expect(result.adapter).toBe('with-npm');
    expect(resultOf(result, 'status when all is there')).toBe('kept');
  });
});
