import type { HistoryAnswer } from '../contract/pleno.ts';
import type { StoredEvent } from '../store/types.ts';
import { figuresChanged } from './changes.ts';
import type { ElectionForm } from './election-forms.ts';
import type { FormEntry, PlenoEventKind, PlenoEvents } from './events.ts';

type Entry = HistoryAnswer['events'][number];

/** What happened in a pleno, in order: who, when, what, and why. @param events all of them, in order */
export function historyOf(events: readonly StoredEvent[], elections: readonly ElectionForm[]): Entry[] {
  const latest = new Map<string, readonly number[]>();

  /** Against the save before, which it takes the place of. */
  function changed(entry: FormEntry): Entry['figures'] {
    const key = `${entry.tps} ${entry.election}`;
    const fields = elections.find(({ slug }) => slug === entry.election)?.fields ?? [];
    const figures = figuresChanged(fields, latest.get(key) ?? null, entry);
    latest.set(key, entry.figures);
    return figures;
  }

  const details: { [Kind in PlenoEventKind]: (body: PlenoEvents[Kind]) => Partial<Entry> } = {
    opened: () => ({}),
    saved: (body) => ({
      tps: body.tps,
      election: body.election,
      figures: changed(body) ?? [],
      ...(body.note !== null && { reason: body.note }),
    }),
    imported: ({ sha256, closedBy, forms }) => {
      const corrections = forms.reduce((sum, each) => sum + each.corrections.length, 0);
      for (const form of forms) changed(form);
      return { sha256, closedBy, forms: forms.length, corrections };
    },
    finalised: ({ sums }) => ({ sums }),
    reopened: ({ reason }) => ({ reason }),
    document: ({ sha256 }) => ({ sha256 }),
    published: ({ sha256 }) => ({ sha256 }),
  };
  return events.map(({ revision, kind, account, storedAt, body }) => ({
    revision,
    kind: kind as PlenoEventKind,
    by: account,
    at: storedAt,
    ...details[kind as PlenoEventKind]?.(body as never),
  }));
}
