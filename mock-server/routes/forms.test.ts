import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { jpeg } from '../testing/jpeg.ts';
import { type FormClient, formClient, smallForms } from '../testing/small-forms.ts';
import { call, startTestServer, type TestServer, TPS } from '../testing/test-server.ts';

const KODES = smallForms().tps.map(({ kode }) => kode);
/** Fast, and so bad that nearly every form has a figure that is misread. */
const recognition = {
  accuracy: 0.7,
  workers: 4,
  service: { distribution: 'constant' as const, meanMs: 5 },
  seed: 1,
};

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ plan: smallForms(), recognition, publishEverySecond: 0 });
});
afterAll(() => server.dispose());

interface Figure {
  id: string;
  read: number | null;
  confirmed: number | null;
  confidence: number;
}

/** What the KPPS see on the paper: the plan's truth. */
function truth(kode: string, election = 0): Map<string, number> {
  const line = smallForms().tps.find((each) => each.kode === kode);
  const contest = line?.contests[election];
  if (!line || !contest) throw new Error(`no form of ${kode}`);
  const voters = Object.entries(line.voters).flatMap(([row, counts]) =>
    Object.entries(counts).map(([column, value]) => [`voters.${row}.${column}`, value] as const),
  );
  return new Map<string, number>([
    ...voters,
    ...Object.entries(contest.ballots).map(([row, value]) => [`ballots.${row}`, value] as const),
    ...contest.votes.map((value, i) => [`votes.${i + 1}`, value] as const),
    ['sums.valid', contest.valid],
    ['sums.invalid', contest.invalid],
    ['sums.total', contest.total],
  ]);
}

/** The corrections that make the figures as read those of the paper. */
function corrections(figures: Figure[], paper: Map<string, number>): Record<string, number> {
  const wrong = figures.filter(({ id, read }) => read !== paper.get(id));
  return Object.fromEntries(wrong.map(({ id }) => [id, paper.get(id) ?? 0]));
}

let next = 0;
let kode: string;
let form: FormClient;
/** Each test has a TPS of its own. */
beforeEach(() => {
  kode = KODES[next++ % KODES.length] as string;
  const type = next > KODES.length ? 'c-hasil-walikota' : 'c-hasil-gubernur';
  form = formClient(server, { kode, type, pages: type === 'c-hasil-walikota' ? 2 : 3 });
});

test('from the first page to the confirmation: status 0, 1, 2, 3; the figures of the paper are public', async () => {
  const paper = truth(kode);
  expect(await form.status()).toBe(0);
  expect((await form.reading()).body).toMatchObject({
    state: 'incomplete',
    revision: 0,
    confirmation: null,
    findings: [],
  });
  expect((await form.confirm({ revision: 0, figures: {} })).body.code).toBe('PAGES_MISSING');
  await server.upload({
    username: `kpps-${kode}`,
    kode,
    run: 'satu',
    page: 1,
    photo: jpeg('satu c-hasil-gubernur 1'),
  });
  expect(await form.status()).toBe(1);
  await form.photograph();
  expect(await form.status()).toBe(2);

  const { body: read } = await form.settled();
  expect(read).toMatchObject({ state: 'read', revision: 3, confirmation: null });
  expect(read.figures.map(({ id }: Figure) => id).sort()).toEqual([...paper.keys()].sort());
  const figures = corrections(read.figures, paper);
  expect(Object.keys(figures).length).toBeGreaterThan(0);

  const confirmed = await form.confirm({ revision: 3, figures });
  expect(confirmed.body).toMatchObject({
    kode,
    revision: 4,
    status: 3,
    confirmation: { account: `kpps-${kode}`, despite: [] },
  });
  expect(confirmed.body.confirmation.corrected.sort()).toEqual(Object.keys(figures).sort());
  expect(await form.status()).toBe(3);
  const after = (await form.reading()).body;
  expect(after.figures.map(({ id, confirmed }: Figure) => [id, confirmed])).toEqual(
    read.figures.map(({ id }: Figure) => [id, paper.get(id)]),
  );
  // What was read stands beside it.
  expect(after.figures.map(({ read }: Figure) => read)).toEqual(read.figures.map(({ read }: Figure) => read));
  const file = `/pilkada/hhcw/pkwkp/16/1671/${kode.slice(0, 6)}/${kode.slice(0, 10)}/${kode}.json`;
  const { chart } = (await server.get(file)).body.tungsura;
  expect(Object.values(chart)).toEqual([1, 2, 3].map((n) => paper.get(`votes.${n}`)));
});

test('figures that break a rule are refused with the codes, unless the KPPS name exactly these', async () => {
  await form.photograph();
  const { body } = await form.settled();
  const paper = new Map(truth(kode)).set('sums.invalid', 8);
  const figures = corrections(body.figures, paper);
  const confirm = (despite?: string[]) =>
    form.confirm({ revision: body.revision, figures, ...(despite && { despite }) });
  const refused = await confirm();
  expect([refused.status, refused.body.code]).toEqual([422, 'FIGURES_INCONSISTENT']);
  expect(refused.body.findings).toEqual([
    { code: 'V202', rule: expect.any(String), figures: ['sums.valid', 'sums.invalid', 'sums.total'] },
  ]);
  for (const despite of [[], ['V201'], ['V201', 'V202']]) expect((await confirm(despite)).status).toBe(422);
  expect(await form.status()).toBe(2);
  const taken = await confirm(['V202']);
  expect([taken.status, taken.body.confirmation.despite]).toEqual([200, ['V202']]);
  expect((await form.reading()).body.confirmation.despite).toEqual(['V202']);
});

test('the same confirmation again is answered like the first; another on the same revision is told what changed', async () => {
  await form.photograph();
  const { body } = await form.settled();
  const figures = corrections(body.figures, truth(kode));
  const request = { revision: body.revision, figures };
  const first = await form.confirm(request);
  const again = await form.confirm(request);
  expect([again.status, again.body]).toEqual([200, first.body]);
  const other = await form.confirm(request, 'ppk-167101');
  expect([other.status, other.body.code, other.body.revision]).toEqual([409, 'CHANGED_MEANWHILE', 4]);
  expect(other.body.changes).toMatchObject([{ what: 'confirmed', account: `kpps-${kode}`, revision: 4 }]);
});

test('two people confirm at once: one is confirmed, the other learns it', async () => {
  await form.photograph();
  const { body } = await form.settled();
  const request = { revision: body.revision, figures: corrections(body.figures, truth(kode)) };
  const ppk = `ppk-${kode.slice(0, 6)}`;
  const answers = await Promise.all([
    form.confirm(request),
    form.confirm(request),
    form.confirm(request, ppk),
    form.confirm(request, `operator-${kode.slice(0, 6)}`),
  ]);
  const statuses = answers.map(({ status }) => status);
  const entries = (await form.history()).body.entries.filter(
    ({ what }: { what: string }) => what === 'confirmed',
  );
  expect(entries).toHaveLength(1);
  const [winner] = entries;
  // A double tap is one person: both taps are answered alike.
  const expected = winner.account === `kpps-${kode}` ? [200, 200, 409, 409] : [409, 409, 200, 200];
  expect(statuses.filter((status) => status === 200).length).toBe(winner.account === `kpps-${kode}` ? 2 : 1);
  expect(statuses.slice(0, 2)).toEqual(expected.slice(0, 2));
});

test('a new photo after the confirmation is an amendment: back to status 2, the old figures stand until the next', async () => {
  await form.photograph();
  const { body } = await form.settled();
  const paper = truth(kode);
  const first = await form.confirm({ revision: 3, figures: corrections(body.figures, paper) });
  await server.upload({ username: `kpps-${kode}`, kode, page: 2, run: 'dua', photo: jpeg('foto baru') });
  expect(await form.status()).toBe(2);
  const { body: read } = await form.settled();
  expect(read.revision).toBe(5);
  expect(read.figures.find(({ id }: Figure) => id === 'votes.1').confirmed).toBe(paper.get('votes.1'));

  const old = await server.get(first.body.copy);
  expect(old.body.diubah).toEqual({ oleh: 'foto-baru', sejak: null });
  const stale = await form.confirm({ revision: 4, figures: {} });
  expect(stale.body.changes).toMatchObject([{ what: 'photo', page: 2, revision: 5 }]);

  const changed = new Map(paper)
    .set('votes.1', (paper.get('votes.1') ?? 0) + 1)
    .set('votes.2', (paper.get('votes.2') ?? 0) - 1);
  const second = await form.confirm({ revision: 5, figures: corrections(read.figures, changed) });
  expect([second.status, second.body.status]).toEqual([200, 3]);
  expect(second.body.copy).not.toBe(first.body.copy);
  const votes = ({ angka }: { angka: { id: string; nilai: number }[] }) =>
    angka.find(({ id }) => id === 'votes.1')?.nilai;
  const [before, now] = [(await server.get(first.body.copy)).body, (await server.get(second.body.copy)).body];
  expect([votes(before), votes(now)]).toEqual([paper.get('votes.1'), changed.get('votes.1')]);
  expect([before.diubah.oleh, now.diubah]).toEqual(['konfirmasi-baru', null]);

  const { entries, next } = (await form.history()).body;
  expect(next).toBeNull();
  expect(entries.map(({ what, revision }: { what: string; revision: number }) => [what, revision])).toEqual([
    ['photo', 1],
    ['photo', 2],
    ['photo', 3],
    ['confirmed', 4],
    ['photo', 5],
    ['confirmed', 6],
  ]);
  expect(entries.every(({ account }: { account: string }) => account === `kpps-${kode}`)).toBe(true);
  expect(entries[3].figures['votes.1']).toBe(paper.get('votes.1'));
  expect((await form.history('?after=4')).body.entries).toEqual(entries.slice(4));
});

describe('the witnesses’ copy', () => {
  test('is a page in Bahasa Indonesia or JSON, marked as a simulation, for whoever has the link and nobody else', async () => {
    await form.photograph();
    const { body } = await form.settled();
    const { copy } = (
      await form.confirm({ revision: body.revision, figures: corrections(body.figures, truth(kode)) })
    ).body;
    const json = await server.get(copy);
    expect(json.status).toBe(200);
    expect(json.body.simulasi).toContain('SIMULASI');
    const type = 'c-hasil-gubernur';
    const photos = (await form.history()).body.entries.filter(
      ({ what }: { what: string }) => what === 'photo',
    );
    expect(json.body).toMatchObject({ kode, dokumen: type, keputusan: 1, diubah: null, catatan: [] });
    expect(json.body.foto.map(({ sha256 }: { sha256: string }) => sha256)).toEqual(
      photos.map(({ sha256 }: { sha256: string }) => sha256),
    );
    const page = await call(server.url + copy, { headers: { accept: 'text/html,*/*' } });
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.body).toContain('SIMULASI');
    expect(page.body).toContain('<html lang="id">');
    expect(page.body).toContain('dikoreksi KPPS');
    const code = copy.slice(-22);
    for (const other of [
      copy.replace(/-1-/, '-2-'),
      copy.replace(
        code,
        code.replace(/^./, (c: string) => (c === 'A' ? 'B' : 'A')),
      ),
      '/salinan/x',
    ])
      expect((await server.get(other)).body.code).toBe('COPY_UNKNOWN');
  });
});

test.each([
  ['a pair too many', { 'votes.9': 1 }, 'FIGURE_UNKNOWN'],
  ['no figure of any form', { 'votes.a': 1 }, 'REQUEST_INVALID'],
  ['four digits', { 'votes.1': 1000 }, 'REQUEST_INVALID'],
  ['half a vote', { 'votes.1': 0.5 }, 'REQUEST_INVALID'],
])('%s is refused', async (_name, figures, code) => {
  await form.photograph();
  const { body } = await form.settled();
  expect((await form.confirm({ revision: body.revision, figures })).body.code).toBe(code);
});

test('a document without figures is no form, and an admin of the kota compares nothing', async () => {
  const path = `/api/v1/tps/${TPS}/documents`;
  const code = async (end: string, username: string) =>
    (await server.get(`${path}/${end}`, username)).body.code;
  expect(await code('daftar-hadir/reading', `kpps-${TPS}`)).toBe('NOT_A_FORM');
  expect(await code('c-hasil-presiden/reading', `kpps-${TPS}`)).toBe('DOCUMENT_UNKNOWN');
  expect(await code('c-hasil-gubernur/reading', 'kpps-1671011001002')).toBe('TPS_NOT_YOURS');
  expect(await code('c-hasil-gubernur/reading', 'kota-1671')).toBe('ROLE_FORBIDDEN');
  expect((await server.get(`${path}/daftar-hadir/history`, `kpps-${TPS}`)).body.entries).toEqual([]);
});
