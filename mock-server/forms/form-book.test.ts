import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { startServer } from '../server.ts';
import { jpeg } from '../testing/jpeg.ts';
import { formClient, smallForms } from '../testing/small-forms.ts';
import type { SmallPlan } from '../testing/small-plan.ts';
import { call, startTestServer, type TestServer, TPS } from '../testing/test-server.ts';

const FAST = {
  accuracy: 0.7,
  workers: 4,
  service: { distribution: 'constant' as const, meanMs: 1 },
  seed: 5,
};
const SLOW = { ...FAST, workers: 1, service: { ...FAST.service, meanMs: 60_000 } };
const FILE = `/pilkada/hhcw/pkwkp/16/1671/167101/1671011001/${TPS}.json`;

let server: TestServer | undefined;
afterEach(async () => {
  await server?.dispose();
  server = undefined;
});

const confirmed = async (of: TestServer, votes: number) => {
  const form = formClient(of);
  await form.photograph();
  const { body } = await form.settled();
  const figures = { 'votes.1': votes };
  const refused = await form.confirm({ revision: body.revision, figures });
  const despite = (refused.body.findings ?? []).map(({ code }: { code: string }) => code);
  return form.confirm({ revision: body.revision, figures, despite });
};

test('until it is read a form is pending, not in the results, and cannot be confirmed', async () => {
  server = await startTestServer({ plan: smallForms(), recognition: SLOW, publishEverySecond: 0 });
  const form = formClient(server);
  await form.photograph();
  const { body } = await form.reading();
  expect(body).toMatchObject({ state: 'pending', status: 2, revision: 3, findings: [] });
  expect(body.figures.every(({ read }: { read: unknown }) => read === null)).toBe(true);
  const refused = await form.confirm({ revision: 3, figures: {} });
  expect([refused.status, refused.body.code]).toEqual([409, 'READING_PENDING']);
  expect((await server.get(FILE)).body.status_suara).toBe(false);
  const metrics = (await server.get('/metrics')).body;
  expect(metrics).toContain('sirekap_recognition_queue_photos 2\n');
  expect(metrics).toContain('sirekap_recognition_busy_workers 1\n');
  expect(metrics).toContain('sirekap_recognition_workers 1\n');
});

test('with recognition off what is written is read at once', async () => {
  server = await startTestServer({ plan: smallForms(), publishEverySecond: 0 });
  const form = formClient(server);
  await form.photograph();
  const { body } = await form.reading();
  expect(body).toMatchObject({ state: 'read', findings: [] });
  expect(body.figures.find(({ id }: { id: string }) => id === 'votes.1')).toMatchObject({
    read: 100,
    confidence: 1,
  });
});

test('a restart has the same readings, decisions, status and results', async () => {
  server = await startTestServer({ plan: smallForms(), recognition: FAST, publishEverySecond: 0 });
  const answer = await confirmed(server, 123);
  expect(answer.body.status).toBe(3);
  await formClient(server, { type: 'c-hasil-walikota', pages: 2 }).photograph();
  await formClient(server, { type: 'c-hasil-walikota', pages: 2 }).settled();
  const other = `/api/v1/tps/${TPS}/documents/c-hasil-walikota/reading`;
  const all = async (of: TestServer) => ({
    reading: (await formClient(of).reading()).body,
    other: (await of.get(other, `kpps-${TPS}`)).body,
    history: (await formClient(of).history()).body,
    status: (await of.get(`/api/v1/tps/${TPS}/status`, `kpps-${TPS}`)).body,
    votes: (await of.get(FILE)).body.tungsura,
    sums: (await of.get('/pilkada/hhcw/pkwkk.json')).body.tungsura.chart,
    copy: (await of.get(answer.body.copy)).body,
    documents: (await of.get('/metrics')).body.match(/^sirekap_documents.*$/gm),
  });
  const before = await all(server);
  expect(before.votes.chart['1000001']).toBe(123);
  await server.close();
  const again = await startServer({
    planDir: join(server.folder, 'plan'),
    storePath: join(server.folder, 'store', 'uploads.sqlite'),
    port: 0,
    passwordCost: 0,
    recognition: FAST,
    publishEverySecond: 0,
  });
  const same: TestServer = { ...server, ...again };
  const token = await call(`${again.url}/api/v1/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: `kpps-${TPS}`, password: `rahasia kpps-${TPS}`, takeOver: true }),
  });
  same.get = async (path, username) =>
    call(
      again.url + path,
      username === undefined ? {} : { headers: { authorization: `Bearer ${token.body.token}` } },
    );
  expect(await all(same)).toEqual(before);
  await again.close();
});

test('a photo of another sheet must be taken anew; one that cannot be read may be typed', async () => {
  const recognition = { ...FAST, accuracy: 1 };
  server = await startTestServer({ plan: withPhotoMistakes(), recognition, publishEverySecond: 0 });
  const form = formClient(server);
  await form.photograph();
  const { body } = await form.settled();
  expect(body).toMatchObject({ state: 'unreadable', status: 2 });
  expect(body.pages).toEqual([
    { page: 1, state: 'read', saw: null },
    { page: 2, state: 'unreadable', saw: null },
    { page: 3, state: 'wrong-sheet', saw: { tps: '1671011001002', document: 'c-hasil-gubernur', page: 3 } },
  ]);
  expect((await form.confirm({ revision: 3, figures: {} })).body.code).toBe('SHEET_WRONG');
  expect((await server.get(FILE)).body.status_suara).toBe(false);
  await server.upload({ page: 3, run: 'ulang', photo: jpeg('ulang') });
  const { body: read } = await form.settled();
  expect(read.pages[2]).toEqual({ page: 3, state: 'read', saw: null });
  expect(read.findings).toEqual([
    { code: 'V502', rule: expect.any(String), figures: ['votes.1', 'votes.2', 'votes.3'] },
  ]);
  const typed = { 'votes.1': 100, 'votes.2': 50, 'votes.3': 9 };
  expect((await form.confirm({ revision: 4, figures: {} })).body.code).toBe('FIGURES_INCONSISTENT');
  expect((await form.confirm({ revision: 4, figures: typed })).body).toMatchObject({
    status: 3,
    revision: 5,
  });
  expect((await server.get(FILE)).body.tungsura.chart['1000002']).toBe(50);
  const metrics = (await server.get('/metrics')).body;
  expect(metrics).toContain('sirekap_recognition_results_total{outcome="wrong-sheet"} 1');
  expect(metrics).toContain('sirekap_recognition_results_total{outcome="unreadable"} 1');
  expect(metrics).toContain('sirekap_recognition_results_total{outcome="read"} 2');
  expect(metrics).toContain('sirekap_recognition_service_seconds_count 4');

  // Another document that shows the wrong sheet stays at status 2 until it is taken anew.
  const list = formClient(server, { type: 'daftar-hadir', pages: 1 });
  await list.photograph();
  expect(await list.status()).toBe(2);
  await server.upload({ type: 'daftar-hadir', run: 'ulang', photo: jpeg('ulang') });
  expect(await list.status()).toBe(3);
});

/** Of the first TPS: page 2 of C.Hasil is blurred, page 3 is another TPS's, the list is a page of C.Hasil. */
function withPhotoMistakes(): SmallPlan {
  const { plan, tps, accounts } = smallForms();
  const carried = { ...plan, mistakes: plan.mistakes.map((each) => ({ ...each, carried: true })) };
  const sha256 = (text: string) => createHash('sha256').update(jpeg(text)).digest('hex');
  const lines = tps.map((line, i) => {
    if (i > 0) return line;
    const documents = line.documents.map(({ type, pages }) => ({
      type,
      pages,
      photos: Array.from({ length: pages }, (_, p) => {
        const own = sha256(`satu ${type} ${p + 1}`);
        const takes = { 'round-1': own, retest: own, 'round-2': own };
        return { page: p + 1, photo: 0, bytes: 1, sha256: takes };
      }),
    }));
    const document = 'c-hasil-gubernur';
    return {
      ...line,
      documents,
      mistakes: [
        { kind: 'blurred' as const, document, page: 2 },
        {
          kind: 'other-tps' as const,
          document,
          page: 3,
          instead: { tps: '1671011001002', document, page: 3 },
        },
        {
          kind: 'wrong-sheet' as const,
          document: 'daftar-hadir',
          page: 1,
          instead: { tps: TPS, document, page: 1 },
        },
      ],
    };
  });
  return { plan: carried, tps: lines, accounts };
}
