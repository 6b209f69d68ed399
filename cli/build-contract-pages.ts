import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../fixtures/package-root.ts';
import { contractPages } from './contract-pages/published.ts';

/** Writes the pages of docs that come from the contract anew; a test holds what is committed against what this writes. */
for (const { file, content } of await contractPages())
  writeFileSync(join(PACKAGE_ROOT, 'docs', file), content);
