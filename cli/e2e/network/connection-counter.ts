import { once } from 'node:events';
import { createServer } from 'node:net';

/** A listener that answers nothing and counts who connects: a place where not one packet may arrive. */
export interface ConnectionCounter {
  readonly port: number;
  readonly connections: number;
  close(): void;
}

/** @param address of this machine's loopback network */
export async function countConnections(address: string): Promise<ConnectionCounter> {
  let connections = 0;
  const server = createServer((socket) => {
    connections++;
    socket.destroy();
  });
  server.listen(0, address);
  await once(server, 'listening');
  const bound = server.address();
  return {
    port: typeof bound === 'object' && bound !== null ? bound.port : 0,
    get connections() {
      return connections;
    },
    close: () => server.close(),
  };
}
