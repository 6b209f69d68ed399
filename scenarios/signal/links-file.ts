import type { WeakLink } from '../../fixtures/plan/types.ts';

/** `good`: straight, as fast as this machine. `none`: no signal, nothing gets through. */
export type LinkName = WeakLink | 'good' | 'none';

/** One of toxiproxy's listeners, which is a link; of those of a kecamatan the signal is disturbed now and then. */
export interface LinkProxy {
  /** e.g. `edge`, or `edge@167107` for the phones that send from that kecamatan. */
  name: string;
  link: LinkName;
  kecamatan: string | null;
  /** Base URL of the target over this link. */
  url: string;
}

/** A TPS whose requests do not go the way that its kecamatan's do. */
export interface TpsLink {
  kode: string;
  /** Name of its proxy; null: straight to the target. */
  proxy: string | null;
  /** Plan seconds from the start of its session without any signal. */
  travelSecond: number;
}

/** links.json of a run folder: which requests go over which link. Written by `run`, read by the scripts (LINKS). */
export interface LinksFile {
  formatVersion: 1;
  kind: 'links';
  proxies: LinkProxy[];
  /** Name of the proxy of every TPS that is named nowhere else; null: straight to the target. */
  otherwise: string | null;
  /** Name of the proxy of the TPS of a kecamatan, by its code, that are not in `tps`. */
  kecamatan: Record<string, string>;
  /** In order of kode. */
  tps: TpsLink[];
  /** k6's `hosts`: the target's name at a proxy's port is on the loopback. */
  hosts: Record<string, string>;
  /** What the target's name is in a request's Host header, whatever the port it goes to. */
  host: string;
  /** Sessions that take longer because of their link: how many, and by how many real seconds at most. */
  slow: { sessions: number; second: number };
}
