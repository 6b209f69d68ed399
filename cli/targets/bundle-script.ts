import { join } from 'node:path';
import { type BuildFailure, buildSync, type Message } from 'esbuild';
import { OperatorError } from '../../fixtures/operator-error.ts';

/** What k6's engine cannot parse is put into words that it can, or refused here. */
const K6_LACKS = { 'for-await': false, 'async-generator': false, decorators: false, using: false };

/**
 * Makes one script of many for k6, npm packages included. k6 plays the files as they are too, but keeps a copy of every module for each VU:
 * for some sixty modules that is three quarters of what an idle VU takes.
 * @param entry absolute path
 * @param out absolute path of the script; a source map stands beside it
 * @param kind `module`: a script to start k6 with. `part`: what a script requires; the map stands in it, so that the script's has it too
 * @throws BundleRefused for what cannot be read or resolved
 */
export function bundleScript(entry: string, out: string, kind: 'module' | 'part' = 'module'): void {
  try {
    // Not its asynchronous form: that leaves a process of its own beside this one.
    buildSync({
      entryPoints: [entry],
      outfile: out,
      bundle: true,
      format: kind === 'module' ? 'esm' : 'cjs',
      platform: 'neutral',
      mainFields: ['module', 'main'],
      target: 'es2022',
      supported: K6_LACKS,
      external: ['k6', 'k6/*'],
      sourcemap: kind === 'module' ? 'linked' : 'inline',
      sourcesContent: false,
      charset: 'utf8',
      // What stands around an adapter is nobody's business here.
      tsconfigRaw: {},
      logLevel: 'silent',
    });
  } catch (error) {
    const [first] = (error as Partial<BuildFailure>).errors ?? [];
    if (first === undefined) throw error;
    throw new BundleRefused(placed(first), { cause: error });
  }
}

/**
 * {@link bundleScript} of an entry, into the folder that it stands in or is for.
 * @param adapter file of the one that the entry imports, or null; what cannot be bundled is laid to it
 * @returns path of the script
 * @throws OperatorError ADAPTER_INVALID for an adapter that cannot be read or imports what is not there
 */
export function bundleEntry(entry: string, adapter: string | null, folder: string): string {
  const out = join(folder, 'entry.js');
  try {
    bundleScript(entry, out);
  } catch (error) {
    if (!(error instanceof BundleRefused) || adapter === null) throw error;
    throw new OperatorError(
      'ADAPTER_INVALID',
      `${adapter} cannot be made into a script for k6: ${error.message}`,
      'docs/targets.md says what an adapter may use; npm packages must be installed where the adapter is',
      { cause: error },
    );
  }
  return out;
}

/** A script that cannot be bundled; the message says where and why. */
class BundleRefused extends Error {}

function placed({ text, location }: Message): string {
  return location === null ? text : `${location.file}:${location.line}:${location.column + 1}: ${text}`;
}
