import { parseSecrets, type Secret } from '../secrets-file.ts';
import type { LinksFile, TpsLink } from '../signal/links-file.ts';
import { checkLinks } from './check-links.ts';
import { type Environment, readEnvironment } from './environment.ts';
import { readPlan } from './plan.ts';

/** The links of a run but those of single TPS, which are many. */
export type CommonLinks = Omit<LinksFile, 'tps'>;

/** What a script must know before it can open its target. */
export interface Settings {
  environment: Environment;
  /** Real seconds after which a phone gives up on a request. */
  requestTimeoutSecond: number;
  /** null: everything goes straight to the target. */
  links: CommonLinks | null;
}

/**
 * Reads and checks `__ENV`, and the files it names.
 * @throws Error naming what is wrong; k6 then ends with exit code 107 before anything is sent
 */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const environment = readEnvironment(env);
  return {
    environment,
    requestTimeoutSecond: readPlan(environment.plan).workload.operator.requestTimeoutSecond,
    links: environment.links === null ? null : commonLinks(environment.links, environment.target),
  };
}

/** In order of username. @throws Error naming the line */
export function readSecrets(path: string): Secret[] {
  return parseSecrets(open(path)).sort((a, b) => (a.username < b.username ? -1 : 1));
}

/** In order of kode. */
export function readTpsLinks(path: string): TpsLink[] {
  return (JSON.parse(open(path)) as LinksFile).tps;
}

/** @throws Error for links that lead anywhere but to proxies in front of the target */
function commonLinks(path: string, target: string): CommonLinks {
  const { tps: _, ...links } = JSON.parse(open(path)) as LinksFile;
  checkLinks(links, target);
  return links;
}
