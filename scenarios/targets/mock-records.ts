import http, { type Params } from 'k6/http';
import { unless } from './answer.ts';
import { bearer, read, textOf } from './mock-body.ts';
import type { HealthAnswer, ReadBackAnswer, StoredUpload, Target } from './target.ts';

/** Records a read-back asks for at a time: the most that the mock gives. */
const READ_BACK_PAGE = 5000;

/**
 * Who the mock is, and what it has stored.
 * @param params k6's parameters of a request with this name and these headers
 */
export function mockRecords(
  baseUrl: string,
  params: (name: string, headers: Record<string, string>) => Params,
): Required<Pick<Target, 'health' | 'readBack'>> {
  return {
    health(): HealthAnswer {
      const response = http.get(`${baseUrl}/healthz`, params('health', {}));
      const { answer, body } = read(response);
      return {
        ...unless(body.status === 'ok', answer),
        software: textOf(body.software),
        simulator: body.simulator === true,
        plan: textOf(body.plan),
        store: textOf(body.store),
        date: response.headers.Date ?? null,
      };
    },

    readBack(token, run, after): ReadBackAnswer {
      const query = `run=${encodeURIComponent(run)}&limit=${READ_BACK_PAGE}${after === null ? '' : `&after=${encodeURIComponent(after)}`}`;
      const { answer, body } = read(
        http.get(`${baseUrl}/api/v1/uploads?${query}`, params('read-back', bearer(token))),
      );
      const given = Array.isArray(body.uploads);
      return {
        ...unless(given && (body.next === null || typeof body.next === 'string'), answer),
        uploads: given ? (body.uploads as StoredUpload[]) : [],
        next: textOf(body.next),
      };
    },
  };
}
