import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { offer } from '../capacity/testing/offer.ts';
import { passwordOf, smallElections, smallPlan } from '../testing/small-plan.ts';
import { call, startTestServer, type TestServer, TPS } from '../testing/test-server.ts';
import { applyPreset, type PlanDemand } from './apply-preset.ts';
import { listPresets, loadPreset } from './load-preset.ts';

const HOUR = 3600;
/** 4,800 accounts in an hour; at the peak 0.1 TPS a second with four uploads each, five pages of C.Hasil among all. */
const DEMAND: PlanDemand = (() => {
  const { plan } = smallElections(smallPlan());
  const knots = [
    { second: 0, rate: 0 },
    { second: HOUR, rate: 100_000 },
    { second: 2 * HOUR, rate: 0 },
  ];
  const workload = { ...plan.workload, arrivals: { ...plan.workload.arrivals, knots } };
  const counts = { ...plan.counts, accounts: 4800, tps: 2000, pages: 8000 };
  return { counts, workload, documentProfile: plan.documentProfile };
})();

let server: TestServer | undefined;
afterEach(async () => {
  await server?.dispose();
  server = undefined;
});

/** A server of the preset; the demand is that of {@link DEMAND}, not of its own small plan. */
const serve = async (name: string, speed: number): Promise<TestServer> => {
  const { capacity, faults, passwordCost } = applyPreset(loadPreset(name), DEMAND, speed, 1);
  server = await startTestServer({ capacity, faults, passwordCost });
  return server;
};

const login = ({ url }: TestServer, username = `kpps-${TPS}`): Promise<number | null> =>
  call(`${url}/api/v1/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: passwordOf(username) }),
  }).then(
    ({ status }) => status,
    () => null,
  );

/** Logins at a constant rate, whatever becomes of them: their status, null for a broken connection, and their seconds. */
const loginStorm = async (target: TestServer, perSecond: number, seconds: number) => {
  const begin = performance.now();
  const logins = Array.from({ length: Math.round(perSecond * seconds) }, async (_, i) => {
    await setTimeout(Math.max(0, (i * 1000) / perSecond - (performance.now() - begin)));
    const start = performance.now();
    return { status: await login(target), seconds: (performance.now() - start) / 1000 };
  });
  return Promise.all(logins);
};

describe('the presets that come with the toolkit', () => {
  test('are these, each under its own name', () => {
    expect(listPresets()).toEqual(['healthy', 'login-storm-2024-10-13', 'overload-2024-02-14']);
    for (const name of listPresets()) expect(loadPreset(name).name).toBe(name);
  });

  test.each([60, 400, 1000])('demand is the preset’s multiple of capacity, at speed %i too', (speed) => {
    for (const name of listPresets()) {
      const preset = loadPreset(name);
      const { utilisation, capacity } = applyPreset(preset, DEMAND, speed, 1);
      // Workers are whole.
      const rounding = 0.5 / capacity.workers;
      expect(Math.abs(utilisation / preset.capacity.utilisation.value - 1), name).toBeLessThanOrEqual(
        rounding + 1e-9,
      );
    }
  });

  test.each([60, 400])(
    'photos come as the preset’s multiple of what can be read, at speed %i too',
    (speed) => {
      const photosPerSecond = speed * 0.1 * 5;
      for (const name of ['healthy', 'overload-2024-02-14']) {
        const preset = loadPreset(name);
        const { recognition } = applyPreset(preset, DEMAND, speed, 1);
        if (!recognition || !preset.recognition) throw new Error(`${name} does not read`);
        const { workers, service, accuracy } = recognition;
        const utilisation = (photosPerSecond * service.meanMs) / 1000 / workers;
        const wanted = preset.recognition.utilisation.value;
        expect(Math.abs(utilisation / wanted - 1), name).toBeLessThanOrEqual(0.5 / workers + 1e-9);
        expect(accuracy).toBe(preset.recognition.accuracy.value);
      }
      expect(applyPreset(loadPreset('login-storm-2024-10-13'), DEMAND, speed, 1).recognition).toBeNull();
    },
  );

  test('the storm serves a third of the logins that come, and no more', () => {
    const { capacity } = applyPreset(loadPreset('login-storm-2024-10-13'), DEMAND, 400, 1);
    const perSecond = (400 * 4800) / HOUR;
    const fast = { ...capacity, service: { ...capacity.service, upload: capacity.service.login } };
    const { served, full, timeout } = offer(fast, perSecond, 60);
    expect(served / (served + full + timeout)).toBeCloseTo(1 / 3, 1);
  });
});

test('healthy: a burst of logins as the plan has it, and every one of them gets in at once', async () => {
  const speed = 60;
  const storm = await loginStorm(await serve('healthy', speed), (speed * 4800) / HOUR, 2);
  expect(storm.map(({ status }) => status)).toEqual(Array(160).fill(200));
  expect(storm.map(({ seconds }) => seconds).sort((a, b) => a - b)[80]).toBeLessThan(0.5);
});

test('13 October: logins fail in the hour, and work again from what would be 16:00', async () => {
  const speed = 1800;
  const storm = await loginStorm(await serve('login-storm-2024-10-13', speed), 80, 2);
  const failed = storm.filter(({ status }) => status !== 200);
  expect(failed.length).toBeGreaterThan(storm.length / 2);
  expect(failed.some(({ status }) => status === null)).toBe(true);
  await setTimeout((3 * HOUR * 1000) / speed);
  expect(await login(server as TestServer)).toBe(200);
});

test('13 October: before it goes down it is slow and refuses', async () => {
  const speed = 60;
  const storm = await loginStorm(await serve('login-storm-2024-10-13', speed), (speed * 4800) / HOUR, 5);
  expect(new Set(storm.map(({ status }) => status))).toEqual(new Set([200, 503]));
  const served = storm.filter(({ status }) => status === 200).map(({ seconds }) => seconds);
  expect(Math.max(...served)).toBeGreaterThan(1.5);
});

test('14 February: whoever was in is ejected, again and again, and a document takes long', async () => {
  const speed = 3600;
  const target = await serve('overload-2024-02-14', speed);
  await target.token(`kpps-${TPS}`);
  const begin = performance.now();
  // 16:00 to 24:00 of plan time, an hour a second: the store is slow.
  await setTimeout(3500);
  expect((await target.get('/api/v1/tps', `kpps-${TPS}`)).body.code).toBe('TOKEN_INVALID');
  expect(await login(target)).toBe(200);
  const { body } = await call(`${target.url}/api/v1/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'kota-1671', password: passwordOf('kota-1671') }),
  });
  await setTimeout(5500 - (performance.now() - begin));
  const again = await call(`${target.url}/api/v1/tps`, {
    headers: { authorization: `Bearer ${body.token}` },
  });
  expect(again.body.code).toBe('TOKEN_INVALID');
  const fresh = await call(`${target.url}/api/v1/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: `kpps-${TPS}`, password: passwordOf(`kpps-${TPS}`) }),
  });
  const start = performance.now();
  const upload = await target.upload({ headers: { authorization: `Bearer ${fresh.body.token}` } });
  expect(upload.status).toBe(201);
  expect(performance.now() - start).toBeGreaterThan(1500);
});

describe('a file of one’s own', () => {
  const write = (text: string): string => {
    folder = mkdtempSync(join(tmpdir(), 'uji-beban-preset-'));
    const file = join(folder, 'own.yaml');
    writeFileSync(file, text);
    return file;
  };
  let folder = '';
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('is read', () => {
    expect(loadPreset(write(JSON.stringify(loadPreset('healthy'))))).toEqual(loadPreset('healthy'));
  });

  test.each([
    [
      'a figure without a source',
      (text: string) => text.replace(/"source": "assumed: a third[^"]*"/, '"source": ""'),
    ],
    ['an assumption without a reason', (text: string) => text.replace('assumed: a third', 'a third')],
    ['a field that does not exist', (text: string) => text.replace('"phase"', '"face"')],
    ['a broken file', (text: string) => text.slice(0, 100)],
  ])('%s is refused with its place', (_, spoil) => {
    const file = write(spoil(JSON.stringify(loadPreset('healthy'), null, 1)));
    expect(() => loadPreset(file)).toThrow(/own\.yaml:\d+:\d+ /);
  });

  test('a fault without what its type needs is refused by name', () => {
    const preset = loadPreset('overload-2024-02-14');
    const [slow] = preset.timeline.filter(({ type }) => type === 'slow-store');
    const { delayMs: _, ...without } = slow as NonNullable<typeof slow>;
    expect(() => applyPreset({ ...preset, timeline: [without] }, DEMAND, 1, 1)).toThrow(
      /slow-store of preset/,
    );
  });

  test('a name that is nearly one is told the right one', () => {
    expect(() => loadPreset('helthy')).toThrow(/did you mean healthy/);
  });
});
