import type { Directory } from '../directory/types.ts';
import type { FormBook } from '../forms/types.ts';
import type { Metrics } from '../metrics/create.ts';
import type { PhotoStore } from '../photos/types.ts';
import type { Plenos } from '../pleno/plenos.ts';
import type { UploadStore } from '../store/types.ts';

/** What the routes of the pleno stand on. */
export interface PlenoRouteOptions {
  plenos: Plenos;
  directory: Directory;
  forms: FormBook;
  store: UploadStore;
  /** Null: PDFs are hashed and dropped, as photos are. */
  photos: PhotoStore | null;
  metrics: Metrics;
}
