import { readFileSync } from 'node:fs';
import fastify from 'fastify';

/**
 * What the public pages are held against: fastify that replies with one JSON text out of memory, without login, metrics,
 * conditions or compression. Prints its URL; ends when its standard input does.
 */
const [file = ''] = process.argv.slice(2);
const text = readFileSync(file, 'utf8');
const app = fastify();
app.get('/*', async (_request, reply) => reply.type('application/json').send(text));
process.stdout.write(`${await app.listen({ port: 0, host: '127.0.0.1' })}\n`);
process.stdin.resume().once('end', () => process.exit(0));
