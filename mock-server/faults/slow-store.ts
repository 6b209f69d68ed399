import { setTimeout } from 'node:timers/promises';
import type { UploadStore } from '../store/types.ts';
import type { Timeline } from './timeline.ts';

/** The store, with its commits delayed as the timeline says; what waits is not on disk yet. Reads stay as fast as they are. */
export function slowStore(store: UploadStore, timeline: Timeline): UploadStore {
  async function wait(): Promise<void> {
    const delayMs = timeline.commitDelayMs(Date.now());
    if (delayMs > 0) await setTimeout(delayMs);
  }
  return {
    ...store,
    add: async (upload) => {
      await wait();
      return store.add(upload);
    },
    append: async (event) => {
      await wait();
      return store.append(event);
    },
  };
}
