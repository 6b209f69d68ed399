import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';

/** Something between k6 and a target: passes every request on and counts them. */
export interface HttpFront {
  readonly port: number;
  readonly requests: number;
  /** Epoch ms of the last request; null before the first. */
  readonly lastAt: number | null;
  close(): void;
}

export interface FrontOptions {
  address: string;
  /** Base URL that requests go on to. */
  target: string;
  tls?: { key: string; cert: string };
}

/** Starts a front. Requests of a proxy's client name the whole URL; its host is not looked at. */
export async function startFront({ address, target, tls }: FrontOptions): Promise<HttpFront> {
  let requests = 0;
  let lastAt: number | null = null;
  const { hostname, port } = new URL(target);
  const listener = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    requests++;
    lastAt = Date.now();
    const url = incoming.url ?? '/';
    const path = url.startsWith('/') ? url : new URL(url).pathname + new URL(url).search;
    const { method, headers } = incoming;
    const onward = request({ hostname, port, path, method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    // A run that is stopped breaks off what is under way.
    onward.on('error', () => outgoing.destroy());
    incoming.on('error', () => onward.destroy());
    outgoing.on('close', () => onward.destroy());
    incoming.pipe(onward);
  };
  const server = tls === undefined ? createServer(listener) : createTlsServer(tls, listener);
  server.listen(0, address);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    get requests() {
      return requests;
    },
    get lastAt() {
      return lastAt;
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
