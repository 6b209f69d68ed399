import http, { type Params } from 'k6/http';
import { answerOf } from './answer.ts';
import type { Answer, LoginAnswer, RequestedFault, StatusAnswer, Target, Upload } from './target.ts';

type Json = Record<string, unknown>;

/**
 * Adapter for the recap API of `mock-server/`, whose contract stands in its /openapi.json.
 * @param always headers of every request
 */
export function mockTarget(
  baseUrl: string,
  requestTimeoutSecond: number,
  always: Record<string, string> = {},
): Target {
  const api = `${baseUrl}/api/v1`;
  const timeout = requestTimeoutSecond * 1000;

  const params = (name: string, headers: Record<string, string>): Params => ({
    headers: { ...always, ...headers },
    timeout,
    tags: { name },
  });

  // One set for all uploads of a VU, overwritten: k6 copies them before it sends.
  const uploadParams = params('upload', {});
  const uploadHeaders = uploadParams.headers as Record<string, string>;
  let uploadToken = '';

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
      return { ...unless(token !== null, answer), token };
    },

    list(token): Answer {
      const { answer, body } = read(http.get(`${api}/tps`, params('list', bearer(token))));
      return unless(Array.isArray(body.tps) && body.tps.length > 0, answer);
    },

    upload(token, upload: Upload, form, contentType): Answer {
      if (token !== uploadToken) {
        uploadToken = token;
        uploadHeaders.authorization = `Bearer ${token}`;
        uploadHeaders['content-type'] = contentType;
      }
      uploadHeaders['idempotency-key'] = upload.key;
      uploadHeaders['x-content-sha256'] = upload.sha256;
      const url = `${api}/tps/${upload.tps}/documents/${upload.document}/pages/${upload.page}`;
      // k6 takes a typed array's own part as it is; its types know whole buffers only.
      const response = http.post(url, form as unknown as ArrayBuffer, uploadParams);
      if (acknowledges(response.body as string | null, upload)) {
        const answer = answerOf(response);
        if (answer.errorClass === null) return answer;
      }
      const { answer, body } = read(response);
      return unless(
        body.key === upload.key && body.sha256 === upload.sha256 && body.bytes === upload.photoBytes,
        answer,
      );
    },

    status(token, tps): StatusAnswer {
      const { answer, body } = read(http.get(`${api}/tps/${tps}/status`, params('status', bearer(token))));
      return { ...unless(body.kode === tps, answer), complete: body.complete === true };
    },

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

function bearer(token: string): Record<string, string> {
  return { authorization: `Bearer ${token}` };
}

function read(response: ReturnType<typeof http.get>): { answer: Answer; body: Json } {
  const answer = answerOf(response);
  const body = parse(response.body);
  if (answer.errorClass !== null && typeof body.code === 'string') answer.errorCode = body.code;
  return { answer, body };
}

function parse(text: unknown): Json {
  if (typeof text !== 'string' || text === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Json) : {};
  } catch {
    return {};
  }
}

/** An answer that claims success without saying what the contract promises is a failure of its own. */
function unless(promiseKept: boolean, answer: Answer): Answer {
  if (answer.errorClass !== null || promiseKept) return answer;
  return { ...answer, errorClass: 'bad-answer', errorCode: 'CONTRACT' };
}
