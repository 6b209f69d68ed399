import multipart from '@fastify/multipart';
import fastify from 'fastify';

/**
 * What the mock is held against: fastify and @fastify/multipart that drain the file part and answer, without storage,
 * hash, login or checks. Prints its URL; ends when its standard input does.
 */
const app = fastify();
await app.register(multipart, { limits: { fileSize: 10 * 1024 * 1024 } });
app.post('/*', async (request, reply) => {
  const part = await request.file();
  if (part) for await (const _chunk of part.file);
  return reply.code(201).send({ stored: false });
});
process.stdout.write(`${await app.listen({ port: 0, host: '127.0.0.1' })}\n`);
process.stdin.resume().once('end', () => process.exit(0));
