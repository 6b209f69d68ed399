import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Mistake, PlannedTps } from '../../fixtures/plan/types.ts';
import { buildDirectory } from '../directory/build.ts';
import { photoNumber } from '../directory/photo-number.ts';
import type { Directory } from '../directory/types.ts';
import { formLayout } from '../forms/form-layout.ts';
import { smallForms } from '../testing/small-forms.ts';
import { createPageReader } from './page-reader.ts';

const DOCUMENT = 'c-hasil-gubernur';
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const numberOf = (text: string) => photoNumber(sha256(text));

/** The small plan, its first TPS with these mistakes on photos of the given name. */
async function directoryWith(mistakes: Mistake[], photo = 'foto'): Promise<Directory> {
  const { plan, tps, accounts } = smallForms();
  const [first, ...others] = tps as [PlannedTps];
  const takes = { 'round-1': sha256(photo), retest: sha256(`${photo} 2`), 'round-2': sha256(`${photo} 3`) };
  const documents = first.documents.map((document) =>
    document.type === DOCUMENT
      ? { ...document, photos: [{ page: 1, photo: 0, bytes: 1, sha256: takes }] }
      : document,
  );
  const carried = plan.mistakes.map((each) => ({ ...each, carried: true }));
  return buildDirectory({
    planSha256: '',
    plan: { ...plan, mistakes: carried },
    tps: [{ ...first, mistakes, documents }, ...others],
    accounts,
  });
}

/** Every figure of every page of every form, read from so many photos: how many were read right, of how many. */
function share(directory: Directory, accuracy: number, photos: number): { right: number; all: number } {
  const reader = createPageReader(directory, { accuracy }, 11);
  const layout = formLayout(directory);
  let right = 0;
  let all = 0;
  for (const tps of directory.all)
    for (const election of [0, 1])
      for (const { page, fields } of layout.pages(tps, election))
        for (let i = 0; i < photos; i++) {
          const photo = numberOf(`${tps.kode}/${election}/${page}/${i}`);
          for (const [field, { value }] of reader.figures(tps, election, fields, photo)) {
            all++;
            if (value === directory.forms.figure(tps.form, election, field)) right++;
          }
        }
  return { right, all };
}

test.each([0.8, 0.925, 0.97])('of all figures the configured share is read right: %d', async (accuracy) => {
  const { right, all } = share(await directoryWith([]), accuracy, 40);
  expect(all).toBe(6 * 2 * 25 * 40);
  // Five standard deviations of a binomial.
  expect(Math.abs(right - all * accuracy)).toBeLessThan(5 * Math.sqrt(all * accuracy * (1 - accuracy)));
});

test('the plan’s misleading figures are always read wrong, and count among the configured share', async () => {
  const misleading = (field: string, truth: number, readAs: number): Mistake => ({
    kind: 'read-1-as-9',
    document: DOCUMENT,
    page: 1,
    figure: { election: 'gubernur', field, truth, boxes: String(truth).padStart(3, '0'), readAs },
  });
  const directory = await directoryWith([
    misleading('votes.1', 100, 900),
    misleading('ballots.received', 308, 908),
  ]);
  const [tps] = directory.all as [Directory['all'][number]];
  const reader = createPageReader(directory, { accuracy: 0.99 }, 11);
  for (let i = 0; i < 50; i++)
    expect(reader.figures(tps, 0, ['votes.1'], numberOf(`foto ${i}`)).get('votes.1')?.value).toBe(900);
  // Two of 300 figures always mislead; the others make up for it.
  const { right, all } = share(directory, 0.925, 40);
  expect(Math.abs(right - all * 0.925)).toBeLessThan(5 * Math.sqrt(all * 0.925 * 0.075));
});

test('the same photo reads the same, another photo, seed or election on its own', async () => {
  const directory = await directoryWith([]);
  const [tps] = directory.all as [Directory['all'][number]];
  const fields = formLayout(directory).fields(0);
  const read = (seed: number, photo: string, election = 0) =>
    JSON.stringify([
      ...createPageReader(directory, { accuracy: 0.5 }, seed).figures(tps, election, fields, numberOf(photo)),
    ]);
  expect(read(1, 'a')).toBe(read(1, 'a'));
  expect(new Set([read(1, 'a'), read(2, 'a'), read(1, 'b'), read(1, 'a', 1)]).size).toBe(4);
});

test('a confidence is between 0 and 1, and lower on average where the reading is wrong', async () => {
  const directory = await directoryWith([]);
  const reader = createPageReader(directory, { accuracy: 0.7 }, 3);
  const fields = formLayout(directory).fields(0);
  const confidences = { right: [] as number[], wrong: [] as number[] };
  for (const tps of directory.all)
    for (let i = 0; i < 50; i++)
      for (const [field, { value, confidence }] of reader.figures(
        tps,
        0,
        fields,
        numberOf(`${tps.kode} ${i}`),
      )) {
        expect(confidence >= 0 && confidence <= 1).toBe(true);
        const isRight = value === directory.forms.figure(tps.form, 0, field);
        confidences[isRight ? 'right' : 'wrong'].push(confidence);
      }
  const mean = (of: number[]) => of.reduce((sum, each) => sum + each, 0) / of.length;
  expect(mean(confidences.wrong)).toBeLessThan(mean(confidences.right) - 0.1);
});

test('a faulty photo is unreadable or read worse, a wrong sheet is seen as what it is; taken anew all is well', async () => {
  const at = { document: DOCUMENT, page: 1 };
  const instead = { tps: '1671011001002', document: DOCUMENT, page: 1 };
  const look = async (mistakes: Mistake[], photo: string) =>
    createPageReader(await directoryWith(mistakes), { accuracy: 0.9 }, 1).look(numberOf(photo));
  for (const kind of ['blurred', 'cut-off'] as const) {
    for (const photo of ['foto', 'foto 2', 'foto 3'])
      expect(await look([{ kind, ...at }], photo)).toEqual({ outcome: 'unreadable', saw: null });
    expect(await look([{ kind, ...at }], 'foto baru')).toEqual({ outcome: 'read', saw: null });
  }
  const other: Mistake[] = [
    { kind: 'other-tps', ...at, instead },
    { kind: 'dark', ...at },
  ];
  expect(await look(other, 'foto')).toEqual({ outcome: 'wrong-sheet', saw: instead });
  expect(await look(other, 'foto baru')).toEqual({ outcome: 'read', saw: null });
  expect(await look([{ kind: 'dark', ...at }], 'foto')).toEqual({ outcome: 'read', saw: null });

  const wrongOf = async (kind: 'dark' | 'rotated' | null) => {
    let wrong = 0;
    for (let i = 0; i < 60; i++) {
      const directory = await directoryWith(kind === null ? [] : [{ kind, ...at }], `foto ${i}`);
      const [tps] = directory.all as [Directory['all'][number]];
      const fields = formLayout(directory).fields(0);
      const reader = createPageReader(directory, { accuracy: 0.9 }, 1);
      for (const [field, { value }] of reader.figures(tps, 0, fields, numberOf(`foto ${i}`)))
        if (value !== directory.forms.figure(tps.form, 0, field)) wrong++;
    }
    return wrong;
  };
  const [clean, rotated, dark] = [await wrongOf(null), await wrongOf('rotated'), await wrongOf('dark')];
  expect(rotated).toBeGreaterThan(clean);
  expect(dark).toBeGreaterThan(rotated);
});

test('a plan whose photos carry no mistakes has none on them', async () => {
  const { plan, tps, accounts } = smallForms();
  const directory = await buildDirectory({ planSha256: '', plan, tps, accounts });
  expect(createPageReader(directory, { accuracy: 0.9 }, 1).look(numberOf('foto')).outcome).toBe('read');
});
