import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Plan, PlannedTps } from '../../fixtures/plan/types.ts';
import { buildDirectory } from '../directory/build.ts';
import { createProgress } from '../directory/progress.ts';
import { createFormBook } from '../forms/form-book.ts';
import { createPublicSite } from '../public/site.ts';
import { smallForms } from '../testing/small-forms.ts';
import type { NewPlenoEvent } from './events.ts';
import { decideFinalise } from './finalise.ts';
import { createPlenos } from './plenos.ts';
import { sumsOf } from './sums.ts';
import { createEventMemory } from './testing/event-memory.ts';

const { plan, tps: lines, accounts } = smallForms(3);
const directory = await buildDirectory({ plan, tps: lines, accounts, planSha256: '' });
const FIELDS = directory.elections.map(({ pairs }) => 15 + 4 + pairs.length + 3);

/** Figures of one form of one TPS; the same may come again, and is then corrected. */
const save = fc
  .record({ tps: fc.nat(lines.length - 1), election: fc.nat(directory.elections.length - 1) })
  .chain(({ tps, election }) =>
    fc
      .array(fc.nat(999), { minLength: FIELDS[election] ?? 0, maxLength: FIELDS[election] ?? 0 })
      .map((figures) => ({ tps, election, figures })),
  );

function areaOf(code: string): Plan['area']['kecamatan'][number]['kelurahan'] {
  return directory.kecamatan
    .flatMap(({ kelurahan }) => kelurahan)
    .filter((each) => each.code.startsWith(code));
}

test('sums are those of the TPS, at every level and on the public pages, whatever is saved and corrected', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(save, { maxLength: 60 }), async (saves) => {
      const plenos = createPlenos(directory, createEventMemory());
      const site = createPublicSite({
        directory,
        book: createFormBook(directory, createProgress(directory), null),
        plenos: plenos.published,
        publishEverySecond: 0,
      });
      const model = new Map<string, number[]>();
      const decide = (kecamatan: string, event: NewPlenoEvent) =>
        plenos.change(
          kecamatan,
          'x',
          () => event,
          () => null,
        );
      for (const { code } of directory.kecamatan) await decide(code, { kind: 'opened', body: {} });
      for (const { tps, election, figures } of saves) {
        const { kode, kecamatan } = lines[tps] as PlannedTps;
        const form = plenos.elections[election];
        model.set(`${kode} ${form?.slug}`, figures);
        const body = { tps: kode, election: form?.slug ?? '', figures, corrections: [], note: null };
        await decide(kecamatan, {
          kind: 'saved',
          body: { ...body, revision: 1, source: 'none', formRevision: 0, asked: '' },
        });
      }
      /** Over the TPS below a code, as the model has them. */
      const expected = (slug: string, code: string, width: number) => {
        const rows = lines
          .filter(({ kode }) => kode.startsWith(code))
          .flatMap(({ kode }) => [model.get(`${kode} ${slug}`) ?? []].filter((row) => row.length > 0));
        const figures = Array.from({ length: width }, (_, i) =>
          rows.reduce((sum, row) => sum + (row[i] ?? 0), 0),
        );
        return { saved: rows.length, figures };
      };
      for (const code of ['1671', ...directory.kecamatan.map((each) => each.code)]) {
        const { elections, complete } = sumsOf(code, plenos, directory);
        expect(complete).toBe(false);
        for (const { election, tps, figures, areas } of elections) {
          const width = Object.keys(figures).length;
          for (const area of [{ code, tps, figures }, ...areas]) {
            const wanted = expected(election, area.code, width);
            expect(area.tps.saved).toBe(wanted.saved);
            expect(Object.values(area.figures)).toEqual(wanted.figures);
            const due = lines.filter(({ kode }) => kode.startsWith(area.code)).length;
            expect(area.tps.due).toBe(due);
          }
          const below = code.length === 4 ? directory.kecamatan : areaOf(code);
          expect(areas.map((area) => area.code)).toEqual(below.map((area) => area.code));
        }
      }

      for (const { code } of directory.kecamatan) {
        const sums = (pleno: typeof plenos) => pleno.of(code)?.forms.map((forms) => forms.sums);
        await decide(code, { kind: 'finalised', body: { sums: {} } });
        await decide(code, { kind: 'document', body: { sha256: 'a'.repeat(64), bytes: 1 } });
        await decide(code, { kind: 'published', body: { sha256: 'a'.repeat(64) } });
        const published = plenos.published.now().get(code);
        expect(published?.forms.map((forms) => forms.sums)).toEqual(sums(plenos));
      }
      expect(sumsOf('1671', plenos, directory).complete).toBe(true);
      for (const { code: type, slug, pairs } of directory.elections) {
        for (const path of ['16/1671', '16/1671/167101', '16/1671/167102']) {
          const { tungsura } = JSON.parse(
            site.file(`/pilkada/dhasil/${type}/${path}.json`)?.body.toString() ?? '',
          );
          const form = plenos.elections.find((each) => each.slug === slug);
          const { figures } = expected(slug, path.split('/').at(-1) ?? '', form?.fields.length ?? 0);
          const of = (field: string) => figures[form?.places.get(field) ?? -1];
          expect(tungsura.chart).toEqual(
            Object.fromEntries(pairs.map(({ id, number }) => [id, of(`votes.${number}`)])),
          );
          expect(tungsura.administrasi.suara_total).toBe(of('sums.total'));
        }
      }
    }),
    { numRuns: 60 },
  );
});

test('a pleno whose every TPS is saved is finalised with the sums of its TPS', async () => {
  const plenos = createPlenos(directory, createEventMemory());
  const decide = (decide: Parameters<typeof plenos.change>[2]) =>
    plenos.change('167102', 'x', decide, (_, event) => event);
  await decide(() => ({ kind: 'opened', body: {} }));
  for (const [row, tps] of directory.tpsBelow('167102', undefined, 99).entries()) {
    for (const { slug, fields } of plenos.elections) {
      const figures = fields.map((_, place) => 100 * row + place);
      const body = { tps: tps.kode, election: slug, figures, corrections: [], note: null };
      await decide(() => ({
        kind: 'saved',
        body: { ...body, revision: 1, source: 'none', formRevision: 0, asked: '' },
      }));
    }
  }
  const finalised = await decide(decideFinalise);
  // Three TPS: 0 + 100 + 200, and three times the place.
  const sums = Array.from({ length: FIELDS[0] ?? 0 }, (_, place) => 300 + 3 * place);
  expect(finalised?.body).toEqual({ sums: { gubernur: sums, walikota: sums } });
});
