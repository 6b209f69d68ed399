import { linkAttempts } from '../metrics.ts';
import type { OpenAt } from '../targets/open-target.ts';
import type { Answer, Target } from '../targets/target.ts';
import type { LinkName, LinkProxy, LinksFile, TpsLink } from './links-file.ts';
import { NO_SIGNAL, routeOf } from './route.ts';

/** A target as one TPS reaches it. */
export type TargetOf = (kode: string, startAt: number, speed: number) => Target;

/** Tags of `link_attempts`, made once: a tag object an attempt is garbage an attempt. */
interface LinkTags {
  ok: Record<string, string>;
  failed: Record<string, string>;
}

/**
 * The target over the link of whoever asks, so that flows and adapters need know nothing of links. Runs in k6's init stage,
 * once a VU.
 * @param tps those that do not go as their kecamatan does, in order of kode; one list for all VUs
 * @param direct the target itself
 * @param openAt opens it anew in front of a link
 */
export function targetOverLinks(
  links: Omit<LinksFile, 'tps'>,
  tps: ArrayLike<TpsLink>,
  direct: Target,
  openAt: (at: OpenAt) => Target,
): TargetOf {
  const headers = { host: links.host };
  const good = overLink(direct, 'good', null);
  const proxies: Record<string, LinkProxy> = {};
  const targets: Record<string, Target> = {};
  for (const proxy of links.proxies) {
    const { name, link, kecamatan, url } = proxy;
    proxies[name] = proxy;
    targets[name] = overLink(openAt({ baseUrl: url, headers }), link, kecamatan);
  }
  const through = (proxy: LinkProxy | null) => (proxy === null ? good : (targets[proxy.name] as Target));
  return (kode, startAt, speed) => {
    const { proxy, travelSecond } = routeOf(links, proxies, tps, kode);
    const there = through(proxy);
    const arrivedAt = startAt + (travelSecond * 1000) / speed;
    if (travelSecond === 0 || Date.now() >= arrivedAt) return there;
    const none = targets[NO_SIGNAL] as Target;
    return switching(there, () => (Date.now() < arrivedAt ? none : there));
  };
}

/** Every answer of `target` says the link it came over. */
function overLink(target: Target, link: LinkName, kecamatan: string | null): Target {
  const about = { link, kecamatan: kecamatan ?? '' };
  const tags: LinkTags = { ok: { ...about, result: 'ok' }, failed: { ...about, result: 'failed' } };
  return calling(target, (path, given) => {
    const answer = call(target, path, given);
    // A double tap has two answers.
    for (const one of Array.isArray(answer) ? answer : [answer]) {
      if (!isAnswer(one)) continue;
      one.link = link;
      linkAttempts.add(1, one.errorClass === null ? tags.ok : tags.failed);
    }
    return answer;
  });
}

/** Each call goes to the target that `now` gives. */
function switching(like: Target, now: () => Target): Target {
  return calling(like, (path, given) => call(now(), path, given));
}

type Handle = (path: readonly string[], given: unknown[]) => unknown;

/**
 * `like` with every method, those of its parts too, replaced by `handle`: an adapter may have more than are known here, and
 * may be a class.
 */
function calling<Part extends object>(like: Part, handle: Handle, path: readonly string[] = []): Part {
  const made: Record<string, unknown> = {};
  return new Proxy({} as Part, {
    get(_, key) {
      const name = String(key);
      if (made[name] !== undefined) return made[name];
      const member: unknown = Reflect.get(like, key);
      const here = [...path, name];
      if (typeof member === 'function') made[name] = (...given: unknown[]) => handle(here, given);
      else if (typeof member === 'object' && member !== null) made[name] = calling(member, handle, here);
      else made[name] = member;
      return made[name];
    },
  });
}

function call(target: Target, path: readonly string[], given: unknown[]): unknown {
  let part: unknown = target;
  for (const name of path.slice(0, -1)) part = (part as Record<string, unknown>)[name];
  const methods = part as Record<string, (...given: unknown[]) => unknown>;
  return methods[path[path.length - 1] as string]?.(...given);
}

function isAnswer(value: unknown): value is Answer {
  return typeof value === 'object' && value !== null && 'errorClass' in value;
}
