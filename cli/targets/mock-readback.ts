import { OperatorError } from '../../fixtures/operator-error.ts';
import type { StoredUpload } from '../run-folder/types.ts';
import type { ReadbackTarget, TargetHealth } from './readback-target.ts';

const PAGE = 5000;
const TIMEOUT_MS = 15_000;

/** Health and read-back of the recap API of `mock-server/`. */
export function mockReadback(baseUrl: string): ReadbackTarget {
  return {
    adapter: 'mock',

    async health(): Promise<TargetHealth> {
      const before = Date.now();
      const response = await request(baseUrl, '/healthz');
      const after = Date.now();
      const body = await json<{ software?: string; simulator?: boolean; plan?: string }>(
        baseUrl,
        '/healthz',
        response,
      );
      const date = Date.parse(response.headers.get('date') ?? '');
      return {
        software: body.software ?? null,
        simulator: body.simulator === true,
        plan: body.plan ?? null,
        // The header counts whole seconds, so its middle is the best guess.
        clockSkewMs: Number.isNaN(date) ? null : date + 500 - (before + after) / 2,
      };
    },

    async *uploads(run, accounts) {
      for (const account of accounts) {
        const token = await login(baseUrl, account);
        for (let after: string | null = ''; after !== null; ) {
          const page: UploadsPage = await uploadsPage(baseUrl, token, run, after);
          yield page.uploads;
          after = page.next;
        }
      }
    },
  };
}

async function login(baseUrl: string, account: { username: string; password: string }): Promise<string> {
  const response = await request(baseUrl, '/api/v1/login', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(account),
  });
  return (await json<{ token: string }>(baseUrl, '/api/v1/login', response)).token;
}

interface UploadsPage {
  uploads: StoredUpload[];
  next: string | null;
}

/** @param after the cursor of the page before, empty for the first */
async function uploadsPage(baseUrl: string, token: string, run: string, after: string): Promise<UploadsPage> {
  const query = new URLSearchParams({ run, limit: String(PAGE), ...(after === '' ? {} : { after }) });
  const path = `/api/v1/uploads?${query}`;
  const response = await request(baseUrl, path, { headers: { authorization: `Bearer ${token}` } });
  return json<UploadsPage>(baseUrl, path, response);
}

async function request(baseUrl: string, path: string, init: RequestInit = {}): Promise<Response> {
  try {
    return await fetch(baseUrl + path, {
      ...init,
      signal: AbortSignal.timeout(TIMEOUT_MS),
      redirect: 'error',
    });
  } catch (error) {
    const cause =
      error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
    throw new OperatorError(
      'TARGET_DOWN',
      `target ${baseUrl} does not answer ${path.split('?')[0]} (${cause})`,
      'start it (for the mock: `uji-beban serve --plan PLAN`) or check --target, then try again (a run needs a new --out)',
      { cause: error },
    );
  }
}

async function json<T>(baseUrl: string, path: string, response: Response): Promise<T> {
  const text = await response.text();
  if (response.ok) {
    try {
      return JSON.parse(text) as T;
    } catch {
      // falls through to the error below, which quotes what came instead
    }
  }
  throw new OperatorError(
    'TARGET_CONTRACT',
    `target ${baseUrl} answered ${path.split('?')[0]} with ${response.status} ${text.slice(0, 200)}`,
    'check that the target speaks the recap API and was started with the same plan as this run',
  );
}
