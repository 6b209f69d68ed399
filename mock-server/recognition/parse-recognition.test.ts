import { expect, test } from 'vitest';
import { parseRecognition } from './parse-recognition.ts';
import { DEFAULT_RECOGNITION } from './settings.ts';

test('on is the default, off is nothing, and each setting changes what it names', () => {
  expect(parseRecognition('on')).toEqual(DEFAULT_RECOGNITION);
  expect(parseRecognition('off')).toBeNull();
  expect(parseRecognition('accuracy=0.9')).toEqual({ ...DEFAULT_RECOGNITION, accuracy: 0.9 });
  expect(parseRecognition('workers=4,mean-ms=800,accuracy=1')).toEqual({
    accuracy: 1,
    workers: 4,
    service: { ...DEFAULT_RECOGNITION.service, meanMs: 800 },
  });
});

test.each([
  ['', /accuracy, workers, mean-ms/],
  ['yes', /accuracy, workers, mean-ms/],
  ['constructor=1', /accuracy, workers, mean-ms/],
  ['accuracy=1=2', /accuracy, workers, mean-ms/],
  ['accuracy=1.1', /^accuracy must be a share/],
  ['accuracy=', /^accuracy must be a share/],
  ['workers=0', /^workers must be/],
  ['workers=1.5', /^workers must be/],
  ['mean-ms=0', /^mean-ms must be/],
  ['accuracy=0.9,mean-ms=x', /^mean-ms must be/],
])('%j is refused, and the sentence says why', (text, why) => {
  expect(parseRecognition(text)).toMatch(why);
});
