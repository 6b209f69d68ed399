import { Agent, request } from 'node:http';
import { photoForm } from '../../mock-server/testing/test-server.ts';

const CONNECTIONS = 16;

export interface Page {
  kode: string;
  document: string;
  page: number;
  token: string;
}

/**
 * Uploads `count` times, each under a key of its own: every page in turn, again and again.
 * @param onUpload called after every acknowledgement with how many there are
 * @throws Error when an upload is not acknowledged
 */
export async function uploadLoop(
  url: string,
  pages: readonly Page[],
  photo: Buffer,
  count: number,
  onUpload: (done: number) => void,
): Promise<void> {
  const form = new Response(photoForm(photo));
  const contentType = form.headers.get('content-type') ?? '';
  const body = Buffer.from(await form.arrayBuffer());
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  let next = 0;
  let done = 0;

  const client = async (): Promise<void> => {
    while (next < count) {
      const number = next++;
      const at = pages[number % pages.length] as Page;
      const run = `run-${Math.floor(number / pages.length)}`;
      await upload(url, at, run, agent, contentType, body);
      onUpload(++done);
    }
  };
  try {
    await Promise.all(Array.from({ length: CONNECTIONS }, client));
  } finally {
    agent.destroy();
  }
}

function upload(
  url: string,
  { kode, document, page, token }: Page,
  run: string,
  agent: Agent,
  contentType: string,
  body: Buffer,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${token}`,
      'content-type': contentType,
      'content-length': body.length,
      'idempotency-key': `${run}.round-1.${kode}.${document}.${page}`,
    };
    const path = `${url}/api/v1/tps/${kode}/documents/${document}/pages/${page}`;
    const sent = request(path, { method: 'POST', agent, headers }, (answer) => {
      answer.resume();
      answer.once('end', () =>
        answer.statusCode === 201 ? resolve() : reject(new Error(`${path}: ${answer.statusCode}`)),
      );
    });
    sent.once('error', reject);
    sent.end(body);
  });
}
