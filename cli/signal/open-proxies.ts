import type { Proxy as ToxicProxy, Toxiproxy } from 'toxiproxy-node-client';
import { linkFigures } from '../../fixtures/signal/links.ts';
import { linkToxics } from './link-toxics.ts';
import type { NeededProxy } from './plan-links.ts';
import type { Ends } from './proxy-ends.ts';

/** Where a connection never gets: no port 0 can be listened on, so a phone's connection breaks at once. */
const NOWHERE = '127.0.0.1:0';

/** A proxy that listens, with what it takes to disturb it. */
export interface OpenProxy extends NeededProxy {
  port: number;
  /** No signal: what is under way breaks, and nothing new gets through. */
  cut(): Promise<void>;
  /** The signal is back. */
  restore(): Promise<void>;
  toxic: ToxicProxy;
}

/** Opens a proxy on any free port of the loopback. */
export async function openProxy(
  client: Toxiproxy,
  needed: NeededProxy,
  { listen, upstream }: Ends,
): Promise<OpenProxy> {
  const reachable = needed.link !== 'none';
  const toxic = await client.createProxy({
    name: needed.name,
    listen: `${listen}:0`,
    upstream: reachable ? upstream : NOWHERE,
  });
  if (needed.link !== 'none' && needed.link !== 'good') {
    for (const body of linkToxics(linkFigures(needed.link), 'link')) await toxic.addToxic(body);
  }
  const leadTo = async (where: string) => {
    await toxic.update({ enabled: true, listen: toxic.listen, upstream: where });
  };
  return {
    ...needed,
    port: Number(toxic.listen.split(':').at(-1)),
    cut: () => leadTo(NOWHERE),
    restore: () => leadTo(upstream),
    toxic,
  };
}
