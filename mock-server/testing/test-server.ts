import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningServer, type ServerOptions, startServer } from '../server.ts';
import { jpeg } from './jpeg.ts';
import { passwordOf, type SmallPlan, smallPlan, writeSmallPlan } from './small-plan.ts';

/** A server on a plan and a store of its own, and the requests that tests make of it. */
export interface TestServer extends RunningServer {
  folder: string;
  token(username: string): Promise<string>;
  get(path: string, username?: string): Promise<Answer>;
  upload(upload?: Partial<TestUpload>): Promise<Answer>;
  /** Closes the server and removes its files. */
  dispose(): Promise<void>;
}

export interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  body: any;
  headers: Headers;
}

export interface TestUpload {
  username: string;
  kode: string;
  type: string;
  page: number | string;
  run: string;
  /** Overwrites the key; null leaves it out. */
  key: string | null;
  photo: Buffer;
  headers: Record<string, string>;
  form: FormData;
}

export const TPS = '1671011001001';

export function photoForm(photo: Buffer, name = 'photo', type = 'image/jpeg'): FormData {
  const form = new FormData();
  form.append(name, new Blob([new Uint8Array(photo)], { type }), 'foto.jpg');
  return form;
}

export async function startTestServer({
  plan = smallPlan(),
  ...options
}: Partial<ServerOptions> & { plan?: SmallPlan } = {}): Promise<TestServer> {
  const folder = await mkdtemp(join(tmpdir(), 'uji-beban-mock-'));
  await writeSmallPlan(join(folder, 'plan'), plan);
  const server = await startServer({
    planDir: join(folder, 'plan'),
    storePath: join(folder, 'store', 'uploads.sqlite'),
    port: 0,
    passwordCost: 0,
    ...options,
  });
  const tokens = new Map<string, string>();

  async function token(username: string): Promise<string> {
    const known = tokens.get(username);
    if (known !== undefined) return known;
    const { body } = await call(`${server.url}/api/v1/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password: passwordOf(username) }),
    });
    tokens.set(username, body.token);
    return body.token;
  }

  return {
    ...server,
    folder,
    token,
    get: async (path, username) =>
      call(
        server.url + path,
        username === undefined ? {} : { headers: { authorization: `Bearer ${await token(username)}` } },
      ),
    upload: async (upload = {}) => {
      const { kode = TPS, type = 'c-hasil-gubernur', page = 1, run = 'run-1' } = upload;
      const { username = `kpps-${TPS}`, photo = jpeg(), headers = {}, form = photoForm(photo) } = upload;
      const key = upload.key === undefined ? `${run}.round-1.${kode}.${type}.${page}` : upload.key;
      return call(`${server.url}/api/v1/tps/${kode}/documents/${type}/pages/${page}`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${await token(username)}`,
          ...(key !== null && { 'idempotency-key': key }),
          ...headers,
        },
        body: form,
      });
    },
    dispose: async () => {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** One request; the body parsed where it is JSON. */
export async function call(url: string, init: RequestInit = {}): Promise<Answer> {
  const answer = await fetch(url, init);
  const text = await answer.text();
  const json = answer.headers.get('content-type')?.startsWith('application/json') === true;
  return { status: answer.status, body: json ? JSON.parse(text) : text, headers: answer.headers };
}
