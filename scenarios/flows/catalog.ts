/**
 * Whose number bounds a flow: TPS upload once each, PPS operators help theirs once, accounts log in once each, kecamatan hold one
 * pleno each, anybody may read.
 */
export type Population = 'tps' | 'pps' | 'accounts' | 'kecamatan' | 'visits';

/** What a flow is made of. Data, without k6: the command line and the audit read it too. */
export interface FlowShape {
  population: Population;
  /** TPS flows: how many times each upload is sent at once. */
  taps: 1 | 2;
  /** TPS flows: every page is photographed and sent a second time, under a key of its own. */
  retakes: boolean;
  /** TPS flows: the account is used on a second phone, which sends the same documents. */
  secondPhone: boolean;
  /** TPS flows: after its uploads the TPS compares and confirms what was read from each C.Hasil. */
  confirms: boolean;
  /** TPS flows: logs in on the day before, sends nothing for a day, then everything in batches. */
  offline: boolean;
  /** PPK flows: how many operators save every form, one after the other. */
  hands: 1 | 2;
  /** One line for the help. */
  about: string;
}

const TPS_FLOW = {
  population: 'tps',
  taps: 1,
  retakes: false,
  secondPhone: false,
  confirms: false,
  offline: false,
  hands: 1,
} as const;

/** Every flow by name. A new one is a line here, a function in `flows/`, and a play where no other carries it. */
export const FLOWS = {
  kpps: { ...TPS_FLOW, about: 'a TPS logs in, uploads its documents in its way, looks whether all is there' },
  'kpps-double-tap': { ...TPS_FLOW, taps: 2, about: 'kpps; every upload is sent twice at once, same key' },
  'kpps-two-phones': {
    ...TPS_FLOW,
    secondPhone: true,
    about: 'kpps; a second phone with the same account sends the same documents',
  },
  'kpps-retake': {
    ...TPS_FLOW,
    retakes: true,
    about: 'kpps; every page is photographed and sent again, as after a blurred photo',
  },
  pps: {
    ...TPS_FLOW,
    population: 'pps',
    about: 'an operator of the PPS logs in and uploads for one TPS of the kelurahan after the other',
  },
  'kpps-confirm': {
    ...TPS_FLOW,
    confirms: true,
    about: 'kpps; then what was read from each C.Hasil is compared, corrected and confirmed',
  },
  'kpps-offline': {
    ...TPS_FLOW,
    offline: true,
    about: 'a TPS logs in on the day before, works offline, and a day later sends its documents in batches',
  },
  login: {
    ...TPS_FLOW,
    population: 'accounts',
    about: 'accounts log in, nothing else',
  },
  ppk: {
    ...TPS_FLOW,
    population: 'kecamatan',
    about: 'the PPK of a kecamatan holds its pleno on Sirekap Web, or brings it as a file',
  },
  'ppk-two-operators': {
    ...TPS_FLOW,
    population: 'kecamatan',
    hands: 2,
    about: 'ppk; two operators save the same forms, the second half a step behind',
  },
  readers: {
    ...TPS_FLOW,
    population: 'visits',
    about: 'the public reads the published results: people, media, scrapers; no login',
  },
} as const satisfies Record<string, FlowShape>;

export type FlowName = keyof typeof FLOWS;

export const FLOW_NAMES = Object.keys(FLOWS) as FlowName[];

/** The shape of a flow, with its fields as wide as any flow's. */
export function flowShape(name: FlowName): FlowShape {
  return FLOWS[name];
}
