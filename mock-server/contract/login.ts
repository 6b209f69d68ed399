import { type Static, Type } from 'typebox';
import { Instant } from './fields.ts';

export const LoginRequest = Type.Object(
  {
    username: Type.String({ minLength: 1, maxLength: 128 }),
    password: Type.String({ minLength: 1, maxLength: 256 }),
  },
  { additionalProperties: false },
);
export type LoginRequest = Static<typeof LoginRequest>;

export const Role = Type.Enum(['kpps', 'pps-operator', 'ppk-admin', 'ppk-operator', 'kabkota-admin']);

export const LoginAnswer = Type.Object({
  token: Type.String({ description: 'A JWT, to be sent as `Authorization: Bearer`.' }),
  expiresAt: Instant,
  account: Type.Object({
    username: Type.String(),
    role: Role,
    scope: Type.String({
      description:
        'Code of what the account reaches: TPS (13 digits), kelurahan (10), kecamatan (6), kab/kota (4).',
    }),
  }),
});
export type LoginAnswer = Static<typeof LoginAnswer>;
