import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { plenoFile } from './pleno/testing/pleno-file.ts';
import { readyPlenos } from './pleno/testing/ready-plenos.ts';
import { answerChecker, type CheckAnswer } from './testing/fuzz/check-answer.ts';
import { type FuzzOperation, type FuzzRequest, requestTo } from './testing/fuzz/request.ts';
import type { OpenApiDocument } from './testing/fuzz/schema.ts';
import type { Dictionary } from './testing/fuzz/valid-value.ts';
import { formClient, smallForms } from './testing/small-forms.ts';
import { passwordOf } from './testing/small-plan.ts';
import { call, startTestServer, type TestServer } from './testing/test-server.ts';

/** Requests to each operation of the OpenAPI document. */
const REQUESTS_PER_OPERATION = 250;

/** The same requests each time, so that a failure can be looked into; FUZZ_SEED=<number> makes others. */
const SEED = Number(process.env.FUZZ_SEED ?? 20241127);

/** Times an operation is fuzzed until a request of it is served. */
const MOST_TRIES = 5;

/** MiB by which a second helping of requests may let the heap grow; a kilobyte kept of each would be more. */
const HEAP_GROWTH_MIB = 3;

let server: TestServer;
let operations: FuzzOperation[];
let dictionary: Dictionary;
let accounts: (string | null)[];
let check: CheckAnswer;
/** Brings the plenos to where an operation can be served. */
let readyPleno: (path: string) => Promise<void>;
/** Logs in and out for the sake of its refresh tokens only. */
let bystander: string;
/** Its wrong passwords and its device are nobody else's. */
let toActivate: string;
beforeAll(async () => {
  const plan = smallForms();
  server = await startTestServer({ plan });
  const document = (await server.get('/openapi.json')).body as OpenApiDocument;
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const kode = plan.tps.map((each) => each.kode);
  const cut = (length: number) => [...new Set(kode.map((each) => each.slice(0, length)))];
  // Its failed logins and its devices are nobody else's.
  const [reserved = '', refreshing = '', activating = ''] = plan.accounts.map(({ username }) => username);
  toActivate = activating;
  bystander = refreshing;
  dictionary = {
    kode,
    tps13: kode,
    kel10: cut(10),
    PPKKCC: cut(6),
    kecamatan: cut(6),
    PPKK: cut(4),
    PP: cut(2),
    code: [...cut(6), ...cut(4)],
    page: ['1', '2', '3'],
    election: plan.plan.elections.map(({ slug }) => slug),
    after: [kode[0] as string, '0'],
    username: [reserved],
    password: [passwordOf(reserved)],
    refreshToken: [REFRESH_TOKEN],
    run: ['fuzz'],
    key: kode.map((each) => `fuzz.batch.${each}.daftar-hadir.1`),
    token: [await confirmedCopy(kode)],
    'application/x-ndjson': cut(6).map((kecamatan) => plenoFile(plan, kecamatan).toString()),
  };
  accounts = [null, ...plan.accounts.slice(3).map(({ username }) => username)];
  // Those who reach many TPS ask more often, or hardly a request would get as far as a photo or a form.
  const ppk = plan.accounts.filter(({ role }) => role === 'ppk-operator' || role === 'ppk-admin');
  for (let i = 0; i < 3; i++) accounts.push(...ppk.map(({ username }) => username));
  check = answerChecker();
  readyPleno = readyPlenos(plan, async (username, method, path, body, type = 'application/json') => {
    const headers = body === undefined ? {} : { 'content-type': type };
    const request = {
      method,
      path: `/api/v1${path}`,
      headers,
      body: body ?? null,
      account: username,
      valid: true,
    };
    return JSON.parse((await send(request)).text);
  });
});
afterAll(() => server.dispose());

/** Forms of every TPS are there to be confirmed; one is, so that there is a copy. @returns the end of its link */
async function confirmedCopy(kode: readonly string[]): Promise<string> {
  for (const each of kode) await formClient(server, { kode: each }).photograph();
  const { body } = await formClient(server, { kode: kode.at(-1) as string }).confirm({
    revision: 3,
    figures: {},
  });
  return body.copy.split('/').at(-1);
}

/** A parameter's name may mean two things: `type` is an election of the public pages, or a document. */
function dictionaryOf({ path }: FuzzOperation): Dictionary {
  const isPublic = !path.startsWith('/api/');
  // Of the forms that can be confirmed no photo is taken anew, for then another revision is wanted.
  const form = path.endsWith('/pages/{page}') ? 'c-hasil-walikota' : 'c-hasil-gubernur';
  const type = isPublic ? ['pkwkp', 'pkwkk'] : [form, 'daftar-hadir'];
  if (!path.endsWith('/activation')) return { ...dictionary, type };
  return { ...dictionary, type, username: [toActivate], password: [passwordOf(toActivate)] };
}

/** Stands for a refresh token that is good when the request is sent; each is good once. */
const REFRESH_TOKEN = 'a-refresh-token-that-is-good';

const tokens = new Map<string, string>();

async function logIn(username: string): Promise<{ token: string; refreshToken: string }> {
  const body = JSON.stringify({ username, password: passwordOf(username), takeOver: true });
  const headers = { 'content-type': 'application/json' };
  return (await call(`${server.url}/api/v1/login`, { method: 'POST', headers, body })).body;
}

async function tokenOf(account: string): Promise<string> {
  const token = tokens.get(account) ?? (await logIn(account)).token;
  tokens.set(account, token);
  return token;
}

async function send({ method, path, headers, body: planned, account }: FuzzRequest) {
  const authorization = account === null ? {} : { authorization: `Bearer ${await tokenOf(account)}` };
  const refreshes = typeof planned === 'string' && planned.includes(REFRESH_TOKEN);
  const body = refreshes ? planned.replace(REFRESH_TOKEN, (await logIn(bystander)).refreshToken) : planned;
  const answer = await fetch(server.url + path, {
    method,
    headers: { ...headers, ...authorization },
    ...(body !== null && { body: typeof body === 'string' ? body : new Uint8Array(body) }),
  });
  // A request may have logged its own account out.
  if (answer.status === 401 || path.endsWith('/logout')) tokens.delete(account ?? '');
  const contentType = answer.headers.get('content-type') ?? '';
  return { status: answer.status, contentType, text: await answer.text() };
}

/** @returns how many of the requests were served as asked */
async function fuzz(operation: FuzzOperation, numRuns: number, seed: number): Promise<number> {
  let served = 0;
  const property = fc.asyncProperty(
    requestTo(operation, accounts, dictionaryOf(operation)),
    async (request) => {
      const answer = await send(request);
      if (answer.status < 400) served++;
      // What was asked of the simulator must not befall the next request, nor this one: it may allow one connection only.
      if (request.method === 'PUT' && request.path.startsWith('/simulator/') && answer.status === 204)
        await server.app.inject({ method: 'DELETE', url: request.path });
      expect(check(operation.operation, request, answer)).toBeNull();
    },
  );
  await fc.assert(property, { numRuns, seed, includeErrorInReport: true }).catch((error: Error) => {
    throw new Error(`${operation.method.toUpperCase()} ${operation.path}: ${error.message}`);
  });
  return served;
}

/** Bytes that are still needed, after everything else is gone. */
function heapBytes(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed;
}

test('whatever is sent to any operation, the answer is one that its contract documents', async () => {
  for (const operation of operations) {
    let served = 0;
    // What is seldom asked right has more tries: luck must not decide.
    for (let tries = 0; served === 0 && tries < MOST_TRIES; tries++) {
      await readyPleno(operation.path);
      served = await fuzz(operation, REQUESTS_PER_OPERATION, SEED + tries);
    }
    expect(served, `${operation.method} ${operation.path} is never reached`).toBeGreaterThan(0);
  }
}, 300_000);

test('and nothing of it is left behind', async () => {
  const before = heapBytes();
  for (const operation of operations) await fuzz(operation, REQUESTS_PER_OPERATION / 5, SEED - 1);
  expect((heapBytes() - before) / 2 ** 20).toBeLessThan(HEAP_GROWTH_MIB);
  expect((await server.get('/healthz')).status).toBe(200);
  expect((await server.get('/metrics')).body).not.toMatch(
    /^sirekap_http_requests_in_flight\{route="(?!\/metrics).*\} [^0]/m,
  );
}, 300_000);
