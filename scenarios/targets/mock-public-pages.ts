import http, { type Params } from 'k6/http';
import { answerOf, unless } from './answer.ts';
import { read } from './mock-body.ts';
import type { PublicAnswer, Target } from './target.ts';

/**
 * The published results at the mock.
 * @param params k6's parameters of a request with this name and these headers
 */
export function mockPublicPages(
  baseUrl: string,
  params: (name: string, headers: Record<string, string>) => Params,
): Required<Pick<Target, 'publicEntry' | 'publicRead'>> {
  return {
    publicEntry: '/wilayah/pilkada/pkwkk/0.json',

    publicRead(path, validator): PublicAnswer {
      const headers: Record<string, string> = validator === null ? {} : { 'if-none-match': validator };
      const response = http.get(`${baseUrl}${path}`, params('public', headers));
      if (response.status === 304) {
        const unchanged = { ...answerOf(response), errorClass: null, errorCode: null };
        return { ...unchanged, validator, unchanged: true, bytes: 0 };
      }
      const { answer } = read(response);
      const bytes = typeof response.body === 'string' ? response.body.length : 0;
      return {
        ...unless(bytes > 0, answer),
        validator: response.headers.Etag ?? null,
        unchanged: false,
        bytes,
      };
    },
  };
}
