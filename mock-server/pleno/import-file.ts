import { ApiError } from '../contract/api-error.ts';
import { LIMITS } from '../contract/limits.ts';
import type { FormBook } from '../forms/types.ts';
import type { CheckedFile } from './check-file.ts';
import type { NewPlenoEvent, PlenoEvents } from './events.ts';
import type { Pleno } from './pleno.ts';

/** A figure that the pleno holds otherwise than the file. */
export interface FileDifference {
  tps: string;
  election: string;
  field: string;
  saved: number;
  file: number;
}

/**
 * Takes a file in as a whole; also opens the pleno. The same file once more adds nothing.
 * @throws ApiError PLENO_FINALISED, PLENO_DIFFERS with the differences
 */
export function decideImport(
  pleno: Pleno,
  { forms, ...file }: CheckedFile,
  book: FormBook,
): NewPlenoEvent | null {
  const differences: FileDifference[] = [];
  const wanted: PlenoEvents['imported']['forms'] = [];
  for (const { tps, election, entry } of forms) {
    const saved = pleno.saved(tps, election);
    if (!saved) wanted.push({ ...entry, formRevision: book.standing(tps, election).revision });
    for (const [place, field] of (pleno.elections[election]?.fields ?? []).entries()) {
      const [inPleno, inFile] = [saved?.figures[place], entry.figures[place]];
      if (inPleno === undefined || inFile === undefined || inPleno === inFile) continue;
      differences.push({ tps: tps.kode, election: entry.election, field, saved: inPleno, file: inFile });
    }
  }
  if (differences.length > 0)
    throw new ApiError('PLENO_DIFFERS', `Differences: ${differences.length}.`, {
      differences: differences.slice(0, LIMITS.named),
      differencesTotal: differences.length,
    });
  if (wanted.length === 0 && (pleno.importedFile === file.sha256 || pleno.state !== 'open')) return null;
  if (pleno.finalised) throw new ApiError('PLENO_FINALISED');
  return { kind: 'imported', body: { ...file, forms: wanted } };
}
