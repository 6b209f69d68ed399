import type { Phase } from './phase.ts';

/** What can be played: each is a file of this name in `plays/`. */
export const PLAY_NAMES = [
  'logins',
  'tps',
  'confirming-tps',
  'offline-tps',
  'pps',
  'readers',
  'pleno',
] as const;

export type PlayName = (typeof PLAY_NAMES)[number];

/** What a session of a phase plays. */
export function playNameOf({
  kind,
  helping,
  offline,
  confirms,
}: Pick<Phase, 'kind' | 'helping' | 'offline' | 'confirms'>): PlayName {
  switch (kind) {
    case 'login':
      return 'logins';
    case 'reader':
      return 'readers';
    case 'pleno':
      return 'pleno';
    case 'session':
      if (helping !== null) return 'pps';
      if (offline) return 'offline-tps';
      return confirms ? 'confirming-tps' : 'tps';
  }
}
