import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { smallForms } from '../../testing/small-forms.ts';
import type { SmallPlan } from '../../testing/small-plan.ts';
import { storePages } from '../../testing/store-pages.ts';
import { type Answer, call, startTestServer, type TestServer } from '../../testing/test-server.ts';

export const KECAMATAN = '167101';
/** The other kecamatan of the small plan. */
export const NEIGHBOUR = '167102';
export const ADMIN = `ppk-${KECAMATAN}`;
export const OPERATOR = `operator-${KECAMATAN}`;
export const KABKOTA = 'kota-1671';
export const ELECTIONS = ['gubernur', 'walikota'] as const;

/** A server, and what a PPK asks of it. */
export interface PlenoServer extends TestServer {
  /** A request below /api/v1 with a JSON body. */
  ask(method: string, path: string, username: string, body?: unknown): Promise<Answer>;
  /** Saves one election at one TPS. */
  save(username: string, tps: string, election: string, body: object): Promise<Answer>;
  /** Saves every TPS of a kecamatan that is not saved, as it is known. */
  saveAll(kecamatan?: string): Promise<void>;
  /** Uploads D.Hasil. */
  uploadPdf(username: string, pdf: Buffer, headers?: Record<string, string>, part?: string): Promise<Answer>;
}

export type PlenoServerOptions = NonNullable<Parameters<typeof startTestServer>[0]> & {
  /** Kecamatan of which every C.Hasil is there from the start. */
  uploaded?: readonly string[];
};

export async function startPlenoServer(options: PlenoServerOptions = {}): Promise<PlenoServer> {
  const { plan = smallForms(), uploaded = [KECAMATAN], ...others } = options;
  const folder = await mkdtemp(join(tmpdir(), 'uji-beban-pleno-'));
  const storePath = others.storePath ?? join(folder, 's.sqlite');
  await storePages(storePath, [...formPages(plan, uploaded)]);
  const server = await startTestServer({ ...others, storePath, plan });

  async function ask(method: string, path: string, username: string, body?: unknown): Promise<Answer> {
    return call(`${server.url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await server.token(username)}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }

  const save: PlenoServer['save'] = (username, tps, election, body) =>
    ask('PUT', `/pleno/${tps.slice(0, 6)}/tps/${tps}/${election}`, username, body);

  for (const kecamatan of uploaded)
    await everythingRead(() => ask('GET', `/pleno/${kecamatan}/tps`, KABKOTA));

  return {
    ...server,
    ask,
    save,
    saveAll: async (kecamatan = KECAMATAN) => {
      const username = `operator-${kecamatan}`;
      const { body } = await ask('GET', `/pleno/${kecamatan}/tps`, username);
      for (const { kode, forms } of body.tps)
        for (const { election, revision } of forms)
          if (revision === 0) {
            const { status, body } = await save(username, kode, election, { revision: 0 });
            if (status !== 200) throw new Error(`${kode} ${election}: ${status} ${JSON.stringify(body)}`);
          }
    },
    uploadPdf: async (username, pdf, headers = {}, part = 'document') => {
      const form = new FormData();
      form.append(part, new Blob([new Uint8Array(pdf)], { type: 'application/pdf' }), 'd-hasil.pdf');
      const kecamatan = username.split('-')[1];
      return call(`${server.url}/api/v1/pleno/${kecamatan}/document`, {
        method: 'POST',
        headers: { authorization: `Bearer ${await server.token(username)}`, ...headers },
        body: form,
      });
    },
    dispose: async () => {
      await server.dispose();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Resolves once no form of the list is without figures. @throws after 20 s */
export async function everythingRead(list: () => Promise<Answer>): Promise<void> {
  const until = Date.now() + 20_000;
  for (;;) {
    const { body } = await list();
    const forms: { cHasil: { source: string } }[] = body.tps.flatMap(
      (tps: { forms: unknown[] }) => tps.forms,
    );
    if (forms.every(({ cHasil }) => cHasil.source !== 'none')) return;
    if (Date.now() > until) throw new Error('not every C.Hasil was read in 20 s');
    await setTimeout(20);
  }
}

export function* formPages({ tps }: SmallPlan, kecamatan: readonly string[]) {
  for (const { kode, documents } of tps.filter((each) => kecamatan.includes(each.kecamatan)))
    for (const { type, pages } of documents)
      for (let page = 1; page <= pages && type.startsWith('c-hasil'); page++) yield { kode, type, page };
}
