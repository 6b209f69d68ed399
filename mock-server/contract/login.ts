import { type Static, Type } from 'typebox';
import { Instant } from './fields.ts';
import { LIMITS } from './limits.ts';

const Device = Type.String({ minLength: 1, maxLength: LIMITS.deviceLength });

const credentials = {
  username: Type.String({ minLength: 1, maxLength: 128 }),
  password: Type.String({ minLength: 1, maxLength: 256 }),
};

export const ActivationRequest = Type.Object(
  { ...credentials, device: { ...Device, description: 'Id of the phone or computer that will be used.' } },
  { additionalProperties: false },
);

export const ActivationAnswer = Type.Object({
  username: Type.String(),
  device: Type.String(),
  activatedAt: Instant,
});

export const LoginRequest = Type.Object(
  {
    ...credentials,
    device: Type.Optional({
      ...Device,
      description:
        'Id of the phone or computer. An account has one session on one device at a time; whoever sends none is one device too.',
    }),
    takeOver: Type.Optional(
      Type.Boolean({ description: 'Ends the session of another device instead of being refused.' }),
    ),
  },
  { additionalProperties: false },
);
export type LoginRequest = Static<typeof LoginRequest>;

export const Role = Type.Enum(['kpps', 'pps-operator', 'ppk-admin', 'ppk-operator', 'kabkota-admin']);

const issued = {
  token: Type.String({ description: 'A JWT, to be sent as `Authorization: Bearer`.' }),
  expiresAt: Instant,
  refreshToken: Type.String({
    description: 'For one call of /api/v1/refresh, which gives the next one. A second use ends the session.',
  }),
  refreshExpiresAt: Instant,
};

export const RefreshRequest = Type.Object(
  { refreshToken: Type.String({ minLength: 1, maxLength: 4096 }) },
  { additionalProperties: false },
);

export const RefreshAnswer = Type.Object(issued);
export type RefreshAnswer = Static<typeof RefreshAnswer>;

export const LoginAnswer = Type.Object({
  ...issued,
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
