import type { App } from '../app-types.ts';
import type { Directory } from '../directory/types.ts';
import type { FormBook } from '../forms/types.ts';
import type { Metrics } from '../metrics/create.ts';
import type { PhotoStore } from '../photos/types.ts';
import type { Plenos } from '../pleno/plenos.ts';
import type { UploadStore } from '../store/types.ts';
import { plenoCloseRoutes } from './pleno-close.ts';
import { plenoFormRoutes } from './pleno-form.ts';
import { plenoImportRoute } from './pleno-import.ts';
import { plenoStatusRoutes } from './pleno-status.ts';
import { sumsRoute } from './sums.ts';

export interface PlenoRouteOptions {
  plenos: Plenos;
  directory: Directory;
  forms: FormBook;
  store: UploadStore;
  /** Null: PDFs are hashed and dropped, as photos are. */
  photos: PhotoStore | null;
  metrics: Metrics;
}

/** Sirekap Web: the plenary of each kecamatan, and what a kab/kota sums up. */
export function plenoRoutes(app: App, options: PlenoRouteOptions): void {
  plenoStatusRoutes(app, options);
  plenoFormRoutes(app, options);
  plenoCloseRoutes(app, options);
  plenoImportRoute(app, options);
  sumsRoute(app, options);
}
