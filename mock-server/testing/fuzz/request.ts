import fc, { type Arbitrary } from 'fast-check';
import { brokenValue } from './broken-value.ts';
import { multipartBody } from './multipart.ts';
import type { Body, Operation, Parameter, Schema } from './schema.ts';
import { type Dictionary, validValue } from './valid-value.ts';

/** One request to one operation. */
export interface FuzzRequest {
  method: string;
  /** With its parameters in it. */
  path: string;
  headers: Record<string, string>;
  body: string | Buffer | null;
  /** Who asks; null: nobody, and no token is sent. */
  account: string | null;
  /** Made by the schema alone, so the contract itself must not be what it fails by. */
  valid: boolean;
}

export interface FuzzOperation {
  method: string;
  /** As OpenAPI writes it: `/api/v1/tps/{kode}/status`. */
  path: string;
  operation: Operation;
}

const GARBAGE_TEXT = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
  fc.constantFrom('..', '%00', '\u0000', '-1', '0', '1e9', 'null', 'a'.repeat(99), 'a'.repeat(300)),
);

/** Requests to the operation: mostly as the contract says, with values that exist; else with something wrong. */
export function requestTo(
  { method, path, operation }: FuzzOperation,
  accounts: readonly (string | null)[],
  dictionary: Dictionary,
): Arbitrary<FuzzRequest> {
  const { parameters = [], requestBody } = operation;
  return fc.boolean().chain((valid) =>
    fc
      .record({
        parameters: fc.tuple(...parameters.map((parameter) => parameterValue(parameter, dictionary, valid))),
        body: requestBody ? bodyOf(requestBody.content, valid, dictionary) : fc.constant(null),
        account: fc.constantFrom(...accounts),
      })
      .map(({ parameters: values, body, account }) => {
        const at = (place: Parameter['in']) =>
          parameters.flatMap(({ in: where, name }, i) => {
            const value = values[i];
            return where === place && value !== null && value !== undefined ? [[name, value] as const] : [];
          });
        const inPath = Object.fromEntries(at('path'));
        const query = at('query').map(([name, value]) => `${name}=${encode(value)}`);
        const filled = path.replace(/\{(\w+)\}/g, (_, name) => encode(inPath[name] ?? ''));
        const headers = Object.fromEntries(at('header').map(([name, value]) => [name, headerText(value)]));
        if (headers['Idempotency-Key'] === CONSISTENT_KEY) {
          const { kode, type, page } = inPath;
          headers['Idempotency-Key'] = headerText(`fuzz.round-1.${kode}.${type}.${page}`);
        }
        return {
          method: method.toUpperCase(),
          path: query.length > 0 ? `${filled}?${query.join('&')}` : filled,
          headers: { ...headers, ...body?.headers },
          body: body?.bytes ?? null,
          account,
          valid,
        };
      }),
  );
}

/** Stands for a key that names what the path names. */
const CONSISTENT_KEY = 'consistent';

function parameterValue(
  { name, required, schema, in: place }: Parameter,
  dictionary: Dictionary,
  valid: boolean,
): Arbitrary<string | null> {
  const made = validValue(schema, dictionary, name).map(String);
  const right =
    name === 'Idempotency-Key'
      ? fc.oneof({ weight: 5, arbitrary: fc.constant(CONSISTENT_KEY) }, { weight: 1, arbitrary: made })
      : made;
  const present = valid ? right : fc.oneof({ weight: 3, arbitrary: right }, GARBAGE_TEXT);
  const mayMiss = place !== 'path' && (!required || !valid);
  // A header that may miss and is wrong refuses what is right otherwise, e.g. the hash of a photo.
  return mayMiss ? fc.option(present, { nil: null, freq: place === 'header' ? 1 : 3 }) : present;
}

interface FuzzBody {
  bytes: string | Buffer;
  headers: Record<string, string>;
}

function bodyOf(
  content: Record<string, Body>,
  valid: boolean,
  dictionary: Dictionary,
): Arbitrary<FuzzBody | null> {
  const [type, { schema, example, examples = {} }] = Object.entries(content)[0] as [string, Body];
  if (type === 'multipart/form-data') return multipartBody(schema, valid, dictionary.key ?? []);
  const json = (value: unknown): FuzzBody => ({
    bytes: JSON.stringify(value) ?? 'undefined',
    headers: { 'content-type': 'application/json' },
  });
  if (type !== 'application/json') return textOf(type, schema, valid, dictionary);
  const made = validValue(schema, dictionary);
  // What fits together as a whole is hardly ever made by chance.
  const whole = [
    ...(example === undefined ? [] : [example]),
    ...Object.values(examples).map(({ value }) => value),
  ];
  const meant = whole.length === 0 ? [] : [{ weight: 3, arbitrary: fc.constantFrom(...whole) }];
  const right = fc.oneof(...meant, { weight: 1, arbitrary: made }).map(json);
  if (valid) return right;
  const wrong = brokenValue(schema, dictionary).map(json);
  const cut = right.map(({ bytes, headers }) => ({
    bytes: bytes.slice(0, Math.floor(bytes.length / 2)),
    headers,
  }));
  const mislabelled = right.map(({ bytes }) => ({ bytes, headers: { 'content-type': 'text/plain' } }));
  return fc.oneof({ weight: 4, arbitrary: wrong }, cut, mislabelled, fc.constant(null));
}

/** A body that is no JSON: those that the dictionary has for its type, as they are and damaged. */
function textOf(
  type: string,
  schema: Schema,
  valid: boolean,
  dictionary: Dictionary,
): Arbitrary<FuzzBody | null> {
  const sent = (bytes: string): FuzzBody => ({ bytes, headers: { 'content-type': type } });
  const right = validValue(schema, dictionary, type).map(String);
  if (valid) return right.map(sent);
  const cut = fc.tuple(right, fc.nat()).map(([text, at]) => text.slice(0, at % (text.length + 1)));
  const mislabelled = right.map((bytes) => ({ bytes, headers: { 'content-type': 'application/json' } }));
  return fc.oneof(cut.map(sent), fc.string({ unit: 'grapheme' }).map(sent), mislabelled, fc.constant(null));
}

/** What stands in place of a segment of dots, which a client resolves before it asks. */
const DOTS = '.../';

function encode(text: string): string {
  if (/^\.{1,2}$/.test(text)) return encodeURIComponent(DOTS);
  return encodeURIComponent(text.isWellFormed() ? text : '\ufffd');
}

/** What HTTP allows in a header. */
function headerText(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?').trim();
}
