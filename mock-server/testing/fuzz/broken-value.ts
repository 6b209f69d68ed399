import fc, { type Arbitrary } from 'fast-check';
import type { Schema } from './schema.ts';
import { type Dictionary, validValue } from './valid-value.ts';

const NASTY_KEYS = ['__proto__', 'constructor', 'toString', '', '\u0000', 'a'.repeat(5000), '💥'];

/** What is never right, or right only by chance. */
const NASTY_VALUES: unknown[] = [
  null,
  true,
  -1,
  0,
  1e308,
  2 ** 53,
  0.5,
  '',
  '\u0000',
  '../../etc/passwd',
  "' OR 1=1 --",
  '1'.repeat(20_000),
  '\ud800',
  [],
  {},
  [[[[[[[[[[]]]]]]]]]],
  { __proto__: { admin: true } },
];

const anything = fc.oneof(fc.constantFrom(...NASTY_VALUES), fc.jsonValue());

/** A value of the schema with something wrong somewhere in it; now and then still a right one. */
export function brokenValue(schema: Schema, dictionary: Dictionary): Arbitrary<unknown> {
  return fc.oneof(
    anything,
    fc
      .tuple(validValue(schema, dictionary), fc.array(fc.nat(), { minLength: 1, maxLength: 4 }), anything)
      .chain(([value, way, wrong]) =>
        fc.constantFrom('replace', 'remove', 'add').map((how) => damaged(value, way, wrong, how)),
      ),
  );
}

/** @param way which entry at each depth, counted round */
function damaged(value: unknown, way: readonly number[], wrong: unknown, how: string): unknown {
  const [first = 0, ...rest] = way;
  if (value === null || typeof value !== 'object') return wrong;
  const keys = Object.keys(value);
  if (how === 'add' || keys.length === 0) {
    const key = NASTY_KEYS[first % NASTY_KEYS.length] as string;
    return Array.isArray(value) ? [...value, wrong] : { ...value, [key]: wrong };
  }
  const key = keys[first % keys.length] as string;
  const copy: Record<string, unknown> = Array.isArray(value)
    ? ([...value] as unknown as Record<string, unknown>)
    : { ...value };
  if (rest.length > 0) copy[key] = damaged(copy[key], rest, wrong, how);
  else if (how === 'remove') delete copy[key];
  else copy[key] = wrong;
  return copy;
}
