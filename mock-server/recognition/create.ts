import type { App } from '../app-types.ts';
import type { Directory } from '../directory/types.ts';
import type { Recognition } from '../forms/form-book.ts';
import type { Metrics } from '../metrics/create.ts';
import { measureRecognition } from './metrics.ts';
import { createPageReader } from './page-reader.ts';
import { createReadingQueue, type ReadingQueue } from './reading-queue.ts';
import type { RecognitionSettings } from './settings.ts';

/** How photos are read, and the seed of what is misread. */
export interface RecognitionOptions extends RecognitionSettings {
  seed: number;
}

/** The reader and its queue, measured, until the app closes; null without options: all is read at once and rightly. */
export function createRecognition(
  app: App,
  directory: Directory,
  { registry }: Metrics,
  options: RecognitionOptions | null,
): Recognition | null {
  let queue: ReadingQueue | null = null;
  const measured = measureRecognition(registry, () => queue);
  if (options === null) return null;
  queue = createReadingQueue(options, options.seed, measured);
  app.addHook('onClose', async () => queue?.close());
  return { reader: createPageReader(directory, options, options.seed), queue };
}
