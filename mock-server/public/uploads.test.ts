import { afterAll, beforeAll, expect, test } from 'vitest';
import { smallElections, smallPlan } from '../testing/small-plan.ts';
import { startTestServer, type TestServer, TPS } from '../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ publishEverySecond: 0, plan: smallElections(smallPlan()) });
});
afterAll(() => server.dispose());

test('an upload that is acknowledged is in the results', async () => {
  const progres = async () => (await server.get('/pilkada/hhcw/pkwkp.json')).body.progres;
  for (const page of [1, 2]) await server.upload({ page });
  expect(await progres()).toEqual({ total: 6, progres: 0 });
  expect((await server.upload({ page: 3 })).status).toBe(201);
  expect(await progres()).toEqual({ total: 6, progres: 1 });
  const path = `/pilkada/hhcw/pkwkp/16/1671/167101/1671011001/${TPS}.json`;
  expect((await server.get(path)).body.tungsura.chart).toEqual({ 1000001: 100, 1000002: 50, 1000003: 9 });
});
