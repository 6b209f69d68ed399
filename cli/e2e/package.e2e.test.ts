import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PACKAGE_ROOT } from '../../fixtures/package-root.ts';
import type { Audit } from '../evidence/types.ts';
import { locateK6 } from '../k6/locate.ts';
import { type Ended, type Running, scratchFolder, startProgram, stop } from './command-line.ts';

/** Packing, installing and a short round, each for real. */
const scratch = scratchFolder();
/** A space, as in the home folders of people. */
const home = join(scratch.path, 'folder with a space');
const installed = join(home, 'node_modules', 'sirekap-uji-beban');
const bin = join(home, 'node_modules', '.bin', 'uji-beban');

/** The environment of a person at a prompt: none of what `npm test` adds, so the `node` is the machine's own. */
const env: NodeJS.ProcessEnv = {
  ...Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^npm_(config_local_prefix|package_|lifecycle_)/.test(name) && name !== 'INIT_CWD',
    ),
  ),
  PATH: (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.includes('node_modules'))
    .join(delimiter),
};

async function succeed(command: string, args: string[], cwd = home): Promise<Ended> {
  const ended = await startProgram(command, args, { cwd, env }).ended;
  expect(ended.code, `${command} ${args.join(' ')}\n${ended.stdout}${ended.stderr}`).toBe(0);
  return ended;
}

const ujiBeban = (...args: string[]) => succeed(bin, args);

function systemNode(): string {
  for (const folder of (env.PATH ?? '').split(delimiter)) {
    const path = join(folder, 'node');
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // not in this folder
    }
  }
  throw new Error('there is no node on the PATH');
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' });
}

beforeAll(async () => {
  mkdirSync(home);
  await succeed('npm', ['pack', '--pack-destination', home], PACKAGE_ROOT);
  const tarball = readdirSync(home).find((name) => name.endsWith('.tgz'));
  writeFileSync(join(home, 'package.json'), '{ "private": true }\n');
  await succeed('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', join(home, tarball ?? '')]);
});

afterAll(() => scratch.cleanUp());

describe('the package', () => {
  it('leaves nothing behind in the checkout', () => {
    expect(existsSync(join(PACKAGE_ROOT, 'dist'))).toBe(false);
  });

  it('carries what runs, and neither tests nor what only they need', () => {
    const files = filesBelow(installed);
    expect(files.filter((file) => /\.test\.|(^|\/)(testing|e2e|bench)(\/|$)|\.bin/.test(file))).toEqual([]);
    expect(files).toEqual(
      expect.arrayContaining([
        'LICENSE',
        'dist/mock-server/store/sqlite/writer-thread.js',
        'dist/cli/criteria/smoke.yaml',
        'dist/fixtures/regions/palembang.json',
        'cli/k6/module/go.mod',
        'docs/schemas/plan.schema.json',
        'scenarios/round-1.ts',
      ]),
    );
  });

  it('depends on nothing that is for development only', () => {
    for (const name of ['typescript', 'vitest', 'knip', 'playwright-core', '@fastify/multipart'])
      expect(existsSync(join(home, 'node_modules', name)), name).toBe(false);
  });

  it.each([
    ["the machine's own Node", systemNode()],
    ['the Node it brings', process.execPath],
  ])('runs under %s', async (_name, node) => {
    const { stdout } = await succeed(node, [join(installed, 'cli', 'bin.js'), 'regions']);
    expect(stdout).toContain('Kota Palembang');
  });

  it('answers to npx', async () => {
    const { stdout } = await succeed('npx', ['--no-install', 'uji-beban', 'regions', 'show', 'palembang']);
    expect(stdout).toContain('2,272 TPS');
  });

  it('says what is wrong as the checkout does', async () => {
    const ended = await startProgram(bin, ['generate', '--region', 'palembag', '--out', 'x'], {
      cwd: home,
      env,
    }).ended;
    expect(ended).toMatchObject({ code: 2, stderr: expect.stringContaining('palembang') });
  });
});

describe('a round, from the installed package', () => {
  let mock: Running | undefined;
  afterAll(() => stop(mock));

  it('generate, serve, run, audit, verdict, report', async () => {
    const { path: k6 } = await locateK6({ build: false });
    await ujiBeban('generate', '--region', 'palembang', '--photos', 'pool:2', '--out', 'the plan');
    mock = startProgram(bin, ['serve', '--plan', 'the plan', '--port', '0', '--store', 's.sqlite'], {
      cwd: home,
      env,
    });
    const [target] = await mock.until(/http:\/\/127\.0\.0\.1:\d+/);
    const workload = ['--plan', 'the plan', '--workload', 'smoke', '--target', target, '--speed', '400'];
    await ujiBeban('run', ...workload, '--k6', k6, '--out', 'the run');
    await ujiBeban('audit', 'the run');
    await ujiBeban('verdict', 'the run');
    await ujiBeban('report', 'the run');
    const audit = JSON.parse(readFileSync(join(home, 'the run', 'audit.json'), 'utf8')) as Audit;
    expect(audit).toMatchObject({ planned: 160, stored: 160, findings: [] });
    expect(readFileSync(join(home, 'the run', 'report.html'), 'utf8')).toContain('LULUS');
  });

  it('finds the machine ready, and the criteria of every workload', async () => {
    await ujiBeban('verdict', 'the run', '--criteria', 'smoke');
    const { path: k6 } = await locateK6({ build: false });
    const { stdout } = await ujiBeban('doctor', '--k6', k6);
    expect(stdout).not.toContain('missing');
  });
});
