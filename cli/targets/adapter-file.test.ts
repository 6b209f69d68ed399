import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { adapterFile } from './adapter-file.ts';

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
