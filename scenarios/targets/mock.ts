import http, { type Params } from 'k6/http';
import { answerOf, unless } from './answer.ts';
import { bearer, read, textOf } from './mock-body.ts';
import type { mockConfirm } from './mock-confirm.ts';
import type { mockOffline } from './mock-offline.ts';
import type { mockPleno } from './mock-pleno.ts';
import type { mockPublicPages } from './mock-public-pages.ts';
import type { mockRecords } from './mock-records.ts';
import type { Adapter, Answer, LoginAnswer, RequestedFault, StatusAnswer, Target, Upload } from './target.ts';

type Response = ReturnType<typeof http.post>;

/** Makers of what of the mock is not for every run: k6 keeps what a script has for every VU. */
export interface MockParts {
  records?: typeof mockRecords;
  publicPages?: typeof mockPublicPages;
  offline?: typeof mockOffline;
  confirm?: typeof mockConfirm;
  pleno?: typeof mockPleno;
}

/** Adapter for the recap API of `mock-server/`, whose contract stands in its /openapi.json. `whole-mock.ts` has all parts. */
export function mockAdapterOf(parts: MockParts): Adapter {
  return {
    name: 'mock',
    open: ({ baseUrl, requestTimeoutMs, headers }) => mockTarget(parts, baseUrl, requestTimeoutMs, headers),
  };
}

function mockTarget(
  parts: MockParts,
  baseUrl: string,
  timeout: number,
  always: Record<string, string>,
): Target {
  const api = `${baseUrl}/api/v1`;

  const params = (name: string, headers: Record<string, string>): Params => ({
    headers: { ...always, ...headers },
    timeout,
    tags: { name },
  });

  // One set for all uploads of a VU, overwritten: k6 copies them before it sends.
  const uploadParams = params('upload', {});
  const uploadHeaders = uploadParams.headers as Record<string, string>;
  let uploadToken = '';

  /** Sets the headers of an upload and returns its URL. */
  function uploadRequest(token: string, upload: Upload, contentType: string): string {
    if (token !== uploadToken) {
      uploadToken = token;
      uploadHeaders.authorization = `Bearer ${token}`;
      uploadHeaders['content-type'] = contentType;
    }
    uploadHeaders['idempotency-key'] = upload.key;
    uploadHeaders['x-content-sha256'] = upload.sha256;
    return `${api}/tps/${upload.tps}/documents/${upload.document}/pages/${upload.page}`;
  }

  return {
    photoField: 'photo',

    login({ username, password }): LoginAnswer {
      const response = http.post(
        `${api}/login`,
        JSON.stringify({ username, password }),
        params('login', { 'content-type': 'application/json' }),
      );
      const { answer, body } = read(response);
      const token = typeof body.token === 'string' ? body.token : null;
      return { ...unless(token !== null, answer), token, refreshToken: textOf(body.refreshToken) };
    },

    refresh(refreshToken): LoginAnswer {
      const response = http.post(
        `${api}/refresh`,
        JSON.stringify({ refreshToken }),
        params('login', { 'content-type': 'application/json' }),
      );
      const { answer, body } = read(response);
      const token = textOf(body.token);
      return { ...unless(token !== null, answer), token, refreshToken: textOf(body.refreshToken) };
    },

    list(token): Answer {
      const { answer, body } = read(http.get(`${api}/tps`, params('list', bearer(token))));
      // Not Array.isArray, for which the engine makes all there is of arrays for each VU.
      const isArray = Object.prototype.toString.call(body.tps) === '[object Array]';
      return unless(isArray && (body.tps as unknown[]).length > 0, answer);
    },

    upload(token, upload: Upload, form, contentType): Answer {
      const url = uploadRequest(token, upload, contentType);
      // k6 takes a typed array's own part as it is; its types know whole buffers only.
      return uploadAnswer(http.post(url, form as unknown as ArrayBuffer, uploadParams), upload);
    },

    uploadTwice(token, upload: Upload, form, contentType): [Answer, Answer] {
      const url = uploadRequest(token, upload, contentType);
      const body = form as unknown as ArrayBuffer;
      const request = { method: 'POST', url, body, params: uploadParams } as const;
      const [first, second] = http.batch([request, request]) as [Response, Response];
      return [uploadAnswer(first, upload), uploadAnswer(second, upload)];
    },

    status(token, tps): StatusAnswer {
      const { answer, body } = read(http.get(`${api}/tps/${tps}/status`, params('status', bearer(token))));
      return { ...unless(body.kode === tps, answer), complete: body.complete === true };
    },

    ...parts.records?.(baseUrl, params),
    ...parts.publicPages?.(baseUrl, params),
    ...(parts.offline && { offline: parts.offline(api, params) }),
    ...(parts.confirm && { confirm: parts.confirm(api, params) }),
    ...(parts.pleno && { pleno: parts.pleno(api, params) }),

    disturb(startsAt: number, faults: RequestedFault[]): boolean {
      const response = http.put(
        `${baseUrl}/simulator/faults`,
        JSON.stringify({ startsAt, faults }),
        params('disturb', { 'content-type': 'application/json' }),
      );
      return response.status === 204;
    },
  };
}

/**
 * Whether an answer says what an acknowledgement must, read as text: parsing each costs more than the rest of its
 * handling. Formatted otherwise it is parsed after all.
 */
function acknowledges(body: string | null, { key, sha256, photoBytes }: Upload): boolean {
  if (body === null) return false;
  return (
    body.includes(`"key":"${key}"`) &&
    body.includes(`"sha256":"${sha256}"`) &&
    (body.includes(`"bytes":${photoBytes},`) || body.includes(`"bytes":${photoBytes}}`))
  );
}

function uploadAnswer(response: Response, upload: Upload): Answer {
  if (acknowledges(response.body as string | null, upload)) {
    const answer = answerOf(response);
    if (answer.errorClass === null) return answer;
  }
  const { answer, body } = read(response);
  return unless(
    body.key === upload.key && body.sha256 === upload.sha256 && body.bytes === upload.photoBytes,
    answer,
  );
}
