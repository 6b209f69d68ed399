import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Value } from 'typebox/value';
import { nearest } from '../../fixtures/nearest.ts';
import { OperatorError } from '../../fixtures/operator-error.ts';
import { parsePlaced } from '../../fixtures/placed-document.ts';
import { Preset } from './preset-schema.ts';

const FOLDER = import.meta.dirname;

/** Names of the presets that come with the toolkit, sorted. */
export function listPresets(): string[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .map((file) => basename(file, '.json'))
    .sort();
}

/**
 * A preset by its name, or from a file of one's own (.json, .yaml, or any path).
 * @throws OperatorError PRESET_INVALID with file, line and column of the first fault; USAGE for a name there is not
 */
export function loadPreset(nameOrFile: string): Preset {
  if (listPresets().includes(nameOrFile)) return readPreset(join(FOLDER, `${nameOrFile}.json`));
  if (/[/\\]|\.(json|ya?ml)$/.test(nameOrFile)) return readPreset(nameOrFile);
  const near = nearest(nameOrFile, listPresets());
  throw new OperatorError(
    'USAGE',
    `there is no preset "${nameOrFile}"${near === null ? '' : `; did you mean ${near}?`}`,
    `Use one of ${listPresets().join(', ')}, or a file of your own (.json, .yaml).`,
  );
}

function readPreset(file: string): Preset {
  const { value, faults, placeOf } = parsePlaced(textOf(file), file);
  const [fault] = faults;
  if (fault) throw invalid(`${file}:${fault.line}:${fault.column} ${fault.message}`);
  if (Value.Check(Preset, value)) return value;
  // Of the alternatives of a figure the deepest fault says most.
  const [error] = [...Value.Errors(Preset, value)].sort(
    (a, b) => b.instancePath.split('/').length - a.instancePath.split('/').length,
  );
  const path = (error?.instancePath ?? '').split('/').slice(1);
  const { line, column } = placeOf(path);
  throw invalid(
    `${file}:${line}:${column} ${path.join('.') || 'the preset'} ${error?.message ?? 'is not valid'}`,
  );
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw invalid(`${file} cannot be read (${(error as NodeJS.ErrnoException).code ?? error})`);
  }
}

function invalid(message: string): OperatorError {
  return new OperatorError(
    'PRESET_INVALID',
    message,
    'Correct the file; docs/weakness.md says what a preset holds, and mock-server/presets/ has examples.',
  );
}
