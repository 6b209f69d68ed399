import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { OperatorError } from '../../fixtures/operator-error.ts';
import { parsePlaced } from '../../fixtures/placed-document.ts';
import { shapeFaults } from '../../fixtures/shape-faults.ts';
import { type Authorisation, authorisationSchema } from './schema.ts';

export interface LoadedAuthorisation {
  /** As it was named. */
  file: string;
  /** SHA-256 (hex) of the file's bytes. */
  sha256: string;
  authorisation: Authorisation;
}

/**
 * Reads an authorisation file, YAML or JSON.
 * @throws OperatorError AUTHORISATION_INVALID, naming file, line, column and field of everything that is wrong
 */
export function loadAuthorisation(file: string): LoadedAuthorisation {
  const text = textOf(file);
  const { value, faults, placeOf } = parsePlaced(text, file);
  const parsed = authorisationSchema.safeParse(value);
  const problems =
    faults.length > 0 || parsed.success
      ? faults.map(({ line, column, message }) => `${file}:${line}:${column} ${message}`)
      : shapeFaults(parsed.error, value).map(({ path, message }) => {
          const { line, column } = placeOf(path);
          return `${file}:${line}:${column} ${path.join('.') || 'the file'}: ${message}`;
        });
  if (!parsed.success || problems.length > 0) throw invalid(problems.join('\n'));
  return { file, sha256: hash('sha256', text), authorisation: inUtc(parsed.data) };
}

/** All moments in one zone, so that they read alike in records and k6 needs to know none. */
function inUtc(authorisation: Authorisation): Authorisation {
  const utc = (moment: string) => new Date(moment).toISOString();
  const { window, readBackUntil } = authorisation;
  return {
    ...authorisation,
    window: { from: utc(window.from), to: utc(window.to) },
    ...(readBackUntil === undefined ? {} : { readBackUntil: utc(readBackUntil) }),
  };
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw invalid(`${file} cannot be read (${(error as NodeJS.ErrnoException).code ?? error}).`);
  }
}

function invalid(message: string): OperatorError {
  return new OperatorError(
    'AUTHORISATION_INVALID',
    message,
    'correct the authorisation; docs/permission.md says what it holds and has an example; nothing was sent',
  );
}
