import { constantRate } from '../../../fixtures/arrival/schedule.ts';
import type { Phase } from '../phase.ts';

/** The login storm of Palembang: every account in an hour. */
export const LOGIN: Phase = {
  name: 'login',
  kind: 'login',
  takes: [],
  repeats: null,
  taps: 1,
  plenary: null,
  helping: null,
  startSecond: 0,
  durationSecond: 3600,
  count: 4831,
  knots: constantRate(4831, 3600),
};

/** Its TPS sessions, as many at each moment of the evening. */
export const UPLOAD: Phase = {
  name: 'upload',
  kind: 'session',
  takes: ['round-1'],
  repeats: null,
  taps: 1,
  plenary: null,
  helping: null,
  startSecond: 3600,
  durationSecond: 39_600,
  count: 2272,
  knots: constantRate(2272, 39_600),
};
