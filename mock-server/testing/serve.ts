import { startServer } from '../server.ts';

/**
 * The server as a process of its own, for tests that kill it and benchmarks that measure it. Prints its URL; ends when
 * its standard input does.
 */
const [planDir = '', storePath = '', port = '0', photosDir] = process.argv.slice(2);
const server = await startServer({
  planDir,
  storePath,
  port: Number(port),
  passwordCost: 0,
  ...(photosDir !== undefined && { photosDir }),
});
process.stdout.write(`${server.url}\n`);
process.stdin.resume().once('end', () => server.close().then(() => process.exit(0)));
