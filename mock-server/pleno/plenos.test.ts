import { beforeEach, expect, test } from 'vitest';
import { buildDirectory } from '../directory/build.ts';
import type { Directory, Tps } from '../directory/types.ts';
import { smallForms } from '../testing/small-forms.ts';
import { decideOpen } from './acts.ts';
import type { NewPlenoEvent } from './events.ts';
import { decideFinalise } from './finalise.ts';
import { createPlenos, type Plenos } from './plenos.ts';
import { createEventMemory, type EventMemory } from './testing/event-memory.ts';

const KECAMATAN = '167101';

let directory: Directory;
let store: EventMemory;
let plenos: Plenos;
beforeEach(async () => {
  directory = await buildDirectory({ ...smallForms(), planSha256: '' });
  store = createEventMemory();
  plenos = createPlenos(directory, store);
});

const change = (room: Plenos, decide: Parameters<Plenos['change']>[2]) =>
  room.change(KECAMATAN, 'ppk', decide, (pleno, event) => ({ state: pleno.state, isNew: event !== null }));

const tpsOfKecamatan = () => directory.tpsBelow(KECAMATAN, undefined, 100);

/** A save that needs no form book. */
function saved(room: Plenos, tps: Tps, election: number, figure: number): NewPlenoEvent {
  const { slug, fields } = room.elections[election] as Plenos['elections'][number];
  const revision = (room.of(KECAMATAN)?.saved(tps, election)?.revision ?? 0) + 1;
  const body = { tps: tps.kode, election: slug, revision, source: 'none' as const, formRevision: 0 };
  const figures = fields.map(() => figure);
  return { kind: 'saved', body: { ...body, figures, corrections: [], note: null, asked: '' } };
}

test('an answer of the store that was lost is found again: the next one asking is not told to do it once more', async () => {
  store.loseNextAnswer();
  await expect(change(plenos, decideOpen)).rejects.toMatchObject({ code: 'STORE_FAILED' });
  expect(plenos.of(KECAMATAN)?.state).toBe('not-opened');
  expect(await change(plenos, decideOpen)).toEqual({ state: 'open', isNew: false });
  expect(store.all).toHaveLength(1);
});

test('two servers on one store: what the other did is known before anything is decided anew', async () => {
  const other = createPlenos(directory, store);
  const both = await Promise.all([change(plenos, decideOpen), change(other, decideOpen)]);
  expect(both.map(({ isNew }) => isNew).sort()).toEqual([false, true]);
  expect(store.all.map(({ revision }) => revision)).toEqual([1]);
});

test('two servers, one saves while the other finalises: whatever is acknowledged is in the sums that were finalised', async () => {
  const won = { save: 0, finalise: 0 };
  for (let round = 0; round < 60; round++) {
    store = createEventMemory();
    const [one, other] = [createPlenos(directory, store), createPlenos(directory, store)];
    await change(one, decideOpen);
    for (const tps of tpsOfKecamatan())
      for (const election of [0, 1]) await change(one, () => saved(one, tps, election, 1));
    for (const event of store.all) other.replay(event);
    const [tps] = tpsOfKecamatan() as [Tps];
    const save = () =>
      change(one, (pleno) => {
        if (pleno.state !== 'open') throw new Error('locked');
        return saved(one, tps, 0, 2);
      }).then(
        () => true,
        () => false,
      );
    const finalise = () => change(other, decideFinalise);
    // Whoever appends first wins; the other has decided without knowing of it, and decides again.
    const inOrder = round % 2 === 0 ? [save(), finalise()] : [finalise(), save()].toReversed();
    const [isSaved] = await Promise.all(inOrder);
    won[isSaved ? 'save' : 'finalise']++;
    const rows = tpsOfKecamatan().length;
    const finalised = store.all.find(({ kind }) => kind === 'finalised')?.body as {
      sums: { gubernur: number[] };
    };
    expect(finalised.sums.gubernur[0]).toBe(isSaved ? rows + 1 : rows);
    // Both know in the end what is locked.
    await change(one, decideFinalise);
    expect(one.of(KECAMATAN)?.formsOf(0).sums).toEqual(other.of(KECAMATAN)?.formsOf(0).sums);
  }
  expect(won).toEqual({ save: 30, finalise: 30 });
});

test('a store of another plan: TPS and kecamatan that this plan has not are left out', async () => {
  const event = { id: 'x', account: 'a', kind: 'opened', body: {}, storedAt: new Date().toISOString() };
  plenos.replay({ ...event, subject: 'pleno/999999', revision: 1 });
  plenos.replay({ ...event, subject: `pleno/${KECAMATAN}`, revision: 1 });
  const [tps] = tpsOfKecamatan() as [Tps];
  const { body } = saved(plenos, tps, 0, 1) as { body: object };
  const elsewhere = { ...body, tps: '1671011001999' };
  plenos.replay({ ...event, subject: `pleno/${KECAMATAN}`, revision: 2, kind: 'saved', body: elsewhere });
  expect(plenos.states()).toEqual({ 'not-opened': 1, open: 1, finalised: 0, published: 0 });
  expect(plenos.of(KECAMATAN)?.formsOf(0).saved).toBe(0);
});
