import http, { type RefinedResponse, type ResponseType } from 'k6/http';
import type { Adapter, Answer, StoredUpload } from './target.ts';

/**
 * A template for an adapter of your own. Copy it, and change what is marked with "Yours:". As it stands it speaks the API of the
 * mock, so that every step from here to yours can be tried: `uji-beban target check --adapter FILE --target URL`.
 * docs/targets.md goes through it. k6 runs it: imports need their extension, npm packages need a bundle step.
 */
export const adapter: Adapter = {
  // Yours: stands in run.json and in the report. Small letters, digits and dashes.
  name: 'template',

  open({ baseUrl, requestTimeoutMs, headers: always, answerOf, unless }) {
    /** `name` groups requests in k6's metrics; without it every URL would be a metric of its own. */
    function params(name: string, headers: Record<string, string> = {}) {
      return { headers: { ...always, ...headers }, timeout: requestTimeoutMs, tags: { name } };
    }

    /** Yours: how a call shows that it belongs to a login. */
    function bearer(token: string): Record<string, string> {
      return { authorization: `Bearer ${token}` };
    }

    /** Yours: where an answer says what went wrong. The code stands in the journal and in the report. */
    function read(response: RefinedResponse<ResponseType | undefined>) {
      const answer: Answer = answerOf(response);
      const body = objectOf(response.body);
      if (answer.errorClass !== null && typeof body.code === 'string') answer.errorCode = body.code;
      return { answer, body };
    }

    return {
      // Yours: the field of the multipart body in which the API expects the photo.
      photoField: 'photo',

      /** Yours: one request that gives whatever later calls need to belong to this login. */
      login({ username, password }) {
        const { answer, body } = read(
          http.post(
            `${baseUrl}/api/v1/login`,
            JSON.stringify({ username, password }),
            params('login', { 'content-type': 'application/json' }),
          ),
        );
        const token = typeof body.token === 'string' ? body.token : null;
        return { ...unless(token !== null, answer), token };
      },

      /** Yours: what an operator opens first after the login. */
      list(token) {
        const { answer, body } = read(http.get(`${baseUrl}/api/v1/tps`, params('list', bearer(token))));
        return unless(Array.isArray(body.tps), answer);
      },

      /**
       * Yours: path and headers of one page of one document. `form` is the finished multipart body: pass it on as it is. The same
       * key comes again when an operator tries again; the API must then store nothing twice. An answer counts as an
       * acknowledgement only if it says which bytes were received: that is what `unless` is for.
       */
      upload(token, { tps, document, page, key, sha256, photoBytes }, form, contentType) {
        const { answer, body } = read(
          http.post(
            `${baseUrl}/api/v1/tps/${tps}/documents/${document}/pages/${page}`,
            // k6 takes the part of memory that a typed array shows; its types know whole buffers only.
            form as unknown as ArrayBuffer,
            params('upload', {
              ...bearer(token),
              'content-type': contentType,
              'idempotency-key': key,
              'x-content-sha256': sha256,
            }),
          ),
        );
        return unless(body.key === key && body.sha256 === sha256 && body.bytes === photoBytes, answer);
      },

      /** Yours: whether the API says that all documents of the TPS are there. */
      status(token, tps) {
        const { answer, body } = read(
          http.get(`${baseUrl}/api/v1/tps/${tps}/status`, params('status', bearer(token))),
        );
        return { ...unless(body.kode === tps, answer), complete: body.complete === true };
      },

      // From here on everything is optional: leave out what the API does not have. Reports then say what could not be judged.

      /** Yours: which software answers. `simulator` is true only of something that is no real system. */
      health() {
        const response = http.get(`${baseUrl}/healthz`, params('health'));
        const { answer, body } = read(response);
        return {
          ...answer,
          software: typeof body.software === 'string' ? body.software : null,
          simulator: body.simulator === true,
          plan: null,
          store: typeof body.store === 'string' ? body.store : null,
          date: response.headers.Date ?? null,
        };
      },

      /** Yours: what is stored under keys that begin with `<run>.`, page by page. Without it no document can be accounted for. */
      readBack(token, run, after) {
        const cursor = after === null ? '' : `&after=${after}`;
        const { answer, body } = read(
          http.get(`${baseUrl}/api/v1/uploads?run=${run}${cursor}`, params('read-back', bearer(token))),
        );
        const uploads = Array.isArray(body.uploads) ? (body.uploads as StoredUpload[]) : null;
        const next = typeof body.next === 'string' ? body.next : null;
        return { ...unless(uploads !== null, answer), uploads: uploads ?? [], next };
      },
    };
  },
};

function objectOf(body: unknown): Record<string, unknown> {
  if (typeof body !== 'string') return {};
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
