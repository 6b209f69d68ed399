import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type CompressOptions, minify_sync } from 'terser';
import { writeWhole } from '../run-folder/write-file.ts';

/** A function that is called from one place becomes part of that place; nothing else changes, names least of all. */
const FOLDING: CompressOptions = {
  defaults: false,
  inline: 3,
  reduce_funcs: true,
  reduce_vars: true,
  toplevel: true,
  unused: true,
  passes: 3,
};

/**
 * Folds the functions of a script into each other. What stands inside another function is made when that one is called and let go of after it, while k6
 * keeps every function of its own for every VU, 0.7 kB each: half of a round's are gone.
 * @param script path; its source map beside it follows
 */
export function foldScript(script: string): void {
  const map = `${script}.map`;
  const folded = minify_sync(readFileSync(script, 'utf8'), {
    module: true,
    compress: FOLDING,
    mangle: false,
    // Without the bundler's word on where the map is: the new one stands at the end.
    format: { beautify: true, comments: /^(?!# sourceMappingURL)/ },
    sourceMap: { content: readFileSync(map, 'utf8'), filename: basename(script), url: basename(map) },
  });
  writeWhole(script, folded.code ?? '');
  writeWhole(map, String(folded.map));
}
