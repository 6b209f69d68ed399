import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  ADMIN,
  ELECTIONS,
  KABKOTA,
  KECAMATAN,
  NEIGHBOUR,
  OPERATOR,
  type PlenoServer,
  startPlenoServer,
} from '../pleno/testing/pleno-server.ts';
import { withWrittenFigure } from '../pleno/testing/written-figure.ts';
import { pdf } from '../testing/jpeg.ts';
import { smallForms } from '../testing/small-forms.ts';
import { type Answer, TPS } from '../testing/test-server.ts';

const PLENO = `/pleno/${KECAMATAN}`;
const REASON = 'Salah baca: angka 9 adalah 1';
/** Written as 99 in place of 101, so that the votes do not add up. */
const MISREAD = '1671011001002';
const TPS_OF_KECAMATAN = 4;

const WRITTEN = { election: 'gubernur', field: 'votes.1', truth: 101, boxes: '_99' };

let server: PlenoServer;
async function start(): Promise<void> {
  server = await startPlenoServer({ plan: withWrittenFigure(smallForms(), MISREAD, WRITTEN) });
}
const dispose = () => server.dispose();

/** For tests that change something, which the next one would find. */
function aServerEach(): void {
  beforeEach(start);
  afterEach(dispose);
}

/** For tests of what is refused, which changes nothing. */
function oneServer(): void {
  beforeAll(start);
  afterAll(dispose);
}

const open = () => server.ask('POST', PLENO, ADMIN);
const correctMisread = () =>
  server.save(OPERATOR, MISREAD, 'gubernur', { revision: 0, figures: { 'votes.1': 101 }, reason: REASON });

async function finalised(): Promise<void> {
  await open();
  await correctMisread();
  await server.saveAll();
  expect((await server.ask('POST', `${PLENO}/finalise`, ADMIN)).status).toBe(200);
}

describe('opening', () => {
  aServerEach();

  test('by the PPK; once is enough, and whoever looks sees who did', async () => {
    expect((await server.ask('GET', PLENO, KABKOTA)).body).toMatchObject({
      state: 'not-opened',
      revision: 0,
      opened: null,
      elections: ELECTIONS.map((election) => ({
        election,
        tps: { due: TPS_OF_KECAMATAN, saved: 0, corrected: 0 },
      })),
    });
    expect((await server.ask('POST', PLENO, OPERATOR)).status).toBe(201);
    const again = await open();
    expect(again.status).toBe(200);
    expect(again.body).toMatchObject({ state: 'open', revision: 1, opened: { by: OPERATOR } });
  });

  test('nothing is saved before', async () => {
    const { status, body } = await server.save(OPERATOR, TPS, 'gubernur', { revision: 0 });
    expect([status, body.code]).toEqual([409, 'PLENO_NOT_OPEN']);
    expect((await server.ask('POST', `${PLENO}/finalise`, ADMIN)).body.code).toBe('PLENO_NOT_OPEN');
  });
});

describe('who may', () => {
  oneServer();

  test.each([
    ['GET', PLENO, `kpps-${TPS}`, 403, 'ROLE_FORBIDDEN'],
    ['POST', PLENO, 'pps-1671011001', 403, 'ROLE_FORBIDDEN'],
    ['POST', PLENO, KABKOTA, 403, 'ROLE_FORBIDDEN'],
    ['POST', `${PLENO}/finalise`, OPERATOR, 403, 'ROLE_FORBIDDEN'],
    ['POST', `${PLENO}/publish`, OPERATOR, 403, 'ROLE_FORBIDDEN'],
    ['POST', `${PLENO}/reopen`, ADMIN, 403, 'ROLE_FORBIDDEN'],
    ['GET', PLENO, `ppk-${NEIGHBOUR}`, 403, 'AREA_NOT_YOURS'],
    ['POST', PLENO, `ppk-${NEIGHBOUR}`, 403, 'AREA_NOT_YOURS'],
    ['GET', PLENO, 'kab-1602', 403, 'AREA_NOT_YOURS'],
    ['GET', '/pleno/999999', ADMIN, 404, 'AREA_UNKNOWN'],
    ['GET', `${PLENO}/tps/1671021001001/gubernur`, KABKOTA, 404, 'TPS_UNKNOWN'],
    ['GET', `${PLENO}/tps/${TPS}/bupati`, ADMIN, 404, 'ELECTION_UNKNOWN'],
    ['GET', '/sums/1671', ADMIN, 403, 'AREA_NOT_YOURS'],
    ['GET', '/sums/1671', 'kab-1602', 403, 'AREA_NOT_YOURS'],
    ['GET', '/sums/1602', 'kab-1602', 404, 'AREA_UNKNOWN'],
    ['GET', `/sums/${KECAMATAN}`, `kpps-${TPS}`, 403, 'ROLE_FORBIDDEN'],
  ])('%s %s by %s: %i %s', async (method, path, username, status, code) => {
    const answer = await server.ask(
      method,
      path,
      username,
      path.endsWith('reopen') ? { reason: REASON } : undefined,
    );
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });
});

describe('a TPS', () => {
  aServerEach();
  beforeEach(async () => {
    await open();
  });

  test('shows photo, reading and D.Hasil side by side, and what does not add up', async () => {
    const { body } = await server.ask('GET', `${PLENO}/tps/${MISREAD}/gubernur`, OPERATOR);
    expect(body.photos.map(({ page }: { page: number }) => page)).toEqual([1, 2, 3]);
    expect(body.photos[0]).toMatchObject({ document: 'c-hasil-gubernur', sha256: expect.any(String) });
    expect(body.cHasil).toMatchObject({
      source: 'reading',
      findings: [{ code: 'V201', figures: expect.arrayContaining(['votes.1']) }],
    });
    expect(body.dHasil).toBeNull();
    const figure = body.figures.find(({ field }: { field: string }) => field === 'votes.1');
    expect(figure).toEqual({
      field: 'votes.1',
      reading: 99,
      confirmed: null,
      dHasil: null,
      differs: false,
      reason: null,
    });
  });

  test('is taken over as it is known, where nothing else is asked', async () => {
    const { status, body } = await server.save(OPERATOR, TPS, 'walikota', { revision: 0 });
    expect(status).toBe(200);
    expect(body.dHasil).toMatchObject({
      revision: 1,
      savedBy: OPERATOR,
      source: 'reading',
      note: null,
      findings: [],
    });
    for (const { reading, dHasil, differs } of body.figures) {
      expect(dHasil).toBe(reading);
      expect(dHasil).toEqual(expect.any(Number));
      expect(differs).toBe(false);
    }
  });

  test('is corrected with a reason, which stays with the figure', async () => {
    const { status, body } = await correctMisread();
    expect(status).toBe(200);
    expect(body.dHasil).toMatchObject({ revision: 1, findings: [], note: null });
    expect(body.figures.filter(({ differs }: { differs: boolean }) => differs)).toEqual([
      { field: 'votes.1', reading: 99, confirmed: null, dHasil: 101, differs: true, reason: REASON },
    ]);
  });

  test('a form that does not add up is taken with the reason, and keeps it', async () => {
    const reason = 'Demikian tertulis pada C.Hasil Plano';
    const { status, body } = await server.save(OPERATOR, MISREAD, 'gubernur', { revision: 0, reason });
    expect(status).toBe(200);
    expect(body.dHasil.note).toBe(reason);
    expect(body.dHasil.findings).toHaveLength(1);
  });

  test('of which nothing is known wants every figure', async () => {
    await server.ask('POST', `/pleno/${NEIGHBOUR}`, `ppk-${NEIGHBOUR}`);
    const kode = '1671021001001';
    const username = `operator-${NEIGHBOUR}`;
    const nothing = await server.save(username, kode, 'gubernur', { revision: 0 });
    expect([nothing.status, nothing.body.code]).toEqual([422, 'FIGURES_MISSING']);
    const known = await server.ask('GET', `/pleno/${NEIGHBOUR}/tps/${kode}/gubernur`, username);
    const figures = Object.fromEntries(known.body.figures.map(({ field }: { field: string }) => [field, 0]));
    const { body } = await server.save(username, kode, 'gubernur', { revision: 0, figures, reason: REASON });
    expect(body.dHasil).toMatchObject({ source: 'none', revision: 1 });
    expect(new Set(body.figures.map(({ reason }: { reason: string }) => reason))).toEqual(new Set([REASON]));
  });

  test('shows what the KPPS confirmed, takes that over, and says when they have decided again since', async () => {
    const form = `/tps/${TPS}/documents/c-hasil-gubernur`;
    const confirm = async (votes: number) => {
      const { revision } = (await server.ask('GET', `${form}/reading`, `kpps-${TPS}`)).body;
      const figures = { 'votes.1': votes, 'votes.2': 150 - votes };
      const { status } = await server.ask('POST', `${form}/confirm`, `kpps-${TPS}`, { revision, figures });
      expect(status).toBe(200);
    };
    const read = () => server.ask('GET', `${PLENO}/tps/${TPS}/gubernur`, OPERATOR);
    const votesIn = ({ figures }: Answer['body']) =>
      figures.find(({ field }: { field: string }) => field === 'votes.1');

    await confirm(90);
    const before = (await read()).body;
    expect(before.cHasil).toMatchObject({ source: 'kpps', confirmedAt: expect.any(String), findings: [] });
    expect(votesIn(before)).toMatchObject({ reading: 100, confirmed: 90, dHasil: null, differs: true });

    const { body: saved } = await server.save(OPERATOR, TPS, 'gubernur', { revision: 0 });
    expect(saved.dHasil).toMatchObject({ source: 'kpps', cHasilChangedSince: false });
    expect(votesIn(saved)).toMatchObject({ confirmed: 90, dHasil: 90, reason: null });

    await confirm(80);
    const after = (await read()).body;
    expect(after.dHasil).toMatchObject({ revision: 1, cHasilChangedSince: true });
    expect(votesIn(after)).toMatchObject({ confirmed: 80, dHasil: 90 });
  });

  test('the list shows the standing of each', async () => {
    await correctMisread();
    const { body } = await server.ask('GET', `${PLENO}/tps`, KABKOTA);
    expect(body.tps).toHaveLength(TPS_OF_KECAMATAN);
    expect(body.tps[1]).toEqual({
      kode: MISREAD,
      forms: [
        {
          election: 'gubernur',
          cHasil: { source: 'reading', confirmedAt: null },
          revision: 1,
          savedBy: OPERATOR,
          savedAt: expect.any(String),
          corrections: 1,
          cHasilChangedSince: false,
        },
        expect.objectContaining({ election: 'walikota', revision: 0, savedBy: null }),
      ],
    });
    const rest = await server.ask('GET', `${PLENO}/tps?after=${MISREAD}`, OPERATOR);
    expect(rest.body.tps.map(({ kode }: { kode: string }) => kode)).toEqual(
      body.tps.slice(2).map(({ kode }: { kode: string }) => kode),
    );
  });
});

describe('a save that is refused', () => {
  oneServer();
  beforeAll(async () => {
    await open();
  });

  test.each([
    [
      'a correction without a reason',
      { figures: { 'votes.1': 101 } },
      'REASON_MISSING',
      { fields: ['votes.1'] },
    ],
    [
      'a figure the form does not have',
      { figures: { 'votes.9': 1 }, reason: REASON },
      'FIGURE_UNKNOWN',
      { fields: ['votes.9'] },
    ],
    [
      'a form that does not add up, without a reason',
      {},
      'FIGURES_UNEXPLAINED',
      { findings: [{ code: 'V201', rule: expect.any(String), figures: expect.any(Array) }] },
    ],
  ])('%s is refused, and says which figures', async (_name, asked, code, more) => {
    const { status, body } = await server.save(OPERATOR, MISREAD, 'gubernur', { revision: 0, ...asked });
    expect(status).toBe(422);
    expect(body).toMatchObject({ code, ...more });
    expect((await server.ask('GET', PLENO, ADMIN)).body.revision).toBe(1);
  });

  test.each([
    ['a reason that is too short', { figures: { 'votes.1': 101 }, reason: 'ok' }],
    ['a reason of blanks', { figures: { 'votes.1': 101 }, reason: '       ' }],
    ['a figure that no three boxes hold', { figures: { 'votes.1': 1000 }, reason: REASON }],
    ['a negative figure', { figures: { 'votes.1': -1 }, reason: REASON }],
    ['an unknown field of the request', { figure: 1 }],
  ])('%s does not match the contract', async (_name, asked) => {
    const { status } = await server.save(OPERATOR, MISREAD, 'gubernur', { revision: 0, ...asked });
    expect(status).toBe(400);
  });
});

describe('two operators', () => {
  aServerEach();
  beforeEach(async () => {
    await open();
  });

  test('the later one is told what changed: which figures, from what, to what, by whom, when, and why', async () => {
    await server.save(OPERATOR, TPS, 'gubernur', { revision: 0 });
    const figures = { 'votes.1': 99, 'votes.2': 51 };
    expect((await server.save(ADMIN, TPS, 'gubernur', { revision: 1, figures, reason: REASON })).status).toBe(
      200,
    );
    const { status, body } = await server.save(OPERATOR, TPS, 'gubernur', {
      revision: 1,
      figures: { 'votes.3': 8, 'votes.2': 51 },
      reason: 'Dihitung ulang',
    });
    expect(status).toBe(409);
    expect(body).toMatchObject({
      code: 'CHANGED_MEANWHILE',
      revision: 2,
      changes: [
        {
          revision: 2,
          by: ADMIN,
          at: expect.any(String),
          figures: [
            { field: 'votes.1', from: 100, to: 99, reason: REASON },
            { field: 'votes.2', from: 50, to: 51, reason: REASON },
          ],
        },
      ],
    });
    const { body: now } = await server.ask('GET', `${PLENO}/tps/${TPS}/gubernur`, OPERATOR);
    expect(now.figures.find(({ field }: { field: string }) => field === 'votes.1').dHasil).toBe(99);
    expect((await server.get('/metrics')).body).toContain('sirekap_pleno_conflicts_total 1');
  });

  test('a save whose answer was lost is asked again: 200, and nothing new', async () => {
    const asked = { revision: 0, figures: { 'votes.1': 101 }, reason: REASON };
    const first = await server.save(OPERATOR, MISREAD, 'gubernur', asked);
    const again = await server.save(OPERATOR, MISREAD, 'gubernur', asked);
    expect(again.status).toBe(200);
    expect(again.body).toEqual(first.body);
    expect((await server.ask('GET', PLENO, ADMIN)).body.revision).toBe(2);
    // By another account, or with other words, it is another decision.
    expect((await server.save(ADMIN, MISREAD, 'gubernur', asked)).status).toBe(409);
    const otherWords = { ...asked, reason: 'Alasan yang lain' };
    expect((await server.save(OPERATOR, MISREAD, 'gubernur', otherWords)).status).toBe(409);
    expect((await server.get('/metrics')).body).toContain('sirekap_pleno_saves_total 1');
  });
});

describe('finalising', () => {
  aServerEach();

  test('wants every TPS saved for every election, and says what is missing', async () => {
    await open();
    await correctMisread();
    const { status, body } = await server.ask('POST', `${PLENO}/finalise`, ADMIN);
    expect([status, body.code, body.missingTotal]).toEqual([
      422,
      'PLENO_INCOMPLETE',
      2 * TPS_OF_KECAMATAN - 1,
    ]);
    expect(body.missing).toContainEqual({ tps: MISREAD, election: 'walikota' });
    expect(body.missing).not.toContainEqual({ tps: MISREAD, election: 'gubernur' });
  });

  test('locks every figure; asked again it stays so', async () => {
    await finalised();
    const again = await server.ask('POST', `${PLENO}/finalise`, ADMIN);
    expect([again.status, again.body.state]).toEqual([200, 'finalised']);
    const { status, body } = await server.save(OPERATOR, TPS, 'gubernur', { revision: 1 });
    expect([status, body.code]).toEqual([423, 'PLENO_FINALISED']);
    // The answer of a save before it may have been lost; that save stands.
    expect((await correctMisread()).status).toBe(200);
  });

  test('is taken back by the admin of the kab/kota, with the reason', async () => {
    await open();
    const early = await server.ask('POST', `${PLENO}/reopen`, KABKOTA, { reason: REASON });
    expect([early.status, early.body.code]).toEqual([409, 'PLENO_NOT_FINALISED']);
    await finalised();
    for (let attempt = 0; attempt < 2; attempt++) {
      const reopened = await server.ask('POST', `${PLENO}/reopen`, KABKOTA, { reason: REASON });
      expect([reopened.status, reopened.body.state]).toEqual([200, 'open']);
    }
    expect((await server.save(OPERATOR, TPS, 'gubernur', { revision: 1 })).status).toBe(200);
    expect((await server.ask('POST', `${PLENO}/finalise`, ADMIN)).body.state).toBe('finalised');
  });
});

describe('D.Hasil as PDF that is refused', () => {
  oneServer();
  beforeAll(finalised);

  test.each([
    ['no PDF', Buffer.from('hello'), {}, 'document', 415, 'NOT_A_PDF'],
    ['a PDF without its end', Buffer.from('%PDF-1.7\nhello'), {}, 'document', 415, 'NOT_A_PDF'],
    [
      'another digest than announced',
      pdf(),
      { 'x-content-sha256': 'a'.repeat(64) },
      'document',
      422,
      'DIGEST_MISMATCH',
    ],
    ['a digest that is none', pdf(), { 'x-content-sha256': 'x' }, 'document', 400, 'DIGEST_MALFORMED'],
    ['another part', pdf(), {}, 'photo', 400, 'PDF_MISSING'],
    [
      'one that is too large',
      Buffer.concat([pdf(), Buffer.alloc(21 * 1024 * 1024), pdf()]),
      {},
      'document',
      413,
      'PDF_TOO_LARGE',
    ],
  ])('%s is refused', async (_name, bytes, headers, part, status, code) => {
    const answer = await server.uploadPdf(ADMIN, bytes, headers as Record<string, string>, part);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect((await server.ask('GET', PLENO, ADMIN)).body.document).toBeNull();
  });
});

describe('D.Hasil as PDF', () => {
  aServerEach();

  test('is taken of a pleno that is finalised, replaced until it is published, and needed for that', async () => {
    await open();
    expect((await server.uploadPdf(ADMIN, pdf())).body.code).toBe('PLENO_NOT_FINALISED');
    await finalised();
    expect((await server.ask('POST', `${PLENO}/publish`, ADMIN)).body.code).toBe('D_HASIL_MISSING');
    expect((await server.uploadPdf(ADMIN, pdf('draf'))).status).toBe(201);
    const sha256 = createHash('sha256').update(pdf()).digest('hex');
    const taken = await server.uploadPdf(ADMIN, pdf(), { 'x-content-sha256': sha256.toUpperCase() });
    expect([taken.status, taken.body.document]).toMatchObject([
      201,
      { by: ADMIN, sha256, bytes: pdf().length },
    ]);
    const published = await server.ask('POST', `${PLENO}/publish`, ADMIN);
    expect([published.status, published.body.state]).toEqual([200, 'published']);
    expect((await server.ask('POST', `${PLENO}/publish`, ADMIN)).status).toBe(200);
    expect((await server.uploadPdf(ADMIN, pdf())).status).toBe(200);
    expect((await server.uploadPdf(ADMIN, pdf('lain'))).body.code).toBe('PLENO_PUBLISHED');
    expect((await server.get('/metrics')).body).toContain('sirekap_plenos{state="published"} 1');
  });
});

describe('the history', () => {
  aServerEach();

  test('tells who did what, when, and why', async () => {
    await finalised();
    await server.ask('POST', `${PLENO}/reopen`, KABKOTA, { reason: 'Keberatan saksi diterima' });
    const figures = { 'votes.1': 102, 'votes.2': 49 };
    await server.save(ADMIN, MISREAD, 'gubernur', { revision: 1, figures, reason: REASON });
    const { body } = await server.ask('GET', `${PLENO}/history`, KABKOTA);
    const kinds = body.events.map(({ kind }: { kind: string }) => kind);
    expect(kinds).toEqual([
      'opened',
      ...Array(2 * TPS_OF_KECAMATAN).fill('saved'),
      'finalised',
      'reopened',
      'saved',
    ]);
    expect(body.next).toBeNull();
    expect(body.events[1]).toMatchObject({
      by: OPERATOR,
      tps: MISREAD,
      figures: [{ field: 'votes.1', from: 99, to: 101, reason: REASON }],
    });
    expect(body.events.at(-3).sums.gubernur).toEqual(expect.arrayContaining([expect.any(Number)]));
    expect(body.events.at(-2)).toMatchObject({ by: KABKOTA, reason: 'Keberatan saksi diterima' });
    expect(body.events.at(-1).figures).toEqual([
      { field: 'votes.1', from: 101, to: 102, reason: REASON },
      { field: 'votes.2', from: 50, to: 49, reason: REASON },
    ]);
    const { body: rest } = await server.ask('GET', `${PLENO}/history?after=${body.events.length - 1}`, ADMIN);
    expect(rest.events).toEqual(body.events.slice(-1));
  });
});
