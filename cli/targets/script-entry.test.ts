import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { adapterFile, scriptEntry } from './script-entry.ts';

const folder = mkdtempSync(join(tmpdir(), 'uji-beban-adapter-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('an adapter that is named', () => {
  it('is the mock’s, or a file', () => {
    const path = join(folder, 'mine.ts');
    writeFileSync(path, 'export const adapter = {};\n');
    expect(adapterFile(undefined)).toBeNull();
    expect(adapterFile('mock')).toBeNull();
    expect(adapterFile(path)).toBe(path);
  });

  it.each([
    ['none.ts', undefined, /there is no adapter/],
    ['mine.py', 'adapter = {}', /there is no adapter/],
    ['empty.ts', 'const adapter = {};\n', /exports no `adapter`/],
  ])('is refused: %s', (name, text, message) => {
    const path = join(folder, name);
    if (text !== undefined) writeFileSync(path, text);
    expect(() => adapterFile(path)).toThrow(
      expect.objectContaining({ code: 'ADAPTER_INVALID', message: expect.stringMatching(message) }),
    );
  });
});

describe('the script for k6', () => {
  it('is one file, whatever the scenario imports, without types', () => {
    const script = scriptEntry('scenarios/smoke.ts', null, join(folder, 'smoke'));
    const text = readFileSync(script, 'utf8');
    expect([...text.matchAll(/^import .* from "(.*)";$/gm)].map(([, from]) => from)).toContain('k6/http');
    expect(text).not.toMatch(/from "(?!k6["/])/);
    expect(existsSync(`${script}.map`)).toBe(true);
  });

  it('selects an adapter before the scenario asks for it', () => {
    const path = join(folder, 'other.ts');
    writeFileSync(path, "export const adapter: object = { name: 'other-api' };\n");
    const text = readFileSync(scriptEntry('scenarios/smoke.ts', path, join(folder, 'other')), 'utf8');
    const selects = text.indexOf('selectAdapter(adapter)');
    expect(selects).toBeGreaterThan(text.indexOf('"other-api"'));
    expect(text.indexOf('= defineScenario(')).toBeGreaterThan(selects);
  });

  it.each([
    ["import { what } from 'no-such-package';\nexport const adapter = what;\n", /no-such-package/],
    ['export const adapter = {\n', /broken\.ts:2/],
  ])('is refused with the place that is wrong: %j', (text, message) => {
    const path = join(folder, 'broken.ts');
    writeFileSync(path, text);
    expect(() => scriptEntry('scenarios/smoke.ts', path, join(folder, 'broken'))).toThrow(
      expect.objectContaining({ code: 'ADAPTER_INVALID', message: expect.stringMatching(message) }),
    );
  });
});
