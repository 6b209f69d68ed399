import http, { type Params } from 'k6/http';
import { unless } from './answer.ts';
import type { Answer } from './answers.ts';
import { bearer, bearerJson, type Json, read } from './mock-body.ts';
import type { PlenoFormOf, PlenoPart, PlenoSum } from './pleno-part.ts';

/** What the mock says where the form is another than it was when it was looked at. */
const CHANGED = ['CHANGED_MEANWHILE', 'REASON_MISSING', 'FIGURES_MISSING'];

/** A conflict is an answer of the contract and no failure of k6's own count of them. */
const SETTLED = http.expectedStatuses({ min: 200, max: 399 }, 409);

/** `pleno` of the mock's adapter; its contract stands in docs/pleno.md. */
export function mockPleno(
  api: string,
  params: (name: string, headers: Record<string, string>) => Params,
): PlenoPart {
  const url = (kecamatan: string, what = '') => `${api}/pleno/${kecamatan}${what}`;
  const formUrl = ({ kecamatan, tps, election }: PlenoFormOf) => url(kecamatan, `/tps/${tps}/${election}`);

  /** An act of the plenary, whose answer is how far it is. */
  function act(
    token: string,
    kecamatan: string,
    what: 'open' | 'reopen' | 'import' | 'finalise' | 'document' | 'publish',
    state: readonly string[],
    given: { body: string | object | null; type?: string } = { body: null },
  ): { answer: Answer; body: Json } {
    const headers: Record<string, string> = bearer(token);
    if (given.type !== undefined) headers['content-type'] = given.type;
    const { answer, body } = read(
      http.post(
        url(kecamatan, what === 'open' ? '' : `/${what}`),
        given.body as string | null,
        // A reopening is part of the opening.
        params(`pleno-${what === 'reopen' ? 'open' : what}`, headers),
      ),
    );
    const kept = body.kecamatan === kecamatan && state.includes(body.state as string);
    return { answer: unless(kept, answer), body };
  }

  return {
    open(token, kecamatan) {
      const { answer, body } = act(token, kecamatan, 'open', ['open', 'finalised', 'published']);
      return { ...answer, closed: body.state === 'finalised' || body.state === 'published' };
    },

    reopen(token, kecamatan, reason) {
      const body = JSON.stringify({ reason });
      return act(token, kecamatan, 'reopen', ['open'], { body, type: 'application/json' }).answer;
    },

    look(token, form) {
      const { answer, body } = read(http.get(formUrl(form), params('pleno-look', bearer(token))));
      const figures = Array.isArray(body.figures) ? (body.figures as SideBySide[]) : [];
      const dHasil = body.dHasil as { revision: number } | null | undefined;
      const known: Record<string, number | null> = {};
      const saved: Record<string, number> = {};
      for (const { field, reading, confirmed, dHasil: figure } of figures) {
        known[field] = confirmed ?? reading;
        if (figure !== null) saved[field] = figure;
      }
      const kept = body.tps === form.tps && body.election === form.election && figures.length > 0;
      return {
        ...unless(kept, answer),
        revision: kept ? String(dHasil?.revision ?? 0) : null,
        known,
        saved: dHasil ? saved : null,
      };
    },

    save(token, form, { revision, figures, reasons, reason }) {
      const asked = {
        revision: Number(revision ?? 0),
        figures,
        ...(Object.keys(reasons).length === 0 ? {} : { reasons }),
        ...(reason === null ? {} : { reason }),
      };
      const { answer, body } = read(
        http.put(formUrl(form), JSON.stringify(asked), {
          ...params('pleno-save', bearerJson(token)),
          responseCallback: SETTLED,
        }),
      );
      const dHasil = body.dHasil as { revision?: unknown } | null | undefined;
      const kept = body.tps === form.tps && typeof dHasil?.revision === 'number';
      return {
        ...unless(kept, answer),
        conflict: CHANGED.includes(answer.errorCode ?? ''),
        unexplained: answer.errorCode === 'FIGURES_UNEXPLAINED',
      };
    },

    importFile: (token, kecamatan, file) =>
      act(token, kecamatan, 'import', ['open', 'finalised', 'published'], {
        body: file,
        type: 'application/x-ndjson',
      }).answer,

    finalise: (token, kecamatan) => act(token, kecamatan, 'finalise', ['finalised', 'published']).answer,

    document: (token, kecamatan, pdf) =>
      act(token, kecamatan, 'document', ['finalised', 'published'], {
        body: { document: http.file(pdf, 'd-hasil.pdf', 'application/pdf') },
      }).answer,

    publish: (token, kecamatan) => act(token, kecamatan, 'publish', ['published']).answer,

    sums(token, code) {
      const { answer, body } = read(http.get(`${api}/sums/${code}`, params('pleno-sums', bearer(token))));
      const elections = Array.isArray(body.elections) ? (body.elections as SummedElection[]) : [];
      const sums = elections.flatMap(({ election, areas }) =>
        areas.map(
          ({ code: kecamatan, state, tps, figures }): PlenoSum => ({
            kecamatan,
            election,
            finalised: state === 'finalised' || state === 'published',
            published: state === 'published',
            tps: tps.saved,
            figures,
          }),
        ),
      );
      return { ...unless(body.code === code, answer), sums };
    },
  };
}

/** A figure of a form as the mock shows it. */
interface SideBySide {
  field: string;
  reading: number | null;
  confirmed: number | null;
  dHasil: number | null;
}

interface SummedElection {
  election: string;
  areas: { code: string; state: string; tps: { saved: number }; figures: Record<string, number> }[];
}
