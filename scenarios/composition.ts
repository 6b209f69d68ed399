import type * as initStage from './init-stage/index.ts';
import type { OpenPhotos } from './photos/photo-form.ts';
import type { Plays } from './play.ts';
import type { targetOverLinks } from './signal/linked-target.ts';
import type { Adapter } from './targets/target.ts';

/** The init stage's own code. */
export type InitStage = typeof initStage;

/**
 * What a script is made of beside what every run needs. k6 keeps every function of a script for every VU, some 1 kB each, so a script that is
 * made for one run has what that run plays and no more; `whole.ts` has everything.
 */
export interface Composition {
  /** Called in k6's first reading of the script only. */
  initStage(): InitStage;
  adapter(): Adapter;
  plays: Plays;
  openPhotos: OpenPhotos;
  /** null where nothing goes over bad links. */
  overLinks: typeof targetOverLinks | null;
}
