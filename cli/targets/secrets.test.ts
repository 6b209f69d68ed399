import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readSecrets, requireAccounts } from './secrets.ts';

const folder = mkdtempSync(join(tmpdir(), 'uji-beban-secrets-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(text: string, mode = 0o600): string {
  const path = join(folder, 'rahasia.csv');
  writeFileSync(path, text);
  chmodSync(path, mode);
  return path;
}

async function* accounts(...names: string[]) {
  for (const username of names) yield { username };
}

describe('credentials come', () => {
  it('from the plan, the environment or a file, in rising order', () => {
    const path = file('kpps-1,rahasia-satu\n');
    expect(readSecrets(undefined, {})).toMatchObject({ source: 'plan', file: null });
    expect(readSecrets(undefined, { UJI_BEBAN_PASSWORD: 'x' })).toMatchObject({ source: 'environment' });
    const secrets = readSecrets(path, { UJI_BEBAN_PASSWORD: 'x' });
    expect(secrets).toEqual({ source: 'secrets-file', file: path, accounts: new Set(['kpps-1']) });
    expect(JSON.stringify(secrets)).not.toContain('rahasia-satu');
  });

  it.each([0o604, 0o640, 0o660, 0o644])('not from a file that others can reach (%o)', (mode) => {
    const path = file('kpps-1,rahasia-satu\n', mode);
    expect(() => readSecrets(path, {})).toThrow(
      expect.objectContaining({
        code: 'SECRETS_INVALID',
        message: expect.stringMatching(/can be read by others \(mode 06/),
        remedy: expect.stringContaining('chmod 600'),
      }),
    );
  });

  it('not from a file that is not there, or is none', () => {
    expect(() => readSecrets(join(folder, 'none'), {})).toThrow(/ENOENT/);
    expect(() => readSecrets(file('rahasia-satu'), {})).toThrow(
      expect.objectContaining({
        code: 'SECRETS_INVALID',
        message: expect.not.stringContaining('rahasia-satu'),
      }),
    );
  });

  it('for every account that will log in', async () => {
    const secrets = readSecrets(file('a,1\nb,2\n'), {});
    await expect(requireAccounts(secrets, accounts('a', 'b'))).resolves.toBeUndefined();
    await expect(requireAccounts(secrets, accounts('a', 'c', 'd', 'e', 'f'))).rejects.toMatchObject({
      code: 'SECRETS_INVALID',
      message: expect.stringMatching(/lacks 4 accounts of the plan: c, d, e, …; nothing was sent/),
    });
    await expect(requireAccounts(readSecrets(undefined, {}), accounts('z'))).resolves.toBeUndefined();
  });
});
