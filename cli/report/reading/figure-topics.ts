import type { Figure } from '../../../fixtures/plan/types.ts';
import { FIGURE_TOPICS } from '../language/names.ts';

/** First words of figures' names that belong to another topic than the one of their own name. */
const TOPIC_OF: Record<string, string> = {
  tps: 'areas',
  counts: 'areas',
  kecamatan: 'areas',
  kelurahan: 'areas',
  kelurahanTps: 'areas',
  kelurahanWeight: 'areas',
  kelurahanSpread: 'areas',
  ballotOrder: 'elections',
  documentProfile: 'documents',
  photoBytes: 'documents',
};

export interface FigureTopic {
  /** Key of {@link FIGURE_TOPICS}. */
  topic: string;
  /** The assumed ones first. */
  figures: Figure[];
  assumed: number;
}

/** A plan's figures by topic, in the order of {@link FIGURE_TOPICS}; each in exactly one. */
export function figureTopics(figures: readonly Figure[]): FigureTopic[] {
  const topics = new Map<string, Figure[]>(Object.keys(FIGURE_TOPICS).map((topic) => [topic, []]));
  for (const figure of figures) {
    const [word = ''] = figure.name.split('.');
    const topic = Object.hasOwn(TOPIC_OF, word) ? (TOPIC_OF[word] as string) : word;
    (topics.get(topic) ?? (topics.get('other') as Figure[])).push(figure);
  }
  return [...topics]
    .filter(([, found]) => found.length > 0)
    .map(([topic, found]) => {
      const assumed = found.filter(({ mark }) => mark === 'A');
      const sourced = found.filter(({ mark }) => mark !== 'A');
      return { topic, figures: [...assumed, ...sourced], assumed: assumed.length };
    });
}
