import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { PlannedAccount } from '../../fixtures/plan/types.ts';

/** Passwords of a plan's accounts, by its accounts.ndjson. */
export function passwordsOf(accountsFile: string): Set<string> {
  const lines = readFileSync(accountsFile, 'utf8').trimEnd().split('\n');
  return new Set(lines.map((line) => (JSON.parse(line) as PlannedAccount).password));
}

/** Passwords in a text, also within longer words. All passwords of a plan are of one length, small letters and digits. */
export function passwordsIn(text: string, passwords: ReadonlySet<string>): string[] {
  const [length = 0, ...others] = new Set([...passwords].map((password) => password.length));
  if (length === 0 || others.length > 0)
    throw new Error('passwords of one length, and at least one, are needed');
  const found: string[] = [];
  for (const [word] of text.matchAll(/[a-z0-9]+/g)) {
    for (let at = 0; at + length <= word.length; at++) {
      const piece = word.slice(at, at + length);
      if (passwords.has(piece)) found.push(piece);
    }
  }
  return found;
}

/** Every file below a folder, as paths. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile());
}
