/** A place that load may be sent to. */
export interface PermittedTarget {
  /** A name or an IP address, without brackets. */
  host: string;
  port: number;
  /** IP addresses or CIDR ranges that the name may lead to. */
  addresses: string[];
  /** No name service knows the host: k6 is told its first address. */
  pinned: boolean;
}

/**
 * What an authorisation file permits, as `uji-beban run` checked it and k6 reads it: authorisation.json of a run folder.
 * Without one, load goes to loopback only.
 */
export interface Permission {
  formatVersion: 1;
  kind: 'authorisation';
  /** Number or title of the letter that grants it. */
  reference: string;
  authorisedBy: { name: string; office: string };
  targets: PermittedTarget[];
  /** ISO 8601. Nothing is sent before `from` or from `to` on. */
  window: { from: string; to: string };
  maximum: { requestsPerSecond: number; accounts: number };
  /** Proxies that may stand between k6 and the target. */
  proxies: PermittedTarget[];
  /** Stops the run when this share of attempts fails; null where the authorisation says nothing of it. */
  stopWhen: FailureLimit | null;
}

/** A share of failed attempts that ends a run. */
export interface FailureLimit {
  /** 0..1; more than this stops. */
  failedShare: number;
  /** Real seconds that are looked back on. */
  withinSecond: number;
  /** Fewer attempts than this in that time decide nothing. */
  minimumAttempts: number;
}

/** Scheme, host and port of a base URL; null where it has more than these, or is none. */
export function originOf(url: string): { scheme: string; host: string; port: number } | null {
  const [, scheme = '', bracketed, plain, port] =
    /^(https?):\/\/(?:\[([0-9a-f:.]+)\]|([\w.-]+))(?::(\d{1,5}))?$/i.exec(url) ?? [];
  const host = bracketed ?? plain;
  if (host === undefined) return null;
  const usual = scheme.toLowerCase() === 'https' ? 443 : 80;
  return {
    scheme: scheme.toLowerCase(),
    host: host.toLowerCase(),
    port: port === undefined ? usual : Number(port),
  };
}

/** The permitted target that a base URL is, or null. */
export function permittedTarget(permission: Permission, url: string): PermittedTarget | null {
  const origin = originOf(url);
  if (origin === null) return null;
  return (
    permission.targets.find(({ host, port }) => host.toLowerCase() === origin.host && port === origin.port) ??
    null
  );
}

/** Whether a moment lies in the window. @param now epoch ms */
export function isWithinWindow({ window }: Pick<Permission, 'window'>, now: number): boolean {
  return now >= Date.parse(window.from) && now < Date.parse(window.to);
}
