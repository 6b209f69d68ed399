import { afterAll, beforeAll, expect, test } from 'vitest';
import { METRICS } from '../metrics/names.ts';
import { PAGES_PER_TPS, SMALL_DOCUMENTS } from '../testing/small-plan.ts';
import { call, startTestServer, type TestServer, TPS } from '../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  for (const { type, pages } of SMALL_DOCUMENTS)
    for (let page = 1; page <= pages; page++) await server.upload({ type, page });
  await server.upload();
  await call(`${server.url}/api/v1/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"username":"a","password":"b"}',
  });
});
afterAll(() => server.dispose());

const metrics = async (): Promise<string> => (await server.get('/metrics')).body;

test('every metric that the dashboards may name is there', async () => {
  const text = await metrics();
  const { processPrefix, uploadsRejected, ...names } = METRICS;
  for (const name of Object.values(names))
    expect(text).toMatch(new RegExp(`^${name}(_bucket|_count)?[{ ]`, 'm'));
  expect(text).toContain(`# TYPE ${uploadsRejected} counter`);
  expect(text).toMatch(new RegExp(`^${processPrefix}process_cpu_seconds_total `, 'm'));
});

test('they count what happened', async () => {
  const text = await metrics();
  const upload = '/api/v1/tps/:kode/documents/:type/pages/:page';
  expect(text).toContain(
    `sirekap_http_requests_total{route="${upload}",method="POST",status="2xx"} ${PAGES_PER_TPS + 1}`,
  );
  expect(text).toContain('sirekap_uploads_stored_total{document="c-hasil-gubernur"} 3');
  expect(text).toContain('sirekap_uploads_repeated_total 1');
  expect(text).toContain('sirekap_logins_total{result="rejected"} 1');
  expect(text).toContain('sirekap_tps_complete{kecamatan="167101",name="ILIR BARAT II"} 1');
  expect(text).toContain('sirekap_tps_complete{kecamatan="167102",name="SEBERANG ULU I"} 0');
  const documents = (kecamatan: string, name: string, status: number) =>
    `sirekap_documents{kecamatan="${kecamatan}",name="${name}",status="${status}"}`;
  // Of 4 TPS with 4 documents each, all of one TPS are here; this plan has no C.Hasil to confirm.
  expect(text).toContain(`${documents('167101', 'ILIR BARAT II', 0)} 12`);
  expect(text).toContain(`${documents('167101', 'ILIR BARAT II', 3)} 4`);
  expect(text).toContain(`${documents('167102', 'SEBERANG ULU I', 0)} 8`);
  expect(text).toContain(`sirekap_store_commit_uploads_sum ${PAGES_PER_TPS + 1}`);
});

test('what clients make up never becomes a label', async () => {
  for (let i = 0; i < 20; i++) {
    await call(`${server.url}/scan/${i}`);
    await call(`${server.url}/scan/${i}`, { method: 'DELETE' });
    await server.get(`/api/v1/tps/16710${10000000 + i}/status`, `kpps-${TPS}`);
  }
  const text = await metrics();
  expect(text).not.toContain('scan');
  expect(text).toContain('{route="unknown",method="unknown",status="4xx"} 40');
  expect(text).toContain('{route="/api/v1/tps/:kode/status",method="GET",status="4xx"} 20');
});
