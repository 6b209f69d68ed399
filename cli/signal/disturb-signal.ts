import type { Disturbance, WeakLink } from '../../fixtures/plan/types.ts';
import { linkFigures } from '../../fixtures/signal/links.ts';
import { linkToxics } from './link-toxics.ts';
import type { OpenProxy } from './open-proxies.ts';

/** Begins a disturbance of the signal. @returns what ends it again; both throw where toxiproxy does not do it */
export async function disturbSignal(
  { name, type, kecamatan, link }: Disturbance,
  proxies: readonly OpenProxy[],
): Promise<() => Promise<void>> {
  const own = proxies.filter((proxy) => proxy.kecamatan === kecamatan);
  if (type === 'signal-outage') {
    await Promise.all(own.map((proxy) => proxy.cut()));
    return async () => {
      await Promise.all(own.map((proxy) => proxy.restore()));
    };
  }
  const worse = own.filter((proxy) => link !== undefined && isWorse(link, proxy));
  const added = await Promise.all(worse.map((proxy) => weaken(proxy, link as WeakLink, name)));
  return async () => {
    for (const toxics of added) for (const toxic of toxics.reverse()) await toxic.remove();
  };
}

async function weaken({ toxic }: OpenProxy, link: WeakLink, name: string) {
  const added = [];
  // A toxic's name stands in the paths of toxiproxy's API.
  const prefix = name.replaceAll(/[^\w-]/g, '-');
  for (const body of linkToxics(linkFigures(link), prefix)) added.push(await toxic.addToxic(body));
  return added;
}

/** Whether a link is slower than what a proxy's phones have already. */
function isWorse(link: WeakLink, proxy: OpenProxy): boolean {
  if (proxy.link === 'none') return false;
  return proxy.link === 'good' || linkFigures(link).upKbit < linkFigures(proxy.link).upKbit;
}
