import { startServer } from '../../mock-server/server.ts';

/** The mock server as it is served, on a plan and a store of the benchmark's own. Prints its URL; ends when its standard input does. */
const [planDir = '', storePath = ''] = process.argv.slice(2);
const server = await startServer({ planDir, storePath, port: 0, passwordCost: 0 });
process.stdout.write(`${server.url}\n`);
process.stdin.resume().once('end', () => server.close().then(() => process.exit(0)));
