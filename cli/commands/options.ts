import { InvalidArgumentError } from '@commander-js/extra-typings';
import type { Sensor } from '../../fixtures/plan/types.ts';
import { parseRecognition } from '../../mock-server/recognition/parse-recognition.ts';
import type { RecognitionSettings } from '../../mock-server/recognition/settings.ts';

/** Parsers of option values; commander shows their messages beside the option's name. */

export function positiveNumber(text: string): number {
  const value = Number(text);
  if (!(value > 0) || !Number.isFinite(value))
    throw new InvalidArgumentError('It must be a number above 0, e.g. 400.');
  return value;
}

export function publicationPeriod(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isInteger(value) || value < 0 || value > 86_400)
    throw new InvalidArgumentError('It must be whole seconds from 0 (publish at once) to 86400, e.g. 900.');
  return value;
}

export function port(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 65_535) {
    throw new InvalidArgumentError('It must be a port number from 0 (any free one) to 65535.');
  }
  return value;
}

export function seed(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 0)
    throw new InvalidArgumentError('It must be a whole number, 0 or more.');
  return value;
}

/** A whole number from 1, or `off`. */
export function countOrOff(text: string): number | 'off' {
  if (text === 'off') return text;
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1)
    throw new InvalidArgumentError('It must be a whole number from 1, or off.');
  return value;
}

/** Seconds a token may live: up to 30 days. */
export function lifeSecond(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 30 * 86_400)
    throw new InvalidArgumentError('It must be whole seconds from 1 to 2592000, e.g. 43200.');
  return value;
}

/** Which photos, without their size. */
export type PhotoMode = { mode: 'none' } | { mode: 'pool'; size: number } | { mode: 'unique' };

export function photos(text: string): PhotoMode {
  if (text === 'none' || text === 'unique') return { mode: text };
  const size = Number(/^pool:(\d+)$/.exec(text)?.[1]);
  if (!(size >= 1 && size <= 10_000))
    throw new InvalidArgumentError('It must be none, unique, or pool:N with N from 1 to 10000.');
  return { mode: 'pool', size };
}

export function sensor(text: string): Sensor {
  if (text !== 'published' && text !== 'phone')
    throw new InvalidArgumentError('It must be published or phone.');
  return text;
}

export function language(text: string): 'id' | 'en' {
  if (text !== 'id' && text !== 'en')
    throw new InvalidArgumentError('It must be id (Bahasa Indonesia) or en (English).');
  return text;
}

/** `--lang` as every printing command has it. */
export const LANGUAGE_OPTION = [
  '--lang <id|en>',
  'language of what is printed and written',
  language,
  'id',
] as const;

export function requiredOrOff(text: string): 'required' | 'off' {
  if (text !== 'required' && text !== 'off') throw new InvalidArgumentError('It must be required or off.');
  return text;
}

export function recognition(text: string): RecognitionSettings | null {
  const settings = parseRecognition(text);
  if (typeof settings === 'string') throw new InvalidArgumentError(settings);
  return settings;
}
