import type { AppendResult, NewEvent, StoredEvent, UploadStore } from '../../store/types.ts';

/** A store of events in memory: of two for one revision the first stands. */
export interface EventMemory extends Pick<UploadStore, 'append' | 'eventsOf'> {
  all: StoredEvent[];
  /** What the next event is answered with although it is stored: its answer gets lost. */
  loseNextAnswer(): void;
}

export function createEventMemory(): EventMemory {
  const all: StoredEvent[] = [];
  let lose = false;
  return {
    all,
    loseNextAnswer: () => {
      lose = true;
    },
    append: async (event: NewEvent): Promise<AppendResult> => {
      // As with a disk, others come in between.
      await new Promise((resolve) => setImmediate(resolve));
      const isTaken = all.some(
        ({ subject, revision }) => subject === event.subject && revision === event.revision,
      );
      if (isTaken) return { outcome: 'conflict', event: null };
      const stored = { ...structuredClone(event), storedAt: new Date().toISOString() };
      all.push(stored);
      if (!lose) return { outcome: 'stored', event: stored };
      lose = false;
      return { outcome: 'failed', event: null };
    },
    eventsOf: async (wanted) => all.filter(({ subject }) => subject === wanted),
  };
}
