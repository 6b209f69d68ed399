import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { jpeg } from './jpeg.ts';
import { passwordOf } from './small-plan.ts';
import { call, photoForm, TPS } from './test-server.ts';

export const RUN = 'kill';
const PHOTO_BYTES = 20_000;

/** What clients know of their uploads; the judge of a store after its server was killed. */
export interface UploadLoad {
  /** SHA-256 that was acknowledged, by idempotency key. */
  readonly acknowledged: ReadonlyMap<string, string>;
  /** Sent, and not acknowledged before its client stopped: stored or not, but never twice. */
  readonly unanswered: ReadonlyMap<string, Buffer>;
  /** Answers other than an acknowledgement, by status. */
  readonly refused: ReadonlyMap<number, number>;
  /** Keeps uploading, each client its next upload after the last answer, until `stop` is called. */
  start(url: string): Promise<{ stop(): Promise<void> }>;
  /** Resolves once that many more uploads were acknowledged. @throws after 30 s */
  acknowledge(count: number): Promise<void>;
  /** Sends again what was never answered, once each. */
  resendUnanswered(url: string): Promise<void>;
  /** Every record of the run, through the read-back. */
  readBack(url: string): Promise<{ key: string; sha256: string }[]>;
}

/** @param clients how many upload at once, each a photo of its own at a time */
export function createUploadLoad(clients: number): UploadLoad {
  const acknowledged = new Map<string, string>();
  const unanswered = new Map<string, Buffer>();
  const refused = new Map<number, number>();
  let sent = 0;

  const send = (url: string, token: string, key: string, photo: Buffer) =>
    call(`${url}/api/v1/tps/${TPS}/documents/daftar-hadir/pages/1`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'idempotency-key': key },
      body: photoForm(photo),
    });

  async function attempt(url: string, token: string, key: string, photo: Buffer): Promise<void> {
    const { status, body } = await send(url, token, key, photo);
    if (status === 201 || status === 200) {
      acknowledged.set(key, body.sha256);
      unanswered.delete(key);
    } else refused.set(status, (refused.get(status) ?? 0) + 1);
  }

  return {
    acknowledged,
    unanswered,
    refused,
    start: async (url) => {
      const token = await login(url, `kpps-${TPS}`);
      let stopped = false;
      const client = async () => {
        while (!stopped) {
          // A key holds one page of one TPS, so each upload is a take of its own.
          const key = `${RUN}.take-${++sent}.${TPS}.daftar-hadir.1`;
          const photo = jpeg(`${key} ${randomBytes(PHOTO_BYTES / 2).toString('hex')}`);
          unanswered.set(key, photo);
          // A dead server ends a client's turn; `stop` is what ends the client.
          await attempt(url, token, key, photo).catch(() => setTimeout(5));
        }
      };
      const running = Promise.all(Array.from({ length: clients }, client));
      return {
        stop: async () => {
          stopped = true;
          await running;
        },
      };
    },
    acknowledge: async (count) => {
      const enough = acknowledged.size + count;
      const until = Date.now() + 30_000;
      while (acknowledged.size < enough) {
        if (Date.now() > until) throw new Error(`only ${acknowledged.size} of ${enough} uploads in 30 s`);
        await setTimeout(1);
      }
    },
    resendUnanswered: async (url) => {
      const token = await login(url, `kpps-${TPS}`);
      for (const [key, photo] of [...unanswered]) await attempt(url, token, key, photo);
    },
    readBack: async (url) => {
      const headers = { authorization: `Bearer ${await login(url, 'kota-1671')}` };
      const all = [];
      for (let after: string | null = '0'; after !== null; ) {
        const { body } = await call(`${url}/api/v1/uploads?run=${RUN}&after=${after}`, { headers });
        all.push(...body.uploads);
        after = body.next;
      }
      return all;
    },
  };
}

async function login(url: string, username: string): Promise<string> {
  const { body } = await call(`${url}/api/v1/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: passwordOf(username) }),
  });
  return body.token;
}
