import {
  isWithinWindow,
  originOf,
  type Permission,
  type PermittedTarget,
  permittedTarget,
} from '../permission/permission.ts';

/**
 * The scenarios' own look at a permission, which trusts nobody who looked before.
 * @param now epoch ms
 * @returns the permitted target that `url` is
 * @throws Error saying what is not permitted
 */
export function checkPermission(permission: Permission, url: string, now: number): PermittedTarget {
  if (permission.kind !== 'authorisation' || permission.formatVersion !== 1)
    throw new Error('AUTHORISATION is no authorisation of format 1.');
  const target = permittedTarget(permission, url);
  if (target === null) {
    const named = permission.targets.map(({ host, port }) => `${host}:${port}`).join(', ');
    const origin = originOf(url);
    const asked = origin === null ? url : `${origin.host}:${origin.port}`;
    throw new Error(`TARGET ${asked} is not in authorisation ${permission.reference}, which names ${named}.`);
  }
  if (target.addresses.length === 0 && permission.proxies.length === 0) {
    throw new Error(
      `authorisation ${permission.reference} names no addresses of ${target.host}: ` +
        'start the run with `uji-beban run --authorisation`, which looks them up, or write them into the file.',
    );
  }
  if (!isWithinWindow(permission, now)) {
    const { from, to } = permission.window;
    throw new Error(
      `authorisation ${permission.reference} is for ${from} to ${to}; it is ${new Date(now).toISOString()}.`,
    );
  }
  return target;
}
