import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { passwordOf, smallPlan, writeSmallPlan } from '../mock-server/testing/small-plan.ts';
import { cpuSecondOf, startPrintingServer } from './measured-process.ts';
import { type BenchResult, median, ratioText } from './ratio.ts';

/** scrypt's N: Node's default, the mock's default, and no hashing at all. */
const COSTS = { strong: 16_384, weak: 256, none: 0 };
const LOGINS = { strong: 300, weak: 3_000, none: 6_000 };
const CONNECTIONS = 20;
const ROUNDS = 3;
const GOAL = 0.9;

type Cost = keyof typeof COSTS;
type Server = Awaited<ReturnType<typeof startPrintingServer>>;

/** How much of what a login costs the mock is the password's hash: CPU with it against CPU without, same server otherwise. */
export async function benchLoginStorm(): Promise<BenchResult[]> {
  const folder = await mkdtemp(join(tmpdir(), 'uji-beban-bench-'));
  const plan = smallPlan();
  await writeSmallPlan(join(folder, 'plan'), plan);
  const names = Object.keys(COSTS) as Cost[];
  const servers: [Cost, Server][] = [];
  try {
    for (const name of names) servers.push([name, await startServer(folder, name)]);
    const usernames = plan.accounts.map(({ username }) => username);
    const cpuMs: Record<Cost, number[]> = { strong: [], weak: [], none: [] };
    for (const [, server] of servers) await logIn(server.url, usernames, 200);
    for (let round = 0; round < ROUNDS; round++) {
      for (const [name, { url, child }] of servers) {
        const before = cpuSecondOf(child.pid);
        await logIn(url, usernames, LOGINS[name]);
        cpuMs[name].push(((cpuSecondOf(child.pid) - before) * 1000) / LOGINS[name]);
      }
    }
    return [result(cpuMs)];
  } finally {
    await Promise.all(servers.map(([, server]) => server.stop()));
    await rm(folder, { recursive: true, force: true });
  }
}

function result(cpuMs: Record<Cost, number[]>): BenchResult {
  const shareOf = (cost: 'strong' | 'weak') => cpuMs[cost].map((ms, i) => 1 - (cpuMs.none[i] as number) / ms);
  const shares = shareOf('strong');
  return {
    name: `share of a login's CPU in the mock that is the password's hash, scrypt N ${COSTS.strong}`,
    goal: `at least ${GOAL}`,
    reached: median(shares) >= GOAL,
    figure: ratioText(shares),
    details: [
      `at the default N ${COSTS.weak}: ${ratioText(shareOf('weak'))}`,
      ...(Object.keys(COSTS) as Cost[]).map(
        (cost) => `N ${COSTS[cost]}: ${median(cpuMs[cost]).toFixed(2)} ms of CPU a login`,
      ),
    ],
  };
}

function startServer(folder: string, cost: Cost): Promise<Server> {
  const serve = join(import.meta.dirname, '..', 'mock-server', 'testing', 'serve.ts');
  return startPrintingServer([serve, join(folder, 'plan'), join(folder, `${cost}.sqlite`)], {
    ...process.env,
    PASSWORD_COST: String(COSTS[cost]),
  });
}

/** A closed loop of logins, each account in turn. @throws Error for a login that is refused */
async function logIn(url: string, usernames: readonly string[], count: number): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  let next = 0;
  const client = async (): Promise<void> => {
    while (next < count) {
      const username = usernames[next++ % usernames.length] as string;
      await post(`${url}/api/v1/login`, { username, password: passwordOf(username) }, agent);
    }
  };
  try {
    await Promise.all(Array.from({ length: CONNECTIONS }, client));
  } finally {
    agent.destroy();
  }
}

function post(url: string, message: unknown, agent: Agent): Promise<void> {
  const body = JSON.stringify(message);
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', agent, headers }, (answer) => {
      answer.resume();
      answer.once('end', () =>
        answer.statusCode === 200 ? resolve() : reject(new Error(`login: ${answer.statusCode}`)),
      );
    });
    sent.once('error', reject);
    sent.end(body);
  });
}

if (import.meta.main) process.stdout.write(`${JSON.stringify(await benchLoginStorm(), null, 2)}\n`);
