import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export interface ReadLoad {
  reads: number;
  perSecond: number;
  p95Ms: number;
}

/**
 * A closed loop over keep-alive connections that reads one path again and again. A bare socket client: an HTTP library in
 * the same language costs as much as the server, and would then be what is measured.
 * @throws Error when an answer is not a 200 of the same length as the first
 */
export async function readLoop(
  url: string,
  path: string,
  { connections, seconds }: { connections: number; seconds: number },
): Promise<ReadLoad> {
  const { hostname, port, host } = new URL(url);
  const request = `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nAccept-Encoding: identity\r\n\r\n`;
  const latencies: number[] = [];
  const startedAt = performance.now();
  const until = startedAt + seconds * 1000;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const socket = connect(Number(port), hostname).setNoDelay(true);
      await once(socket, 'connect');
      try {
        const length = await firstLength(socket, request);
        await readUntil(socket, request, length, until, latencies);
      } finally {
        socket.destroy();
      }
    }),
  );
  const took = (performance.now() - startedAt) / 1000;
  latencies.sort((a, b) => a - b);
  return {
    reads: latencies.length,
    perSecond: latencies.length / took,
    p95Ms: latencies[Math.floor(latencies.length * 0.95)] ?? Number.NaN,
  };
}

/** Bytes of one whole answer. */
function firstLength(socket: Socket, request: string): Promise<number> {
  return new Promise((resolve, reject) => {
    let text = '';
    const take = (chunk: Buffer) => {
      text += chunk.toString('latin1');
      const head = text.indexOf('\r\n\r\n');
      const body = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? Number.NaN);
      if (head === -1 || text.length < head + 4 + body) return;
      socket.off('data', take);
      if (text.startsWith('HTTP/1.1 200 ') && body > 0) resolve(head + 4 + body);
      else reject(new Error(`not a file: ${text.slice(0, 200)}`));
    };
    socket.on('data', take).once('error', reject).write(request);
  });
}

const STATUS_200 = Buffer.from('HTTP/1.1 200 ');

function readUntil(
  socket: Socket,
  request: string,
  length: number,
  until: number,
  latencies: number[],
): Promise<void> {
  return new Promise((resolve, reject) => {
    let received = 0;
    let sentAt = performance.now();
    socket.on('data', (chunk) => {
      if (received === 0 && chunk.compare(STATUS_200, 0, STATUS_200.length, 0, STATUS_200.length) !== 0)
        return reject(new Error(`not a 200: ${chunk.toString('latin1', 0, 200)}`));
      received += chunk.length;
      if (received < length) return;
      if (received > length) return reject(new Error('an answer is longer than the first'));
      const now = performance.now();
      latencies.push(now - sentAt);
      if (now >= until) return resolve();
      received = 0;
      sentAt = now;
      socket.write(request);
    });
    socket.once('error', reject).once('close', () => reject(new Error('the server closed the connection')));
    socket.write(request);
  });
}
