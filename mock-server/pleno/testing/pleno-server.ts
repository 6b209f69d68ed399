import { type Answer, call, jpeg, startTestServer, type TestServer } from '../../testing/test-server.ts';
import { plenoPlan } from './pleno-plan.ts';

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
  /** Uploads every page of every C.Hasil of a kecamatan. */
  uploadForms(kecamatan?: string): Promise<void>;
}

export type PlenoServerOptions = Parameters<typeof startTestServer>[0];

export async function startPlenoServer(options: PlenoServerOptions = {}): Promise<PlenoServer> {
  const plan = options.plan ?? plenoPlan();
  const server = await startTestServer({ ...options, plan });

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

  const tpsOf = (kecamatan: string) =>
    plan.tps.filter((each) => each.kecamatan === kecamatan).map(({ kode }) => kode);

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
    uploadForms: async (kecamatan = KECAMATAN) => {
      for (const kode of tpsOf(kecamatan)) {
        for (const { type, pages } of plan.tps[0]?.documents ?? []) {
          if (!type.startsWith('c-hasil')) continue;
          for (let page = 1; page <= pages; page++) {
            const username = `kpps-${kode}`;
            const { status } = await server.upload({
              username,
              kode,
              type,
              page,
              photo: jpeg(`${kode}${type}${page}`),
            });
            if (status !== 201)
              throw new Error(`the upload of ${kode} ${type} ${page} was answered ${status}`);
          }
        }
      }
    },
  };
}

/** A PDF as far as its header and trailer go. */
export function pdf(content = 'D.Hasil, SIMULASI'): Buffer {
  return Buffer.from(`%PDF-1.7\n%${content}\ntrailer\n%%EOF\n`);
}
