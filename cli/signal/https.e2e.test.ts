import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { request as httpRequest, type RequestListener } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { TLSSocket } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PACKAGE_ROOT, TOOLKIT } from '../../fixtures/package-root.ts';
import { generatePlan } from '../../fixtures/plan/generate.ts';
import { linkFigures, uploadMs } from '../../fixtures/signal/links.ts';
import { inventRegion } from '../../fixtures/testing/region.ts';
import type { AttemptLine } from '../../scenarios/journal-line.ts';
import type { Permission } from '../../scenarios/permission/permission.ts';
import { type Running, scratchFolder, startMockServer, startProgram, stop } from '../e2e/command-line.ts';
import type { Audit } from '../evidence/types.ts';
import { locateK6 } from '../k6/locate.ts';
import { k6Environment } from '../k6/version.ts';
import { openProxy } from './open-proxies.ts';
import { linksFile } from './play-signal.ts';
import { makeCertificates } from './testing/certificates.ts';
import { locateToxiproxy } from './toxiproxy-binary.ts';
import { startToxiproxy, type ToxiproxyProcess } from './toxiproxy-process.ts';

const scratch = scratchFolder();
const { at } = scratch;
const certificates = makeCertificates(scratch.path, ['sirekap.test', 'localhost']);
/** Go, and so k6, takes further authorities from a file; so does Node. */
const trusting = {
  ...process.env,
  SSL_CERT_FILE: certificates.authority,
  NODE_EXTRA_CA_CERTS: certificates.authority,
};

/** Stands for the machine that an authorisation names: it is on loopback, but not where the proxies listen. */
const PERMITTED = '127.0.0.2';

let front: Server;
let permittedFront: Server;
let port: number;
let mock: (Running & { url: string }) | undefined;
const met: { host: string | undefined; servername: string | false | undefined }[] = [];

beforeAll(async () => {
  const region = inventRegion({ tps: [[5]], dpt: 2000 });
  const photos = { mode: 'pool' as const, size: 2, sensor: 'published' as const };
  await generatePlan({ region, seed: 7, out: at('plan'), photos, toolkit: TOOLKIT });
  mock = await startMockServer(at('plan'), at('store.sqlite'));
  const behind = mock.url;
  const pass: RequestListener = (request, response) => {
    const { servername } = request.socket as TLSSocket & { servername?: string | false };
    met.push({ host: request.headers.host, servername });
    const passed = httpRequest(
      `${behind}${request.url}`,
      // A connection for each: one that is kept, or waits for a body that never comes, would keep the mock from ending.
      { method: request.method, headers: request.headers, agent: false },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    passed.on('error', () => response.destroy());
    request.on('close', () => {
      if (!request.complete) passed.destroy();
    });
    request.pipe(passed);
  };
  front = createServer(certificates, pass).listen(0, '127.0.0.1');
  await once(front, 'listening');
  ({ port } = front.address() as AddressInfo);
  permittedFront = createServer(certificates, pass).listen(port, PERMITTED);
  await once(permittedFront, 'listening');
});

afterAll(async () => {
  for (const server of [front, permittedFront]) {
    server.closeAllConnections();
    server.close();
  }
  await stop(mock);
  scratch.cleanUp();
});

describe('links in front of an https target', () => {
  it('a whole run over one, by the target’s own name and certificate', async () => {
    met.length = 0;
    const main = join(PACKAGE_ROOT, 'cli', 'main.ts');
    const options = ['--plan', at('plan'), '--target', `https://localhost:${port}`, '--out', at('run')];
    const run = ['run', '--workload', 'smoke', '--signal', '3g', '--speed', '400', ...options];
    const ran = await startProgram(process.execPath, [main, ...run], { env: trusting }).ended;
    expect(ran.code, ran.stdout + ran.stderr).toBe(0);
    const audited = await startProgram(process.execPath, [main, 'audit', at('run')], { env: trusting }).ended;
    expect(audited.code, audited.stdout + audited.stderr).toBe(0);
    const audit = JSON.parse(readFileSync(at('run', 'audit.json'), 'utf8')) as Audit;
    expect(audit).toMatchObject({ planned: 20, stored: 20 });
    const uploads = readFileSync(at('run', 'journal.ndjson'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as AttemptLine)
      .filter(({ operation, acknowledged }) => operation === 'upload' && acknowledged);
    expect(uploads).toHaveLength(20);
    for (const { durationMs, bytes, link } of uploads) {
      expect(link).toBe('3g');
      expect(durationMs).toBeGreaterThan(0.95 * uploadMs(linkFigures('3g'), bytes));
    }
    for (const { host, servername } of met)
      expect({ host, servername }).toEqual({ host: `localhost:${port}`, servername: 'localhost' });
  });
});

describe('links in front of a target that an authorisation names', () => {
  it('reach it by the address that was permitted, and nothing else', async () => {
    met.length = 0;
    const main = join(PACKAGE_ROOT, 'cli', 'main.ts');
    const targets = [{ host: 'sirekap.test', port, addresses: [PERMITTED] }];
    const hour = 3_600_000;
    const authorisation = {
      formatVersion: 1,
      kind: 'authorisation',
      reference: 'uji',
      authorisedBy: { name: 'Siti', office: 'Pusdatin' },
      targets,
      window: {
        from: new Date(Date.now() - hour).toISOString(),
        to: new Date(Date.now() + hour).toISOString(),
      },
      maximum: { requestsPerSecond: 10_000, accounts: 1000 },
    };
    writeFileSync(at('izin.json'), JSON.stringify(authorisation));
    const options = [
      '--plan',
      at('plan'),
      '--target',
      `https://sirekap.test:${port}`,
      '--out',
      at('permitted'),
    ];
    const permission = ['--authorisation', at('izin.json')];
    const run = ['run', '--workload', 'smoke', '--signal', '3g', '--speed', '400', ...permission, ...options];
    const ran = await startProgram(process.execPath, [main, ...run], { env: trusting }).ended;
    expect(ran.code, ran.stdout + ran.stderr).toBe(0);
    const uploads = readFileSync(at('permitted', 'journal.ndjson'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as AttemptLine)
      .filter(({ operation, acknowledged }) => operation === 'upload' && acknowledged);
    expect(uploads).toHaveLength(20);
    for (const { link } of uploads) expect(link).toBe('3g');
    expect(met.length).toBeGreaterThan(20);
    for (const { host, servername } of met)
      expect({ host, servername }).toEqual({ host: `sirekap.test:${port}`, servername: 'sirekap.test' });
  });
});

describe('a name that leads to the proxies by k6’s hosts alone', () => {
  let toxiproxy: ToxiproxyProcess;
  beforeAll(async () => {
    toxiproxy = await startToxiproxy(await locateToxiproxy({ build: true }), at('toxiproxy.log'));
  });
  afterAll(() => toxiproxy.stop());

  /** What one login over a proxy in front of `https://<name>` comes to, as the scripts' own modules do it. */
  async function loginAt(name: string): Promise<{ status: number; link: string; errorClass: string | null }> {
    const target = `https://${name}:${port}`;
    const needed = { name: `${name}-3g@999901`, link: '3g' as const, kecamatan: '999901' };
    const ends = { listen: '127.0.0.1', upstream: `127.0.0.1:${port}` };
    const proxy = await openProxy(toxiproxy.client, needed, ends);
    const links = {
      proxies: [proxy],
      otherwise: null,
      kecamatan: { '999901': proxy.name },
      tps: [],
      slow: { sessions: 0, second: 0 },
      felt: [],
      counts: { good: 0, none: 0, edge: 0, '3g': 1, '4g-congested': 0 },
    };
    const permission: Permission = {
      formatVersion: 1,
      kind: 'authorisation',
      reference: 'uji',
      authorisedBy: { name: 'Siti', office: 'Pusdatin' },
      targets: [{ host: name, port, addresses: [PERMITTED], pinned: true }],
      window: { from: '2024-01-01T00:00:00Z', to: '9999-01-01T00:00:00Z' },
      maximum: { requestsPerSecond: 100, accounts: 1 },
      proxies: [],
      stopWhen: null,
    };
    writeFileSync(at('authorisation.json'), JSON.stringify(permission));
    writeFileSync(at('links.json'), JSON.stringify(linksFile(target, links, [proxy])));
    const scenarios = join(PACKAGE_ROOT, 'scenarios');
    writeFileSync(
      at('login.ts'),
      `import { networkOptions } from '${scenarios}/init-stage/network-options.ts';
import { readSettings } from '${scenarios}/init-stage/settings.ts';
import { targetOverLinks } from '${scenarios}/signal/linked-target.ts';
import { openTarget } from '${scenarios}/targets/open-target.ts';
import { mockAdapter } from '${scenarios}/targets/whole-mock.ts';
const { environment, links } = readSettings(__ENV);
const openAt = (at) => openTarget(mockAdapter, environment, 10, null, at);
const targetOf = targetOverLinks(links, [], openAt(), openAt);
export const options = {
  scenarios: { one: { executor: 'shared-iterations', vus: 1, iterations: 1 } },
  ...networkOptions(environment.permitted, links),
};
export default () => {
  const account = { username: 'nobody', password: 'nothing' };
  console.log(JSON.stringify(targetOf('9999011001001', Date.now(), 1).login(account)));
};
`,
    );
    const { path } = await locateK6({ build: true });
    const told = {
      PLAN: at('plan'),
      TARGET: target,
      AUTHORISATION: at('authorisation.json'),
      LINKS: at('links.json'),
    };
    const logged = ['--log-format', 'raw', '--console-output', at('login.log')];
    const ran = await startProgram(
      path,
      [
        'run',
        '-q',
        ...Object.entries(told).flatMap(([key, value]) => ['-e', `${key}=${value}`]),
        ...logged,
        at('login.ts'),
      ],
      {
        env: { ...k6Environment(), SSL_CERT_FILE: certificates.authority },
      },
    ).ended;
    expect(ran.code, ran.stdout + ran.stderr).toBe(0);
    const log = readFileSync(at('login.log'), 'utf8').trimEnd().split('\n');
    return JSON.parse(log.at(-1) as string);
  }

  it('reaches the target under its real name, in TLS and in HTTP', async () => {
    met.length = 0;
    // The mock knows no such account; that it says so means that everything else was right.
    expect(await loginAt('sirekap.test')).toMatchObject({ status: 401, link: '3g' });
    expect(met).toEqual([{ host: `sirekap.test:${port}`, servername: 'sirekap.test' }]);
  });

  it('is refused where the certificate is of another name', async () => {
    met.length = 0;
    expect(await loginAt('lain.test')).toMatchObject({ status: 0, errorClass: 'connection', link: '3g' });
    expect(met).toEqual([]);
  });
});
