import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { PLAY_NAMES } from '../../scenarios/workloads/play-name.ts';
import { type RunScript, runScript } from './run-script.ts';
import { taskScript } from './task-script.ts';

const folder = mkdtempSync(join(tmpdir(), 'uji-beban-adapter-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A round in which TPS log in and upload. */
const ROUND: RunScript = {
  workload: 'round-1',
  plays: new Set(['logins', 'tps']),
  overLinks: false,
  photos: null,
  folded: false,
};

describe('the script of a run', () => {
  it('is one file, whatever it imports, without types', () => {
    const script = runScript(ROUND, null, join(folder, 'round'));
    const text = readFileSync(script, 'utf8');
    expect([...text.matchAll(/^import .* from "(.*)";$/gm)].map(([, from]) => from)).toContain('k6/http');
    expect(text).not.toMatch(/from "(?!k6["/])/);
    expect(existsSync(`${script}.map`)).toBe(true);
    const map = JSON.parse(readFileSync(`${script}.map`, 'utf8')) as { sources: string[] };
    // Those of the init stage too, though it is made first.
    expect(map.sources.filter((path) => path.endsWith('scenarios/init-stage/prepare.ts'))).toHaveLength(1);
  });

  it('has what the run plays and no more for a VU to keep', () => {
    const kept = keptModules(runScript(ROUND, null, join(folder, 'lean')));
    expect(kept).toEqual(
      expect.arrayContaining(['scenarios/flows/tps-session.ts', 'scenarios/targets/mock.ts']),
    );
    expect(kept.filter((path) => /init-stage|pleno|offline|confirm|readers|link|pps/.test(path))).toEqual([]);
  });

  it('has everything where everything is played', () => {
    const whole: RunScript = {
      workload: 'round-2',
      plays: new Set(PLAY_NAMES),
      overLinks: true,
      photos: null,
      folded: false,
    };
    const kept = keptModules(runScript(whole, null, join(folder, 'all')));
    for (const part of ['pleno', 'offline', 'confirm', 'public-pages'])
      expect(kept).toContain(`scenarios/targets/mock-${part}.ts`);
    expect(kept).toContain('scenarios/signal/linked-target.ts');
    for (const name of PLAY_NAMES) expect(kept).toContain(`scenarios/plays/${name}.ts`);
    expect(kept.filter((path) => path.includes('init-stage'))).toEqual([]);
  });

  it('is folded where VUs are many: most functions are made when they are called', () => {
    const plain = readFileSync(runScript(ROUND, null, join(folder, 'plain')), 'utf8');
    const script = runScript({ ...ROUND, folded: true }, null, join(folder, 'folded'));
    const folded = readFileSync(script, 'utf8');
    expect(functionsKept(folded)).toBeLessThan(0.6 * functionsKept(plain));
    const exported = (text: string) =>
      /^export \{([^}]*)\}/m
        .exec(text)?.[1]
        ?.match(/\w+(?=\s*(,|$))/g)
        ?.sort();
    expect(exported(folded)).toEqual(exported(plain));
    expect(folded.match(/sourceMappingURL/g)).toHaveLength(1);
    const map = JSON.parse(readFileSync(`${script}.map`, 'utf8')) as { sources: string[] };
    expect(map.sources.filter((path) => path.endsWith('scenarios/flows/tps-session.ts'))).toHaveLength(1);
  });

  it('speaks through an adapter of one’s own', () => {
    const path = join(folder, 'run-other.ts');
    writeFileSync(path, "export const adapter: object = { name: 'other-api' };\n");
    const script = runScript(ROUND, path, join(folder, 'run-other'));
    expect(readFileSync(script, 'utf8')).toContain('"other-api"');
    expect(keptModules(script)).not.toContain('scenarios/targets/mock.ts');
  });
});

describe('the script of a task', () => {
  it('selects an adapter before the task asks for it', () => {
    const path = join(folder, 'other.ts');
    writeFileSync(path, "export const adapter: object = { name: 'other-api' };\n");
    const text = readFileSync(taskScript('health', path, join(folder, 'other')), 'utf8');
    const selects = text.indexOf('selectAdapter(adapter)');
    expect(selects).toBeGreaterThan(text.indexOf('"other-api"'));
    expect(text.indexOf('= taskTarget(')).toBeGreaterThan(selects);
  });
});

it.each([
  ["import { what } from 'no-such-package';\nexport const adapter = what;\n", /no-such-package/],
  ['export const adapter = {\n', /broken\.ts:2/],
])('an adapter is refused with the place that is wrong: %j', (text, message) => {
  const path = join(folder, 'broken.ts');
  writeFileSync(path, text);
  const refused = expect.objectContaining({
    code: 'ADAPTER_INVALID',
    message: expect.stringMatching(message),
  });
  expect(() => runScript(ROUND, path, join(folder, 'broken'))).toThrow(refused);
  expect(() => taskScript('health', path, join(folder, 'broken'))).toThrow(refused);
});

/** Functions of a script's own, which k6 keeps for every VU. */
function functionsKept(text: string): number {
  return text.match(/^function /gm)?.length ?? 0;
}

/** Files whose code stands in a script where every VU runs it; the bundler names each in a comment at the start of its part. */
function keptModules(script: string): string[] {
  return [...readFileSync(script, 'utf8').matchAll(/^\/\/ (\S+\.ts)$/gm)].map(([, path]) =>
    (path as string).replace(/^.*?(?=(scenarios|fixtures)\/)/, ''),
  );
}
