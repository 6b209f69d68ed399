import fc, { type Arbitrary } from 'fast-check';
import type { Schema } from './schema.ts';

/** Most entries of an array, where the schema does not ask for more. */
const MAX_ITEMS = 4;

/** Values that exist, by name of the parameter or field: made-up ones would hardly ever get past a 404. */
export type Dictionary = Record<string, readonly string[]>;

/**
 * Any value that the schema allows; where the dictionary has values for the field's name, mostly one of those.
 * @throws Error for what the contract does not use (so far)
 */
export function validValue(schema: Schema, dictionary: Dictionary, name?: string): Arbitrary<unknown> {
  const known = (name === undefined ? undefined : dictionary[name])?.filter(
    (value) => schema.type === 'string' && !schema.enum && new RegExp(schema.pattern ?? '').test(value),
  );
  const made = madeUp(schema, dictionary);
  if (!known || known.length === 0) return made;
  return fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...known) },
    { weight: 1, arbitrary: made as Arbitrary<string> },
  );
}

function madeUp(schema: Schema, dictionary: Dictionary): Arbitrary<unknown> {
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((each) => validValue(each, dictionary)));
  switch (schema.type) {
    case 'string':
      return text(schema);
    case 'integer':
      return fc.integer(integerBounds(schema));
    case 'number':
      return number(schema);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return array(schema, dictionary);
    case 'object':
      return object(schema, dictionary);
    default:
      throw new Error(`no values are made for the schema ${JSON.stringify(schema)}`);
  }
}

function text({ pattern, format, minLength = 0, maxLength = 300, examples = [] }: Schema): Arbitrary<string> {
  if (format === 'date-time') return fc.date({ noInvalidDate: true }).map((date) => date.toISOString());
  const made =
    pattern === undefined
      ? fc.string({ unit: 'grapheme', minLength, maxLength: Math.min(maxLength, minLength + 40) })
      : fc.stringMatching(new RegExp(pattern));
  const fits = made.filter(({ length }) => length >= minLength && length <= maxLength);
  return examples.length === 0 ? fits : fc.oneof(fits, fc.constantFrom(...(examples as string[])));
}

function integerBounds({ minimum, exclusiveMinimum, maximum }: Schema): { min: number; max: number } {
  const min = minimum ?? (exclusiveMinimum === undefined ? -1_000_000 : Math.floor(exclusiveMinimum) + 1);
  return { min, max: maximum ?? Math.max(min, 1_000_000) };
}

function number({ minimum, exclusiveMinimum, maximum }: Schema): Arbitrary<number> {
  const min = minimum ?? exclusiveMinimum ?? -1e9;
  return fc.double({
    min,
    max: maximum ?? Math.max(min, 1e9),
    minExcluded: exclusiveMinimum !== undefined,
    noNaN: true,
  });
}

function array(
  { items = {}, minItems = 0, maxItems = MAX_ITEMS }: Schema,
  dictionary: Dictionary,
): Arbitrary<unknown[]> {
  return fc.array(validValue(items, dictionary), {
    minLength: minItems,
    maxLength: Math.max(minItems, Math.min(maxItems, MAX_ITEMS)),
  });
}

function object({ examples = [], ...schema }: Schema, dictionary: Dictionary): Arbitrary<unknown> {
  if (examples.length > 0) {
    // What fits together as a whole is hardly ever made by chance.
    return fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...examples) }, object(schema, dictionary));
  }
  const { properties = {}, required = [], patternProperties } = schema;
  const named = fc.record(
    Object.fromEntries(
      Object.entries(properties).map(([name, schema]) => [name, validValue(schema, dictionary, name)]),
    ),
    { requiredKeys: required },
  );
  const patterns = Object.entries(patternProperties ?? {});
  if (patterns.length === 0) return named;
  const free = patterns.map(([pattern, schema]) =>
    fc.dictionary(fc.stringMatching(new RegExp(pattern)), validValue(schema, dictionary), {
      maxKeys: MAX_ITEMS,
    }),
  );
  return fc.tuple(named, ...free).map((parts) => Object.assign({}, ...parts));
}
