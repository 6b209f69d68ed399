import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { collect } from '../../../fixtures/testing/collect.ts';
import type { NewEvent } from '../types.ts';
import { type StoreUnderTest, upload } from './conformance.ts';

function event(revision: number, overrides: Partial<NewEvent> = {}): NewEvent {
  const id = randomBytes(16).toString('hex');
  const body = { figures: { 'votes.1': 105 }, reason: 'salah baca — “905”' };
  return { id, subject: 'form/a', revision, kind: 'confirmed', account: 'kpps-1', body, ...overrides };
}

/** Every promise of a store about its events, whatever keeps it. */
export function eventConformance(name: string, { create, open }: StoreUnderTest): void {
  const promise = (what: string, run: () => Promise<void>) => test(`${name}: ${what}`, run);

  promise('keeps an event as it is, and when; also for whoever opens the store again', async () => {
    const { store, place } = await create();
    const before = Date.now();
    const first = event(1);
    const { outcome, event: stored } = await store.append(first);
    expect(outcome).toBe('stored');
    expect(stored).toEqual({ ...first, storedAt: expect.any(String) });
    expect(Date.parse(String(stored?.storedAt))).toBeGreaterThanOrEqual(before);
    await store.close();
    const again = await open(place);
    expect(await again.eventsOf('form/a')).toEqual([stored]);
    expect(await collect(again.events())).toEqual([stored]);
    await again.close();
  });

  promise('of two events for one revision the first stands, in one batch and in two', async () => {
    const { store } = await create();
    const [won, lost] = await Promise.all([store.append(event(1)), store.append(event(1))]);
    expect(won?.outcome).toBe('stored');
    expect(lost).toEqual({ outcome: 'conflict', event: null });
    expect(await store.append(event(1))).toEqual({ outcome: 'conflict', event: null });
    expect(await store.eventsOf('form/a')).toEqual([won?.event]);
    await store.close();
  });

  promise('keeps subjects apart, each in order of revision, and all in the order they came', async () => {
    const { store } = await create();
    const subjects = ['pleno/167101', 'form/a', 'pleno/167102'];
    const appended: unknown[] = [];
    for (let revision = 1; revision <= 5; revision++) {
      for (const subject of subjects) appended.push((await store.append(event(revision, { subject }))).event);
    }
    expect(await collect(store.events())).toEqual(appended);
    expect((await store.eventsOf('form/a')).map(({ revision }) => revision)).toEqual([1, 2, 3, 4, 5]);
    expect(await store.eventsOf('form/b')).toEqual([]);
    await store.close();
  });

  promise('uploads and events beside each other are all stored', async () => {
    const { store } = await create();
    const both = Array.from({ length: 300 }, (_, i) => [
      store.add(upload(i + 1)),
      store.append(event(i + 1, { body: 'x'.repeat(2000) })),
    ]).flat();
    const outcomes = await Promise.all(both as Promise<{ outcome: string }>[]);
    expect(new Set(outcomes.map(({ outcome }) => outcome))).toEqual(new Set(['stored']));
    expect(await collect(store.events())).toHaveLength(300);
    await store.close();
  });

  promise('takes nothing after it was closed', async () => {
    const { store } = await create();
    const underWay = store.append(event(1));
    await store.close();
    expect((await underWay).outcome).toBe('stored');
    await expect(store.append(event(2))).rejects.toThrow('closed');
  });
}
