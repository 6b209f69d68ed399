import { setTimeout } from 'node:timers/promises';
import { jpeg } from './jpeg.ts';
import { smallForms } from './small-forms.ts';
import { passwordOf } from './small-plan.ts';
import { type Answer, call, photoForm } from './test-server.ts';

const DOCUMENT = 'c-hasil-gubernur';
const PAGES = 3;
const KODES = smallForms().tps.map(({ kode }) => kode);

/** What KPPS know of their confirmations; the judge of a store after its server was killed. */
export interface ConfirmLoad {
  /** Uploads every page of C.Hasil of every TPS. */
  photograph(url: string): Promise<void>;
  /** Each TPS confirms again and again, with another number of spoilt ballots each time, until `stop` is called. */
  start(url: string): Promise<{ stop(): Promise<void> }>;
  /** Resolves once that many more confirmations were answered. @throws after 30 s */
  answered(count: number): Promise<void>;
  /** The figures whose confirmation was answered, in order. */
  confirmed(kode: string): number[];
  /** The figures that were confirmed according to the history of each TPS. */
  histories(url: string): Promise<Map<string, number[]>>;
  /** The figure as the form says it was confirmed last; null before. */
  standing(url: string, kode: string): Promise<number | null>;
}

/** The figure that counts up: nothing but V301 depends on it. */
const FIGURE = 'ballots.spoilt';
const DESPITE = ['V301'];

export function createConfirmLoad(): ConfirmLoad {
  const confirmed = new Map<string, number[]>(KODES.map((kode) => [kode, []]));
  const sent = new Map<string, number>(KODES.map((kode) => [kode, 10]));
  const total = () => [...confirmed.values()].reduce((sum, { length }) => sum + length, 0);
  const path = (url: string, kode: string) => `${url}/api/v1/tps/${kode}/documents/${DOCUMENT}`;

  async function confirmNext(url: string, kode: string, headers: Record<string, string>): Promise<void> {
    const { body } = await call(`${path(url, kode)}/reading`, { headers });
    const figure = (sent.get(kode) ?? 0) + 1;
    sent.set(kode, figure);
    const answer: Answer = await call(`${path(url, kode)}/confirm`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ revision: body.revision, figures: { [FIGURE]: figure }, despite: DESPITE }),
    });
    if (answer.status === 200) confirmed.get(kode)?.push(figure);
    else throw new Error(`a confirmation was answered ${answer.status} ${answer.body.code}`);
  }

  return {
    photograph: async (url) => {
      for (const kode of KODES) {
        const headers = await loginHeaders(url, kode);
        for (let page = 1; page <= PAGES; page++)
          await call(`${path(url, kode)}/pages/${page}`, {
            method: 'POST',
            headers: { ...headers, 'idempotency-key': `foto.round-1.${kode}.${DOCUMENT}.${page}` },
            body: photoForm(jpeg(`${kode} ${page}`)),
          });
      }
    },
    start: async (url) => {
      let stopped = false;
      const clients = KODES.map(async (kode) => {
        const headers = await loginHeaders(url, kode);
        while (!stopped) {
          // A dead server ends a client's turn; any other answer than 200 ends the test.
          await confirmNext(url, kode, headers).catch((error) => {
            if (error instanceof TypeError) return setTimeout(5);
            throw error;
          });
        }
      });
      const running = Promise.all(clients);
      return {
        stop: async () => {
          stopped = true;
          await running;
        },
      };
    },
    answered: async (count) => {
      const enough = total() + count;
      const until = Date.now() + 30_000;
      while (total() < enough) {
        if (Date.now() > until) throw new Error(`only ${total()} of ${enough} confirmations in 30 s`);
        await setTimeout(1);
      }
    },
    confirmed: (kode) => confirmed.get(kode) ?? [],
    histories: async (url) => {
      const found = new Map<string, number[]>();
      for (const kode of KODES) {
        const { body } = await call(`${path(url, kode)}/history`, { headers: await loginHeaders(url, kode) });
        const decisions = body.entries.filter(({ what }: { what: string }) => what === 'confirmed');
        found.set(
          kode,
          decisions.map(({ figures }: { figures: Record<string, number> }) => figures[FIGURE]),
        );
      }
      return found;
    },
    standing: async (url, kode) => {
      const { body } = await call(`${path(url, kode)}/reading`, { headers: await loginHeaders(url, kode) });
      return body.figures.find(({ id }: { id: string }) => id === FIGURE).confirmed;
    },
  };
}

async function loginHeaders(url: string, kode: string): Promise<Record<string, string>> {
  const username = `kpps-${kode}`;
  const { body } = await call(`${url}/api/v1/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: passwordOf(username) }),
  });
  return { authorization: `Bearer ${body.token}` };
}
