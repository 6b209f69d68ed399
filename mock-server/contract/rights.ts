import type { AccountRole } from '../../fixtures/plan/types.ts';

const TPS_ROLES = ['kpps', 'pps-operator'] as const;
const PPK_ROLES = ['ppk-admin', 'ppk-operator'] as const;

/**
 * Who may do what: the one home of it. A role's rights end at its account's scope: KPPS their TPS, PPS their kelurahan, PPK
 * their kecamatan, the admin of a kab/kota that kab/kota. The PPK do at kecamatan level all that a TPS does: the way `kecamatan`.
 */
export const RIGHTS = {
  'status.read': {
    roles: [...TPS_ROLES, ...PPK_ROLES, 'kabkota-admin'],
    means: 'see the TPS and how far each is',
  },
  'document.upload': { roles: [...TPS_ROLES, ...PPK_ROLES], means: 'upload the pages of a TPS’s documents' },
  'document.compare': { roles: [...TPS_ROLES, ...PPK_ROLES], means: 'see what was read from a document' },
  'document.correct': { roles: [...TPS_ROLES, ...PPK_ROLES], means: 'correct what was read' },
  'document.confirm': { roles: [...TPS_ROLES, ...PPK_ROLES], means: 'confirm a document' },
  'pleno.open': { roles: PPK_ROLES, means: 'open the recap plenary of a kecamatan' },
  'pleno.save': { roles: PPK_ROLES, means: 'save a TPS in the plenary' },
  'pleno.import': { roles: PPK_ROLES, means: 'bring the plenary of an offline kecamatan as a file' },
  'pleno.finalise': { roles: ['ppk-admin'], means: 'finalise the plenary, which locks it' },
  'pleno.publish': { roles: ['ppk-admin'], means: 'upload D.Hasil as PDF, and publish' },
  'pleno.read': {
    roles: [...PPK_ROLES, 'kabkota-admin'],
    means: 'see a plenary, its TPS and its history',
  },
  'pleno.reopen': { roles: ['kabkota-admin'], means: 'reopen a plenary that is finalised' },
  'sums.read': { roles: [...PPK_ROLES, 'kabkota-admin'], means: 'see the sums of an area' },
  'uploads.read-back': { roles: ['kabkota-admin'], means: 'read back the uploads of a run, for the audit' },
} as const satisfies Record<string, { roles: readonly AccountRole[]; means: string }>;

export type Right = keyof typeof RIGHTS;

/** The roles that have a right, in order of the field: from the TPS up. */
export function rolesWith(right: Right): readonly AccountRole[] {
  return RIGHTS[right].roles;
}
