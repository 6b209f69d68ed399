import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PlannedTps } from '../../fixtures/plan/types.ts';
import { plenaryTps } from '../../fixtures/pleno/plenary.ts';
import type { PlenoFileTps } from '../../fixtures/pleno/types.ts';
import { type PlenoContent, plenoFile } from '../pleno/testing/pleno-file.ts';
import {
  ADMIN,
  KECAMATAN,
  OPERATOR,
  type PlenoServer,
  startPlenoServer,
} from '../pleno/testing/pleno-server.ts';
import { smallForms } from '../testing/small-forms.ts';
import { type Answer, call, TPS } from '../testing/test-server.ts';

const PLENO = `/pleno/${KECAMATAN}`;
const REASON = 'Dihitung ulang di rapat pleno';
const plan = smallForms();
const lines = plan.tps.filter(({ kecamatan }) => kecamatan === KECAMATAN);

let server: PlenoServer;
beforeEach(async () => {
  server = await startPlenoServer({ plan, uploaded: [] });
});
afterEach(() => server.dispose());

/** The file of the kecamatan, with what a test changes in it. */
const file = (change?: (content: PlenoContent) => void) => plenoFile(plan, KECAMATAN, change);

async function bring(bytes: Buffer, username = ADMIN, type = 'application/x-ndjson'): Promise<Answer> {
  return call(`${server.url}/api/v1${PLENO}/import`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await server.token(username)}`, 'content-type': type },
    body: new Uint8Array(bytes),
  });
}

const formOf = ({ tps }: PlenoContent, i = 0) => tps[0]?.forms[i] as PlenoFileTps['forms'][number];
const status = async () => (await server.ask('GET', PLENO, ADMIN)).body;

test('a file opens the pleno and saves every TPS, with who saved it and why a figure is another; once', async () => {
  const bytes = file((content) => {
    formOf(content).corrections.push({ field: 'votes.1', from: 900, reason: REASON });
  });
  const taken = await bring(bytes);
  expect(taken.status).toBe(201);
  expect(taken.body).toMatchObject({ state: 'open', revision: 1, opened: { by: ADMIN } });
  expect(taken.body.elections).toEqual([
    { election: 'gubernur', tps: { due: 4, saved: 4, corrected: 1 } },
    { election: 'walikota', tps: { due: 4, saved: 4, corrected: 0 } },
  ]);
  const { body } = await server.ask('GET', `${PLENO}/tps/${TPS}/gubernur`, OPERATOR);
  expect(body.dHasil).toMatchObject({ source: 'file', savedBy: OPERATOR, revision: 1 });
  expect(body.figures).toContainEqual({
    field: 'votes.1',
    reading: null,
    confirmed: null,
    dHasil: (lines[0] as PlannedTps).contests[0]?.votes[0],
    differs: false,
    reason: REASON,
  });

  const again = await bring(bytes, OPERATOR);
  expect([again.status, again.body.revision]).toEqual([200, 1]);
  const { body: history } = await server.ask('GET', `${PLENO}/history`, ADMIN);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  expect(history.events).toMatchObject([
    { kind: 'imported', by: ADMIN, closedBy: ADMIN, sha256, forms: 8, corrections: 1 },
  ]);
  expect((await server.get('/metrics')).body).toContain('sirekap_pleno_saves_total 8');

  expect((await server.ask('POST', `${PLENO}/finalise`, ADMIN)).body.state).toBe('finalised');
  expect((await bring(bytes)).status).toBe(200);
});

test('what the pleno holds otherwise is named, and nothing is taken; what is the same does not matter', async () => {
  await server.ask('POST', PLENO, ADMIN);
  const form = plenaryTps(lines[0] as PlannedTps, { admin: ADMIN, operators: [] }, 0).forms[0];
  const figures = { ...form?.figures, 'votes.1': 7 };
  await server.save(OPERATOR, TPS, 'gubernur', { revision: 0, figures, reason: REASON });
  const refused = await bring(file());
  expect(refused.status).toBe(409);
  expect(refused.body).toMatchObject({
    code: 'PLENO_DIFFERS',
    differencesTotal: 1,
    differences: [
      { tps: TPS, election: 'gubernur', field: 'votes.1', saved: 7, file: form?.figures['votes.1'] },
    ],
  });
  expect((await status()).elections[0].tps.saved).toBe(1);

  await server.save(OPERATOR, TPS, 'gubernur', { revision: 1, figures: form?.figures, reason: REASON });
  const taken = await bring(file());
  expect([taken.status, taken.body.elections[0].tps.saved]).toEqual([201, 4]);
  const { body } = await server.ask('GET', `${PLENO}/tps/${TPS}/gubernur`, OPERATOR);
  expect(body.dHasil).toMatchObject({ source: 'none', revision: 2 });
});

test.each<
  [
    string,
    (content: PlenoContent) => void,
    { line: number; tps?: string; field: string | null; message: RegExp },
  ]
>([
  [
    'of another kecamatan',
    ({ header }) => {
      header.kecamatan = '167102';
    },
    { line: 1, field: 'kecamatan', message: /this is 167101/ },
  ],
  [
    'of other elections',
    ({ header }) => {
      header.elections.pop();
    },
    { line: 1, field: 'elections', message: /gubernur \(3 pairs\), walikota/ },
  ],
  [
    'closed by somebody else',
    ({ header }) => {
      header.closedBy = 'ppk-167102';
    },
    { line: 1, field: 'closedBy', message: /no account of this PPK/ },
  ],
  [
    'saved by somebody else',
    ({ tps }) => {
      (tps[1] as PlenoFileTps).savedBy = 'kota-1671';
    },
    { line: 3, tps: '1671011001002', field: 'savedBy', message: /no account/ },
  ],
  [
    'without a TPS',
    ({ header, tps }) => {
      tps.shift();
      header.tps--;
    },
    { line: 1, tps: TPS, field: null, message: /not in the file/ },
  ],
  [
    'with a TPS too many',
    ({ header, tps }) => {
      tps.push({ ...(tps[0] as PlenoFileTps), tps: '1671021001001' });
      header.tps++;
    },
    { line: 6, tps: '1671021001001', field: 'tps', message: /no such TPS/ },
  ],
  [
    'without an election',
    ({ tps }) => {
      tps[0]?.forms.pop();
    },
    { line: 2, tps: TPS, field: 'forms', message: /walikota is missing/ },
  ],
  [
    'without a figure',
    (content) => {
      delete formOf(content, 1).figures['ballots.unused'];
    },
    { line: 2, tps: TPS, field: 'forms/1/figures/ballots.unused', message: /missing/ },
  ],
  [
    'with a figure that the form has not',
    (content) => {
      formOf(content).figures['votes.4'] = 1;
    },
    { line: 2, tps: TPS, field: 'forms/0/figures/votes.4', message: /no such figure/ },
  ],
  [
    'that does not add up',
    (content) => {
      formOf(content).figures['sums.invalid'] = 0;
    },
    { line: 2, tps: TPS, field: 'forms/0/figures/sums.total', message: /V202/ },
  ],
  [
    'that corrects nothing',
    (content) => {
      const from = formOf(content).figures['votes.1'] ?? null;
      formOf(content).corrections.push({ field: 'votes.1', from, reason: REASON });
    },
    { line: 2, tps: TPS, field: 'forms/0/corrections/0/field', message: /to what it was/ },
  ],
])(
  'a file %s is refused by line, TPS and field, and nothing of it is taken',
  async (_name, change, fault) => {
    const { status: answered, body } = await bring(file(change));
    expect([answered, body.code]).toEqual([422, 'PLENO_FILE_INVALID']);
    expect(body.faults).toContainEqual({
      line: fault.line,
      tps: fault.tps ?? null,
      field: fault.field,
      message: expect.stringMatching(fault.message),
    });
    expect(await status()).toMatchObject({ state: 'not-opened', revision: 0 });
  },
);

test('figures that do not add up are taken where a note says why', async () => {
  const note = 'Satu surat suara dibawa pulang pemilih';
  const bytes = file((content) => {
    formOf(content).figures['ballots.unused'] = 0;
    formOf(content).note = note;
  });
  expect((await bring(bytes)).status).toBe(201);
  const { body } = await server.ask('GET', `${PLENO}/tps/${TPS}/gubernur`, ADMIN);
  expect(body.dHasil).toMatchObject({
    note,
    findings: [{ code: 'V301', figures: expect.arrayContaining(['ballots.unused']) }],
  });
});

test.each<[string, () => Buffer, string, number, string]>([
  ['no file', () => Buffer.from('hello'), 'application/x-ndjson', 422, 'PLENO_FILE_INVALID'],
  ['nothing', () => Buffer.alloc(0), 'application/x-ndjson', 422, 'PLENO_FILE_INVALID'],
  ['a file cut off', () => file().subarray(0, -100), 'application/x-ndjson', 422, 'PLENO_FILE_INVALID'],
  ['another type', file, 'application/json', 415, 'MEDIA_TYPE_UNSUPPORTED'],
  [
    'more than fits',
    () => Buffer.alloc(4 * 1024 * 1024 + 1, 0x20),
    'application/x-ndjson',
    413,
    'BODY_TOO_LARGE',
  ],
])('%s is refused', async (_name, bytes, type, answered, code) => {
  const answer = await bring(bytes(), ADMIN, type);
  expect([answer.status, answer.body.code]).toEqual([answered, code]);
});

test('a PPK brings its own file only', async () => {
  expect((await bring(file(), 'ppk-167102')).body.code).toBe('AREA_NOT_YOURS');
  expect((await bring(file(), 'kota-1671')).body.code).toBe('ROLE_FORBIDDEN');
});
