import { afterEach, expect, it, vi } from 'vitest';
import { fieldText, lines } from './ndjson.ts';

afterEach(() => vi.unstubAllGlobals());

const TEXT =
  '{"kode":"1671011001001","number":1,"arrivalRank":12,"arrivalSecond":3.5,"operator":"kpps-1-1"}\n';

it('reads every line, or those that are wanted', () => {
  vi.stubGlobal('open', () => `${TEXT}\n{"arrivalRank":7}\n`);
  expect([...lines<{ arrivalRank: number }>('x')].map(({ arrivalRank }) => arrivalRank)).toEqual([12, 7]);
  const seventh = lines<{ arrivalRank: number }>('x', (text) => text.includes(':7'));
  expect([...seventh]).toEqual([{ arrivalRank: 7 }]);
});

it('finds a field without parsing, and says so where it cannot', () => {
  expect(fieldText(TEXT, 'kode')).toBe('1671011001001');
  expect(fieldText(TEXT, 'arrivalRank')).toBe('12');
  expect(fieldText(TEXT, 'username')).toBeNull();
  expect(fieldText('{"arrivalRank" : 12}', 'arrivalRank')).toBeNull();
  expect(fieldText('{"arrivalRank":12}', 'arrivalRank')).toBeNull();
});
