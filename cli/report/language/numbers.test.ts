import { expect, test } from 'vitest';
import { formatElapsed, formatMilliseconds, formatSeconds, formatTickMilliseconds } from './durations.ts';
import { formatBytes, formatNumber, formatRate, formatShare, formatTick } from './numbers.ts';

test('numbers are grouped and pointed as each language does', () => {
  expect(formatNumber(1234567.5, 'id', 1)).toBe('1.234.567,5');
  expect(formatNumber(1234567.5, 'en', 1)).toBe('1,234,567.5');
  expect(formatNumber(-1234, 'id')).toBe('−1.234');
  expect(formatNumber(999, 'id')).toBe('999');
  expect(formatNumber(-0.01, 'en', 1)).toBe('0.0');
  expect(formatNumber(null, 'id')).toBe('–');
  expect(formatNumber(Number.NaN, 'id')).toBe('–');
  expect(formatNumber(Number.POSITIVE_INFINITY, 'id')).toBe('–');
  expect(formatNumber(1e22, 'id')).toBe('10.000.000.000.000.000.000.000');
});

test('a share is 100% only when nothing is missing and 0% only when there is nothing', () => {
  expect(formatShare(9088, 9088, 'id')).toBe('100%');
  expect(formatShare(9087, 9088, 'id')).toBe('99,99%');
  expect(formatShare(999_999, 1_000_000, 'en')).toBe('99.9999%');
  expect(formatShare(1, 9088, 'en')).toBe('0.01%');
  expect(formatShare(1, 1e15, 'en')).toBe('>0%');
  expect(formatShare(1e15 - 1, 1e15, 'en')).toBe('<100%');
  expect(formatShare(0, 9088, 'id')).toBe('0%');
  expect(formatShare(0, 0, 'id')).toBe('–');
  expect(formatShare(9089, 9088, 'en')).not.toBe('100%');
});

test('rates keep what it takes to compare them', () => {
  expect(formatRate(0, 'id')).toBe('0');
  expect(formatRate(7.2133, 'id')).toBe('7,21');
  expect(formatRate(28.84, 'id')).toBe('28,8');
  expect(formatRate(1234.4, 'en')).toBe('1,234');
});

test('durations are told in the unit a person would say', () => {
  expect(formatMilliseconds(0, 'id')).toBe('0 ms');
  expect(formatMilliseconds(6.24, 'id')).toBe('6,2 ms');
  expect(formatMilliseconds(999.4, 'id')).toBe('999 ms');
  expect(formatMilliseconds(999.6, 'id')).toBe('1,00 dtk');
  expect(formatMilliseconds(12_345, 'en')).toBe('12.3 s');
  expect(formatMilliseconds(59_960, 'en')).toBe('1 min');
  expect(formatSeconds(14.2, 'id')).toBe('14,2 dtk');
  expect(formatSeconds(331, 'id')).toBe('5 mnt 31 dtk');
  expect(formatSeconds(7200, 'id')).toBe('2 jam');
  expect(formatSeconds(null, 'id')).toBe('–');
  expect(formatElapsed(65)).toBe('1:05');
  expect(formatElapsed(3725)).toBe('1:02:05');
});

test('axes carry no idle decimals', () => {
  expect(formatTick(120, 'id')).toBe('120');
  expect(formatTick(0.1 + 0.2, 'id')).toBe('0,3');
  expect(formatTickMilliseconds(1000, 'id')).toBe('1 dtk');
  expect(formatTickMilliseconds(0.1, 'en')).toBe('0.1 ms');
});

test('bytes', () => {
  expect(formatBytes(1_639_584_256, 'id')).toBe('1,6 GB');
  expect(formatBytes(512, 'id')).toBe('512 B');
  expect(formatBytes(0, 'id')).toBe('–');
});
