import type { App } from '../app-types.ts';
import { plenoCloseRoutes } from './pleno-close.ts';
import { plenoFormRoutes } from './pleno-form.ts';
import { plenoImportRoute } from './pleno-import.ts';
import type { PlenoRouteOptions } from './pleno-options.ts';
import { plenoStatusRoutes } from './pleno-status.ts';
import { sumsRoute } from './sums.ts';

/** Sirekap Web: the plenary of each kecamatan, and what a kab/kota sums up. */
export function plenoRoutes(app: App, options: PlenoRouteOptions): void {
  plenoStatusRoutes(app, options);
  plenoFormRoutes(app, options);
  plenoCloseRoutes(app, options);
  plenoImportRoute(app, options);
  sumsRoute(app, options);
}
