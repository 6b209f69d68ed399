import http, { type Params } from 'k6/http';
import { errorClassOf, unless } from './answer.ts';
import { bearer, bearerJson, type Json, read, textOf } from './mock-body.ts';
import type { BatchAnswer, HeldUpload, ManifestAnswer, OfflinePart, PartAnswer, Upload } from './target.ts';

/** What the mock's manifest says of a photo, in the terms of an adapter. A key that holds other bytes cannot be sent either. */
const STATES: Record<string, HeldUpload['state']> = {
  stored: 'stored',
  wanted: 'wanted',
  conflict: 'refused',
  refused: 'refused',
};

/**
 * Manifest and batches at the mock.
 * @param params k6's parameters of a request with this name and these headers
 */
export function mockOffline(
  api: string,
  params: (name: string, headers: Record<string, string>) => Params,
): OfflinePart {
  return {
    manifest(token, uploads): ManifestAnswer {
      const items = uploads.map(({ key, sha256, photoBytes }) => ({ key, sha256, bytes: photoBytes }));
      const { answer, body } = read(
        http.post(`${api}/sync`, JSON.stringify({ items }), params('manifest', bearerJson(token))),
      );
      const told = Array.isArray(body.items) ? (body.items as Json[]) : [];
      const held = told.flatMap(({ key, state, code }): HeldUpload[] => {
        const known = STATES[String(state)];
        return known === undefined ? [] : [{ key: String(key), state: known, errorCode: textOf(code) }];
      });
      const kept = uploads.every(({ key }) => held.some((one) => one.key === key));
      const checked = unless(kept, answer);
      return { ...checked, held: checked.errorClass === null ? held : [] };
    },

    partHead({ key, sha256 }: Upload): string {
      return (
        `content-disposition: form-data; name="${key}"; filename="simulasi.jpg"\r\n` +
        `content-type: image/jpeg\r\nx-content-sha256: ${sha256}\r\n`
      );
    },

    batch(token, uploads, form, contentType): BatchAnswer {
      const { answer, body } = read(
        http.post(
          `${api}/sync/batch`,
          form as unknown as ArrayBuffer,
          params('batch', { ...bearer(token), 'content-type': contentType }),
        ),
      );
      const told = Array.isArray(body.parts) ? (body.parts as Json[]) : [];
      const parts = uploads.flatMap((upload): PartAnswer[] => {
        const part = told.find(({ key }) => key === upload.key);
        return part === undefined ? [] : [partAnswer(part, upload)];
      });
      const checked = unless(parts.length === uploads.length, answer);
      return { ...checked, parts: checked.errorClass === null ? parts : [] };
    },
  };
}

/** A part counts as stored only where the answer names the bytes that were sent. */
function partAnswer({ status, code, upload }: Json, { key, sha256, photoBytes }: Upload): PartAnswer {
  const errorClass = errorClassOf(typeof status === 'number' ? status : 0, 0);
  if (errorClass !== null) return { key, errorClass, errorCode: textOf(code) };
  const stored = (upload ?? {}) as Json;
  return stored.key === key && stored.sha256 === sha256 && stored.bytes === photoBytes
    ? { key, errorClass: null, errorCode: null }
    : { key, errorClass: 'bad-answer', errorCode: 'CONTRACT' };
}
