import { z } from 'zod';
import { share } from '../../fixtures/schema-fields.ts';
import { isAddressOrRange } from '../../scenarios/permission/every-address-but.ts';
import type { Permission } from '../../scenarios/permission/permission.ts';
import { LOOKED_AT } from './failure-window.ts';

const words = z.string().min(1);
const moment = z.iso.datetime({ offset: true }).describe('ISO 8601 with a time zone');
const address = z
  .string()
  .refine(isAddressOrRange, 'is neither an IP address nor a range like 203.0.113.0/28');

const host = z
  .string()
  .regex(
    /^([\w-]+(\.[\w-]+)*|[0-9a-fA-F:.]+)$/,
    'a host name or an IP address, without scheme, path or wildcard',
  )
  .describe('Host name or IP address, without brackets');
const port = z.int().min(1).max(65_535);

const place = z
  .strictObject({
    host,
    port,
    addresses: z
      .array(address)
      .min(1)
      .optional()
      .describe(
        'IP addresses or ranges the host may lead to. Without them those that it has when a command starts; with them also a host that no name service knows can be reached, at the first of them',
      ),
  })
  .meta({ id: 'Place' });

const stopWhen = z
  .strictObject({
    failedShare: share.describe('More failed attempts than this share stop the run'),
    withinSecond: z
      .number()
      .positive()
      .max(600)
      .optional()
      .describe(`Real seconds that are looked back on; ${LOOKED_AT.withinSecond} where it is not said`),
    minimumAttempts: z
      .int()
      .min(1)
      .optional()
      .describe(
        `Fewer attempts in that time decide nothing; ${LOOKED_AT.minimumAttempts} where it is not said`,
      ),
  })
  .describe('A condition of whoever authorised, under which the run stops');

/** What an authorisation file holds. */
export const authorisationSchema = z
  .strictObject({
    formatVersion: z.literal(1),
    kind: z.literal('authorisation'),
    reference: words.describe('Number or title of the letter that grants it'),
    authorisedBy: z.strictObject({
      name: words.describe('Who authorised the load'),
      office: words.describe('Their office or function'),
    }),
    targets: z.array(place).min(1).describe('Where load may go, and nowhere else'),
    window: z
      .strictObject({ from: moment, to: moment })
      .refine(({ from, to }) => Date.parse(from) < Date.parse(to), 'from must be before to')
      .describe('Nothing is sent before `from` or from `to` on'),
    readBackUntil: moment
      .optional()
      .describe(
        'Until when results may be read back for the audit, after the load; without it until `window.to`',
      ),
    maximum: z.strictObject({
      requestsPerSecond: z.int().min(1).describe('Requests a second, over all of a run'),
      accounts: z.int().min(1).describe('Accounts that may be used'),
    }),
    proxies: z
      .array(place)
      .optional()
      .describe('Proxies that may stand in between; what HTTP_PROXY and HTTPS_PROXY name must be among them'),
    stopWhen: stopWhen.optional(),
  })
  .describe(
    'Authorisation (YAML or JSON): who permits load on which hosts, when, and how much of it. Without one, load goes to loopback only.',
  );

/** An authorisation file as it was read; moments in UTC. */
export type Authorisation = z.infer<typeof authorisationSchema>;

/** authorisation.json of a run folder: an authorisation with the addresses its hosts had at the start. */
export const permissionSchema = z
  .strictObject({
    formatVersion: z.literal(1),
    kind: z.literal('authorisation'),
    reference: words,
    authorisedBy: z.strictObject({ name: words, office: words }),
    targets: z.array(
      z.strictObject({
        host,
        port,
        addresses: z.array(address),
        pinned: z.boolean().describe('No name service knew the host; k6 was told its first address'),
      }),
    ),
    window: z.strictObject({ from: z.iso.datetime(), to: z.iso.datetime() }).describe('UTC'),
    maximum: z.strictObject({ requestsPerSecond: z.int(), accounts: z.int() }),
    proxies: z.array(z.strictObject({ host, port, addresses: z.array(address), pinned: z.boolean() })),
    stopWhen: z
      .strictObject({ failedShare: share, withinSecond: z.number(), minimumAttempts: z.int() })
      .nullable(),
  })
  .describe(
    'authorisation.json of a run folder: what the run was permitted, as k6 read it. Absent where load went to loopback without one.',
  ) satisfies z.ZodType<Permission>;
