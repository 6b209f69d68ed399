import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PACKAGE_ROOT } from '../../fixtures/package-root.ts';
import type { AttemptLine } from '../../scenarios/journal-line.ts';
import type { Verdict } from '../evidence/types.ts';
import { locateK6 } from '../k6/locate.ts';
import { k6Environment } from '../k6/version.ts';
import type { RunRecord } from '../run-folder/types.ts';
import { faultsOfFile } from '../schemas/testing/faults.ts';
import { type Running, scratchFolder, start, startMockServer, stop, ujiBeban } from './command-line.ts';
import { countConnections } from './network/connection-counter.ts';
import { type HttpFront, startFront } from './network/http-front.ts';
import { k6Of } from './processes.ts';

/**
 * No packet leaves this machine here: `sirekap.uji.test` is a host that no name service knows, so an authorisation alone says
 * that it is at 127.0.0.5; 127.0.0.9 stands for everywhere else.
 */
const HOST = 'sirekap.uji.test';
const INSIDE = '127.0.0.5';
const ELSEWHERE = '127.0.0.9';

const scratch = scratchFolder();
const { at, json } = scratch;
const plan = at('plan');
let mock: Running & { url: string };
let front: HttpFront;

beforeAll(async () => {
  const generated = await ujiBeban('generate', '--region', 'palembang', '--photos', 'pool:2', '--out', plan);
  expect(generated).toMatchObject({ code: 0 });
  mock = await startMockServer(plan, at('store.sqlite'));
  front = await startFront({ address: INSIDE, target: mock.url });
});

afterAll(async () => {
  front.close();
  await stop(mock);
  scratch.cleanUp();
});

interface Permitted {
  host?: string;
  port?: number;
  address?: string;
  forMs?: number;
  requestsPerSecond?: number;
  accounts?: number;
  proxies?: object[];
}

function authorise(name: string, permitted: Permitted = {}): string {
  const { host = HOST, port = front.port, address = INSIDE, forMs = 3_600_000 } = permitted;
  const file = at(`${name}.json`);
  writeFileSync(
    file,
    JSON.stringify({
      formatVersion: 1,
      kind: 'authorisation',
      reference: '012/PL.02/2024',
      authorisedBy: { name: 'Siti Aminah', office: 'Kepala Pusdatin' },
      targets: [{ host, port, addresses: [address] }],
      window: {
        from: new Date(Date.now() - 60_000).toISOString(),
        to: new Date(Date.now() + forMs).toISOString(),
      },
      maximum: {
        requestsPerSecond: permitted.requestsPerSecond ?? 500,
        accounts: permitted.accounts ?? 4831,
      },
      ...(permitted.proxies === undefined ? {} : { proxies: permitted.proxies }),
    }),
  );
  return file;
}

function runArguments(out: string, authorisation: string | null, ...more: string[]): string[] {
  return [
    ...['run', '--plan', plan, '--workload', 'smoke', '--target', `http://${HOST}:${front.port}`],
    ...['--speed', '400', '--stop-file', at('stop'), '--out', at(out)],
    ...(authorisation === null ? [] : ['--authorisation', authorisation]),
    ...more,
  ];
}

function attemptsOf(out: string): AttemptLine[] {
  return readFileSync(at(out, 'journal.ndjson'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as AttemptLine)
    .filter(({ kind }) => kind === 'attempt');
}

describe('without an authorisation for it', () => {
  it('a host that is not this machine gets not one packet from the command', async () => {
    const { requests } = front;
    const none = await ujiBeban(...runArguments('none', null));
    expect(none).toMatchObject({ code: 13, stderr: expect.stringContaining('nothing was sent') });
    const other = await ujiBeban(...runArguments('other', authorise('other', { host: 'other.uji.test' })));
    expect(other).toMatchObject({ code: 13, stderr: expect.stringMatching(/is not in authorisation 012/) });
    const port = await ujiBeban(...runArguments('port', authorise('port', { port: 1 })));
    expect(port.code).toBe(13);
    const check = await ujiBeban(
      'target',
      'check',
      '--target',
      `http://${HOST}:${front.port}`,
      '--plan',
      plan,
    );
    expect(check.code).toBe(13);
    expect(front.requests).toBe(requests);
  });

  it('nor from the scenario, which looks for itself', async () => {
    const { requests } = front;
    const { path } = await locateK6({ build: false });
    const script = join(PACKAGE_ROOT, 'scenarios', 'smoke.ts');
    const k6 = (...env: string[]) =>
      promisify(execFile)(
        path,
        ['run', '--quiet', '-e', `PLAN=${plan}`, ...env.flatMap((text) => ['-e', text]), script],
        { env: k6Environment() },
      );
    const target = `TARGET=http://${HOST}:${front.port}`;
    await expect(k6(target)).rejects.toMatchObject({
      code: 107,
      stderr: expect.stringContaining('loopback only'),
    });
    // As it is given by an operator it names no addresses that k6 could hold itself to, or another host.
    const other = authorise('scenario-other', { host: 'other.uji.test' });
    await expect(k6(target, `AUTHORISATION=${other}`)).rejects.toMatchObject({
      code: 107,
      stderr: expect.stringContaining('is not in authorisation 012'),
    });
    expect(front.requests).toBe(requests);
  });

  it('nor from k6, whatever a name service or a redirect says', async () => {
    const elsewhere = await countConnections(ELSEWHERE);
    const redirecting = createServer((_request, answer) => {
      answer.writeHead(307, { location: `http://${ELSEWHERE}:${elsewhere.port}/` }).end();
    }).listen(0, INSIDE);
    await once(redirecting, 'listening');
    try {
      const { path } = await locateK6({ build: false });
      const asked = async (name: string, port: number, hosts: Record<string, string>) => {
        const permission = at(`${name}.json`);
        writeFileSync(
          permission,
          JSON.stringify({
            ...json<object>('other.json'),
            targets: [{ host: HOST, port, addresses: [INSIDE], pinned: false }],
            proxies: [],
            stopWhen: null,
          }),
        );
        const config = at(`${name}-k6.json`);
        writeFileSync(config, JSON.stringify({ hosts }));
        const answers = at(`${name}.ndjson`);
        const env = [`PLAN=${plan}`, `TARGET=http://${HOST}:${port}`, `AUTHORISATION=${permission}`];
        await promisify(execFile)(
          path,
          [
            ...['run', '--quiet', '--config', config, '--log-format', 'raw', '--console-output', answers],
            ...env.flatMap((text) => ['-e', text]),
            join(PACKAGE_ROOT, 'scenarios', 'target-tasks', 'health.ts'),
          ],
          { env: k6Environment() },
        );
        const lines = readFileSync(answers, 'utf8').trimEnd().split('\n');
        return lines.map((line) => JSON.parse(line)).find(({ kind }) => kind === 'health');
      };
      // The name leads elsewhere than the authorisation says: k6's error 1110 is its own refusal to connect.
      expect(await asked('misled', elsewhere.port, { [HOST]: ELSEWHERE })).toMatchObject({
        answer: { status: 0, errorCode: 'k6:1110' },
      });
      const { port } = redirecting.address() as AddressInfo;
      expect(await asked('redirected', port, { [HOST]: INSIDE })).toMatchObject({
        answer: { status: 307, errorClass: 'http-4xx' },
      });
      expect(elsewhere.connections).toBe(0);
    } finally {
      elsewhere.close();
      redirecting.close();
    }
  });
});

describe('with an authorisation', () => {
  it('a run goes to its host, and everything about it is in the run folder and the report', async () => {
    const { requests } = front;
    const ran = await ujiBeban(...runArguments('permitted', authorise('permitted')));
    expect(ran.code, ran.stdout + ran.stderr).toBe(0);
    expect(front.requests - requests).toBeGreaterThan(360);
    const record = json<RunRecord>('permitted', 'run.json');
    expect(record.authorisation).toMatchObject({
      reference: '012/PL.02/2024',
      targets: [{ host: HOST, port: front.port, addresses: [INSIDE], pinned: true }],
      maximum: { requestsPerSecond: 500, accounts: 4831 },
      planned: { accounts: 120 },
      observed: { accounts: expect.any(Number) },
    });
    expect(faultsOfFile('run', at('permitted', 'run.json'))).toEqual([]);
    expect(faultsOfFile('authorisation.run', at('permitted', 'authorisation.json'))).toEqual([]);
    expect(faultsOfFile('authorisation', at('permitted.json'))).toEqual([]);
    expect((await ujiBeban('audit', at('permitted'))).code).toBe(0);
    const judged = await ujiBeban('verdict', at('permitted'));
    expect(judged.code, judged.stdout).toBe(0);
    const { validity } = json<Verdict>('permitted', 'verdict.json');
    expect(validity.find(({ name }) => name === 'within-authorisation')).toMatchObject({ ok: true });
    expect((await ujiBeban('report', at('permitted'), '--lang', 'en')).stdout).toContain(
      'Authorisation: 012/PL.02/2024, Siti Aminah',
    );
    const html = readFileSync(at('permitted', 'report.html'), 'utf8');
    for (const text of ['012/PL.02/2024', 'Kepala Pusdatin', `${HOST}:${front.port} (${INSIDE})`])
      expect(html).toContain(text);
  });

  it('more than it permits is refused before anything is sent', async () => {
    const { requests } = front;
    const fast = await ujiBeban(...runArguments('fast', authorise('fast', { requestsPerSecond: 5 })));
    expect(fast).toMatchObject({
      code: 13,
      stderr: expect.stringMatching(/permits 5; nothing was sent[\s\S]*--speed \d/),
    });
    const many = await ujiBeban(...runArguments('many', authorise('many', { accounts: 119 })));
    expect(many).toMatchObject({ code: 13, stderr: expect.stringMatching(/120 accounts.*permits 119/) });
    const late = await ujiBeban(...runArguments('late', authorise('late', { forMs: -1000 })));
    expect(late).toMatchObject({ code: 13, stderr: expect.stringMatching(/is for .*; it is /) });
    expect(front.requests).toBe(requests);
  });

  it('a run is stopped when its window ends, and nothing is sent from then on', async () => {
    const running = start(runArguments('window', authorise('window', { forMs: 20_000 }), '--speed', '30'));
    await running.until(/logins [1-9]/);
    expect((await running.ended).code).toBe(19);
    const { stop: stopped, authorisation } = json<RunRecord>('window', 'run.json');
    const end = Date.parse(authorisation?.window.to ?? '');
    expect(stopped).toMatchObject({ cause: 'window', by: 'authorisation 012/PL.02/2024' });
    expect(Date.parse(stopped?.endedAt ?? '') - end).toBeLessThan(2000);
    expect(front.lastAt).toBeLessThanOrEqual(end + 50);
    expect(Math.max(...attemptsOf('window').map(({ startedAt }) => startedAt))).toBeLessThan(end);
  });

  it('k6 stops by itself when nobody watches over it any more', async () => {
    const running = start(runArguments('alone', authorise('alone', { forMs: 20_000 }), '--speed', '30'));
    await running.until(/logins [1-9]/);
    const [k6] = k6Of(running.child.pid as number);
    expect(k6).toBeDefined();
    // Hung, not dead: the watchdog sees nothing amiss.
    running.child.kill('SIGSTOP');
    const end = Date.parse(json<RunRecord>('alone', 'run.json').authorisation?.window.to ?? '');
    while (Date.now() < end + 2000) await new Promise((resolve) => setTimeout(resolve, 100));
    expect(front.lastAt).toBeLessThanOrEqual(end + 50);
    running.child.kill('SIGCONT');
    expect((await running.ended).code).toBe(19);
    expect(json<RunRecord>('alone', 'run.json')).toMatchObject({
      state: 'stopped',
      stop: { cause: 'window' },
    });
  });

  it('attempts that are repeated too often: held below the maximum, and stopped', async () => {
    const cameAt: number[] = [];
    const failing = createServer((request, answer) => {
      request.resume();
      if (request.url === '/healthz') {
        answer.end('{"status":"ok","simulator":true}');
        return;
      }
      cameAt.push(Date.now());
      answer.writeHead(503).end();
    }).listen(0, INSIDE);
    await once(failing, 'listening');
    try {
      const { port } = failing.address() as AddressInfo;
      const authorisation = authorise('repeated', { port, requestsPerSecond: 70 });
      const target = `http://${HOST}:${port}`;
      const ran = await ujiBeban(...runArguments('repeated', authorisation, '--target', target));
      expect(ran.code, ran.stdout + ran.stderr).toBe(19);
      expect(json<RunRecord>('repeated', 'run.json').stop).toMatchObject({
        cause: 'rate',
        reason: expect.stringContaining('70 are permitted'),
      });
      // k6's own limiter. What a busy machine holds back for a moment comes in a heap, so it is counted from start to end.
      const second = ((cameAt.at(-1) ?? 0) - (cameAt[0] ?? 0)) / 1000;
      expect(cameAt.length).toBeGreaterThan(70);
      expect(cameAt.length).toBeLessThanOrEqual(70 * (second + 0.25));
    } finally {
      failing.close();
    }
  });

  it('a proxy stands in between only where it is named', async () => {
    const proxy = await startFront({ address: '127.0.0.7', target: mock.url });
    const HTTP_PROXY = `http://127.0.0.7:${proxy.port}`;
    try {
      const refused = start(runArguments('proxy-unnamed', authorise('proxy-unnamed')), undefined, {
        HTTP_PROXY,
      });
      expect(await refused.ended).toMatchObject({
        code: 13,
        stderr: expect.stringMatching(/HTTP_PROXY sends requests through 127\.0\.0\.7/),
      });
      expect(proxy.requests).toBe(0);
      const { requests } = front;
      const proxies = [{ host: '127.0.0.7', port: proxy.port }];
      const named = start(runArguments('proxy', authorise('proxy', { proxies })), undefined, { HTTP_PROXY });
      const ended = await named.ended;
      expect(ended.code, ended.stdout + ended.stderr).toBe(0);
      expect(proxy.requests).toBeGreaterThan(360);
      expect(front.requests).toBe(requests);
    } finally {
      proxy.close();
    }
  });
});
