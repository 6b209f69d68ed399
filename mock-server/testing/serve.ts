import { startServer } from '../server.ts';
import { keepTickShape } from '../tick-shape.ts';
import { collectYoungAlone } from '../young-generation-alone.ts';

/**
 * The server as a process of its own, for tests that kill it and benchmarks that measure it. Prints its URL; ends when
 * its standard input does. PASSWORD_COST: scrypt's N of a login, by default 0.
 */
const [planDir = '', storePath = '', port = '0', photosDir] = process.argv.slice(2);
const passwordCost = Number(process.env.PASSWORD_COST ?? '0');
collectYoungAlone();
keepTickShape();
const server = await startServer({
  planDir,
  storePath,
  port: Number(port),
  passwordCost,
  ...(photosDir !== undefined && { photosDir }),
});
process.stdout.write(`${server.url}\n`);
process.stdin.resume().once('end', () => server.close().then(() => process.exit(0)));
