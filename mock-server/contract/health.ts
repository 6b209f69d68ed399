import { type Static, Type } from 'typebox';
import { Sha256 } from './fields.ts';

export const HealthAnswer = Type.Object({
  status: Type.Literal('ok'),
  software: Type.String({ description: 'Name and version of what answers.' }),
  simulator: Type.Literal(true),
  lies: Type.Array(Type.String(), {
    description: 'What this server lies about, as it was asked to; empty for an honest one.',
  }),
  plan: { ...Sha256, description: 'SHA-256 of plan.json.' },
  store: Type.String({
    pattern: '^[0-9a-f]{32}$',
    description: 'Random, made with the store and kept in it: whose uploads a read-back shows.',
  }),
});
export type HealthAnswer = Static<typeof HealthAnswer>;
