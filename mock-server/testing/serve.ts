import { startServer } from '../server.ts';

/** The server as a process of its own, for tests that kill it. Prints its URL. */
const [planDir = '', storePath = '', port = '0'] = process.argv.slice(2);
const { url } = await startServer({ planDir, storePath, port: Number(port), passwordCost: 0 });
process.stdout.write(`${url}\n`);
