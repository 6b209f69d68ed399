import { DEFAULT_RECOGNITION, type RecognitionSettings } from './settings.ts';

/** The settings as a command line may name them: how each is read, and what it must be. */
const SETTINGS: Record<
  string,
  { must: string; fits(value: number): boolean; set(settings: RecognitionSettings, value: number): void }
> = {
  accuracy: {
    must: 'a share from 0 to 1',
    fits: (value) => value >= 0 && value <= 1,
    set: (settings, value) => {
      settings.accuracy = value;
    },
  },
  workers: {
    must: 'a whole number from 1 to 100000',
    fits: (value) => Number.isInteger(value) && value >= 1 && value <= 100_000,
    set: (settings, value) => {
      settings.workers = value;
    },
  },
  'mean-ms': {
    must: 'milliseconds above 0, at most 600000',
    fits: (value) => value > 0 && value <= 600_000,
    set: (settings, value) => {
      settings.service = { ...settings.service, meanMs: value };
    },
  },
};

/**
 * `on`, `off`, or settings that differ from the usual, e.g. `accuracy=0.9,workers=4,mean-ms=800`.
 * @returns null for `off`; a sentence that says what is wrong
 */
export function parseRecognition(text: string): RecognitionSettings | null | string {
  if (text === 'off') return null;
  const settings = { ...DEFAULT_RECOGNITION };
  if (text === 'on') return settings;
  for (const part of text.split(',')) {
    const [name = '', figure = '', ...more] = part.split('=');
    const setting = Object.hasOwn(SETTINGS, name) ? SETTINGS[name] : undefined;
    if (!setting || more.length > 0)
      return `It must be on, off, or settings out of ${Object.keys(SETTINGS).join(', ')}, e.g. accuracy=0.9,workers=4.`;
    const value = Number(figure);
    if (figure.trim() === '' || !setting.fits(value)) return `${name} must be ${setting.must}.`;
    setting.set(settings, value);
  }
  return settings;
}
