import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { isLoopback } from './loopback.ts';

/** What the guard takes from the machine it runs on; tests give it another one. */
export interface Surroundings {
  /** Every address of a host name or address; none where no name service knows it. */
  addressesOf(host: string): Promise<string[]>;
  isLoopback(address: string): boolean;
  env: Record<string, string | undefined>;
  now(): Date;
}

export const THIS_MACHINE: Surroundings = {
  async addressesOf(host) {
    if (isIP(host)) return [host];
    try {
      return (await lookup(host, { all: true })).map(({ address }) => address);
    } catch {
      return [];
    }
  },
  isLoopback,
  env: process.env,
  now: () => new Date(),
};
