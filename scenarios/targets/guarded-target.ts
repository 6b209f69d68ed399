import exec from 'k6/execution';
import { isWithinWindow, type Permission } from '../permission/permission.ts';
import type { Target } from './target.ts';

/**
 * A target that sends nothing outside the authorisation's window: the first call out of it ends the test (exit code 108). It
 * holds also where nobody watches over k6.
 */
export function guardedTarget(target: Target, permission: Permission): Target {
  function check(): void {
    if (isWithinWindow(permission, Date.now())) return;
    exec.test.abort(
      `authorisation ${permission.reference} is for ${permission.window.from} to ${permission.window.to}`,
    );
  }

  function guarded<Part extends object>(part: Part): Part {
    const made: Record<string | symbol, unknown> = {};
    return new Proxy(part, {
      get(_, name) {
        if (made[name] !== undefined) return made[name];
        const value: unknown = Reflect.get(part, name);
        if (typeof value === 'function') {
          made[name] = (...given: unknown[]) => {
            check();
            return value.apply(part, given);
          };
        } else {
          made[name] = typeof value === 'object' && value !== null ? guarded(value) : value;
        }
        return made[name];
      },
    });
  }

  return guarded(target);
}
