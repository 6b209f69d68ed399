import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { PACKAGE_ROOT } from '../../../fixtures/package-root.ts';
import type { FormatName } from '../published.ts';

const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
addFormats.default(ajv);
const validators = new Map<FormatName, ValidateFunction>();

/** The committed schema, as any other program would use it. */
function validator(format: FormatName): ValidateFunction {
  const known = validators.get(format);
  if (known !== undefined) return known;
  const path = join(PACKAGE_ROOT, 'docs', 'schemas', `${format}.schema.json`);
  const compiled = ajv.compile(JSON.parse(readFileSync(path, 'utf8')));
  validators.set(format, compiled);
  return compiled;
}

/** What a value has that its format's schema does not allow; empty for a sound one. */
export function faultsOf(format: FormatName, value: unknown): string[] {
  const validate = validator(format);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** {@link faultsOf} a whole file: JSON, YAML, or NDJSON line by line. */
export function faultsOfFile(format: FormatName, path: string): string[] {
  const text = readFileSync(path, 'utf8');
  if (path.endsWith('.yaml')) return faultsOf(format, parse(text));
  if (path.endsWith('.json')) return faultsOf(format, JSON.parse(text));
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.flatMap((line, index) =>
    faultsOf(format, JSON.parse(line)).map((fault) => `line ${index + 1}: ${fault}`),
  );
}
