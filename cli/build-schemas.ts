import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../fixtures/package-root.ts';
import { schemaFiles } from './schemas/published.ts';

/** Writes docs/schemas anew; a test holds what is committed against what this writes. */
const folder = join(PACKAGE_ROOT, 'docs', 'schemas');

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const { file, content } of schemaFiles()) writeFileSync(join(folder, file), content);
