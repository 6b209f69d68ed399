import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { inspectScript } from './inspect.ts';
import type { K6Binary } from './version.ts';

const folder = mkdtempSync(join(tmpdir(), 'uji-beban-inspect-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const never = new AbortController().signal;

function stub(name: string, body: string): K6Binary {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\n${body}\n`);
  chmodSync(path, 0o755);
  return { path, version: '2.2.0', description: 'k6 v2.2.0', hasXk6Ts: false };
}

describe('k6 reads a script', () => {
  it('and says its options', async () => {
    expect(await inspectScript(stub('good', 'echo "{\\"vus\\": 3}"'), 'round-1.ts', {}, never)).toEqual({
      vus: 3,
    });
  });

  it('a k6 that spins and ignores every signal but KILL is killed, with words for a person', async () => {
    const spinning = stub('spinning', "trap '' TERM INT; while :; do :; done");
    await expect(inspectScript(spinning, 'round-1.ts', {}, never, 500)).rejects.toMatchObject({
      code: 'K6_HUNG',
      message: expect.stringContaining('round-1.ts'),
    });
  });

  it('a script k6 cannot start: its own last words are passed on', async () => {
    const words = 'echo \'time="x" level=error msg="PLAN is not set.\\nat file:1"\' >&2; exit 107';
    await expect(inspectScript(stub('bad', words), 'round-1.ts', {}, never)).rejects.toMatchObject({
      code: 'USAGE',
      message: expect.stringContaining('PLAN is not set.'),
    });
  });
});
