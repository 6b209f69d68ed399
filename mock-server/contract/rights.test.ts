import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { outcome } from '../testing/account-calls.ts';
import type { Schema } from '../testing/fuzz/schema.ts';
import { validValue } from '../testing/fuzz/valid-value.ts';
import { call, startTestServer, type TestServer, TPS } from '../testing/test-server.ts';
import { RIGHTS, type Right, rolesWith } from './rights.ts';

/** An account of each role, all above or at {@link TPS}. */
const ACCOUNTS = {
  kpps: `kpps-${TPS}`,
  'pps-operator': 'pps-1671011001',
  'ppk-admin': 'ppk-167101',
  'ppk-operator': 'operator-167101',
  'kabkota-admin': 'kota-1671',
} as const;
/** The same roles in areas that have nothing to do with it. */
const STRANGERS = ['kpps-1671021001001', 'pps-1671011002', 'ppk-167102', 'operator-167102', 'kab-1602'];

/** Below /api/v1, what needs no token, and what needs a token of any role. */
const OPEN = ['post /api/v1/activation', 'post /api/v1/login', 'post /api/v1/refresh'];
const ANY_ROLE = ['post /api/v1/logout'];

interface Operation {
  name: string;
  method: string;
  path: string;
  security?: object[];
  responses: Record<string, { description: string }>;
  requestBody?: { content: Record<string, { schema: Schema }> };
  'x-right'?: Right;
  'x-roles'?: string[];
}

let server: TestServer;
let operations: Operation[];
beforeAll(async () => {
  server = await startTestServer();
  const { paths } = (await server.get('/openapi.json')).body as { paths: Record<string, object> };
  operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      name: `${method} ${path}`,
      method: method.toUpperCase(),
      path,
      ...operation,
    })),
  );
});
afterAll(() => server.dispose());

/** A path of this plan; a parameter it does not know would be a 404 for everybody. */
const VALUES: Record<string, string> = { kode: TPS, type: 'c-hasil-gubernur', page: '1' };
const filled = (path: string) => path.replaceAll(/\{(\w+)\}/g, (_, name) => VALUES[name] ?? '167101');

/** With a body that matches the contract: what does not is refused before anybody looks at what it is about. */
async function ask({ method, path, requestBody }: Operation, username: string) {
  const schema = requestBody?.content['application/json']?.schema;
  const [body] = schema ? fc.sample(validValue(schema, {}), { numRuns: 1, seed: 1 }) : [];
  return call(server.url + filled(path), {
    method,
    headers: {
      authorization: `Bearer ${await server.token(username)}`,
      ...(schema && { 'content-type': 'application/json' }),
    },
    ...(schema && { body: JSON.stringify(body) }),
  });
}

test('every route of the API needs a token and a right, but these', () => {
  for (const { name, path, security, 'x-right': right, 'x-roles': roles } of operations) {
    if (!path.startsWith('/api/v1') || OPEN.includes(name)) {
      expect([security, right], name).toEqual([undefined, undefined]);
      continue;
    }
    expect(security, name).toEqual([{ bearer: [] }]);
    if (ANY_ROLE.includes(name)) continue;
    expect(Object.keys(RIGHTS), name).toContain(right);
    expect(roles, name).toEqual(rolesWith(right as Right));
  }
});

test.each(Object.entries(ACCOUNTS))(
  '%s may do what the table says, on every route',
  async (role, username) => {
    const guarded = operations.filter((each) => each['x-right'] !== undefined);
    expect(guarded.length).toBeGreaterThan(3);
    for (const operation of guarded) {
      const right = operation['x-right'] as Right;
      const answer = await ask(operation, username);
      if ((rolesWith(right) as readonly string[]).includes(role)) {
        expect(answer.body.code, `${role} ${operation.name}`).not.toBe('ROLE_FORBIDDEN');
        expect(answer.status, `${role} ${operation.name}`).not.toBe(401);
        continue;
      }
      expect(outcome(answer), `${role} ${operation.name}`).toEqual([403, 'ROLE_FORBIDDEN']);
      expect(answer.body.message).toContain(
        `${right} is for ${rolesWith(right).join(', ')}, not for ${role}`,
      );
      expect(operation.responses['403']?.description).toContain('ROLE_FORBIDDEN');
    }
  },
);

describe('nobody reaches what is not theirs', () => {
  test.each(STRANGERS)('%s', async (username) => {
    const ofPlaces = operations.filter(({ path, ...each }) => path.includes('{') && each['x-right']);
    expect(ofPlaces.length).toBeGreaterThan(10);
    for (const operation of ofPlaces) {
      const { status, body } = await ask(operation, username);
      expect([operation.name, status, body.code]).toEqual([
        operation.name,
        403,
        expect.stringMatching(/^(ROLE_FORBIDDEN|TPS_NOT_YOURS|AREA_NOT_YOURS)$/),
      ]);
    }
  });
});

test('without a token nothing but activation, login and refresh answers', async () => {
  for (const { name, method, path } of operations) {
    if (!path.startsWith('/api/v1') || OPEN.includes(name)) continue;
    expect(outcome(await call(server.url + filled(path), { method })), name).toEqual([401, 'TOKEN_MISSING']);
  }
});

test('each right is somebody’s, and the PPK operator never has more than the admin', () => {
  for (const [right, { roles }] of Object.entries(RIGHTS)) {
    expect(roles.length, right).toBeGreaterThan(0);
    if ((roles as readonly string[]).includes('ppk-operator')) expect(roles, right).toContain('ppk-admin');
  }
});
