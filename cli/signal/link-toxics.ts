import type { ICreateToxicBody, ToxicAttributeTypes } from 'toxiproxy-node-client';
import type { LinkFigures } from '../../fixtures/signal/links.ts';

/** kbit/s to toxiproxy's KB/s, which are 1000 bytes. */
const BITS_PER_BYTE = 8;

/**
 * What makes a proxy a bad link, in the order in which it must be added. Latency stands before bandwidth: toxiproxy counts
 * a chunk's delay from when it was read, so behind a full bandwidth none would be left of it.
 * @param prefix of the toxics' names
 */
export function linkToxics(
  { rttMs, jitterMs, upKbit, downKbit, breakShare, breakAfterBytes }: LinkFigures,
  prefix: string,
): ICreateToxicBody<ToxicAttributeTypes>[] {
  const latency = { latency: Math.round(rttMs / 2), jitter: Math.round(jitterMs / 2) };
  const toxic = (
    name: string,
    stream: 'upstream' | 'downstream',
    type: ICreateToxicBody<unknown>['type'],
    attributes: ToxicAttributeTypes | { bytes: number },
    toxicity = 1,
  ) => ({
    name: `${prefix}-${name}`,
    stream,
    type,
    toxicity,
    attributes: attributes as ToxicAttributeTypes,
  });
  return [
    ...(breakShare > 0
      ? [toxic('break', 'upstream', 'limit_data', { bytes: breakAfterBytes }, breakShare)]
      : []),
    toxic('latency-up', 'upstream', 'latency', latency),
    toxic('latency-down', 'downstream', 'latency', latency),
    toxic('bandwidth-up', 'upstream', 'bandwidth', { rate: Math.round(upKbit / BITS_PER_BYTE) }),
    toxic('bandwidth-down', 'downstream', 'bandwidth', { rate: Math.round(downKbit / BITS_PER_BYTE) }),
  ];
}
