#!/usr/bin/env node
// Plain JavaScript that any Node can read: in a checkout the sources run as they are, which needs Node 22.18 or newer;
// below node_modules Node strips no types, so a package carries them built in dist/.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

const built = new URL('../dist/cli/main.js', import.meta.url);
const source = new URL('./main.ts', import.meta.url);
const entry = fileURLToPath(existsSync(built) ? built : source);
const [major, minor] = process.versions.node.split('.').map(Number);

if (major > 22 || (major === 22 && minor >= 18)) {
  process.argv[1] = entry;
  await import(entry);
} else {
  // The `node` package, one of our dependencies, brings a Node that is new enough.
  const node = createRequire(import.meta.url).resolve('node/bin/node');
  const child = spawn(node, [entry, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('close', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
}
