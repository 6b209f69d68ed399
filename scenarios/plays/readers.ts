import { readerVisit } from '../flows/reader-visit.ts';
import type { Play } from '../play.ts';
import { visitReads } from '../readers/visit.ts';

/** One visit of a reader of the published results. */
export const play: Play = (vu, phase, { index, second, phaseStartAt }) => {
  const { target, elections } = vu;
  const { kelurahan = [], kabkota = [] } = phase.of;
  if (target.publicRead === undefined) return;
  const reads = visitReads({ elections, kelurahan, kabkota }, index, second);
  readerVisit(target.publicRead.bind(target), vu.context(phase, index, '', null), reads, phaseStartAt);
};
