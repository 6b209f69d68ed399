import type { Composition } from './composition.ts';
import * as initStage from './init-stage/index.ts';
import { openPackedPhotos } from './photos/packed-photos.ts';
import { play as confirmingTps } from './plays/confirming-tps.ts';
import { play as logins } from './plays/logins.ts';
import { play as offlineTps } from './plays/offline-tps.ts';
import { play as pleno } from './plays/pleno.ts';
import { play as pps } from './plays/pps.ts';
import { play as readers } from './plays/readers.ts';
import { play as tps } from './plays/tps.ts';
import { targetOverLinks } from './signal/linked-target.ts';
import { selectedAdapter } from './targets/selected.ts';

/** Everything, for scripts that k6 plays as they are. */
export const WHOLE: Composition = {
  initStage: () => initStage,
  adapter: selectedAdapter,
  plays: { logins, tps, 'confirming-tps': confirmingTps, 'offline-tps': offlineTps, pps, readers, pleno },
  openPhotos: openPackedPhotos,
  overLinks: targetOverLinks,
};
