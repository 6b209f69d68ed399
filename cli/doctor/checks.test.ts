import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { checks, examine } from './checks.ts';

const folder = mkdtempSync(join(tmpdir(), 'uji-beban-doctor-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the k6 of docs/k6.md, built with xk6-ts, printed. */
const WITH_XK6_TS = `k6-with-ts v1.8.1 (go1.26.8, linux/amd64)
Extensions:
  github.com/grafana/xk6-ts (devel), k6/x/fake-ts-module-just-for-k6-version-command [js]
`;

async function k6Line(output: string) {
  const path = join(folder, 'k6-with-ts');
  writeFileSync(path, `#!/bin/sh\ncat <<'EOF'\n${output}EOF\n`);
  chmodSync(path, 0o755);
  const results = await examine(checks(path, 0));
  return results.find(({ label }) => label.startsWith('k6'));
}

it('says of a k6 whether it was built with xk6-ts', async () => {
  expect(await k6Line(WITH_XK6_TS)).toMatchObject({
    ok: true,
    found: expect.stringMatching(/^1\.8\.1 \(with xk6-ts.*\) at /),
  });
  expect(await k6Line('k6 v2.2.0 (go1.26.8, linux/amd64)\n')).toMatchObject({
    ok: true,
    found: expect.stringContaining('stock, native TypeScript'),
  });
});

it('and of one that is too old what to do', async () => {
  expect(await k6Line('k6 v1.7.0 (go1.24.0, linux/amd64)\n')).toMatchObject({
    ok: false,
    found: expect.stringContaining('1.7.0'),
    remedy: expect.stringContaining('--build-k6'),
  });
});
