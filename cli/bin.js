#!/usr/bin/env node
// Plain JavaScript that any Node can read: in a checkout the sources run as they are, which needs Node 22.18 or newer;
// below node_modules Node strips no types, so a package carries dist/ and no sources. A dist/ that a pack left behind in
// a checkout is not used: it may be of other sources.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

const built = new URL('../dist/cli/main.js', import.meta.url);
const source = new URL('./main.ts', import.meta.url);
const entry = existsSync(source) ? source : built;

if (stripsTypes(process.versions.node)) {
  process.argv[1] = fileURLToPath(entry);
  await import(entry.href);
} else {
  const child = spawn(ownNode(), [fileURLToPath(entry), ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('close', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}

/** @param {string} version */
function stripsTypes(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > 23 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18);
}

/** The `node` package, one of our dependencies, brings a Node that is new enough. */
function ownNode() {
  try {
    return createRequire(import.meta.url).resolve('node/bin/node');
  } catch {
    process.stderr.write(
      `error: Node ${process.versions.node} is too old, and the one that should have been installed with this is missing\n` +
        '  what to do: install Node 24, or install this again without --ignore-scripts and --omit\n',
    );
    process.exit(70);
  }
}
