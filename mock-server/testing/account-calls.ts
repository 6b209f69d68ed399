import { passwordOf } from './small-plan.ts';
import { type Answer, call } from './test-server.ts';

/** The calls a client makes for its account, on any server of the small plan. */
export function accountCalls(url: string) {
  const post = (path: string, body: unknown) =>
    call(`${url}/api/v1/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  return {
    login: (username: string, more: { device?: string; takeOver?: boolean; password?: string } = {}) =>
      post('login', { username, password: passwordOf(username), ...more }),
    refresh: (refreshToken: string) => post('refresh', { refreshToken }),
    logout: (token: string) =>
      call(`${url}/api/v1/logout`, { method: 'POST', headers: { authorization: `Bearer ${token}` } }),
    /** Status and code of a call that any account may make. */
    use: async (token: string): Promise<[number, string | undefined]> =>
      outcome(await call(`${url}/api/v1/tps`, { headers: { authorization: `Bearer ${token}` } })),
  };
}

/** What tells one answer from another. */
export function outcome({ status, body }: Answer): [number, string | undefined] {
  return [status, body?.code];
}
