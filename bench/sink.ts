import { createServer } from 'node:http';

/**
 * A bare HTTP sink for the generator's benchmarks: takes any multipart body, keeps nothing, and answers what an
 * acknowledgement must say. Prints its URL; ends with its parent.
 */
const server = createServer((request, response) => {
  let bytes = 0;
  let head = 0;
  request.on('data', (chunk: Buffer) => {
    if (bytes === 0) head = chunk.indexOf('\r\n\r\n') + 4;
    bytes += chunk.length;
  });
  request.on('end', () => {
    const { 'idempotency-key': key, 'x-content-sha256': sha256, 'content-type': type = '' } = request.headers;
    // The closing boundary: CRLF, two dashes before and after it, CRLF.
    const foot = type.length - type.indexOf('boundary=') - 'boundary='.length + 8;
    response.writeHead(201, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ key, sha256, bytes: bytes - head - foot }));
  });
});

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object' && address !== null)
    process.stdout.write(`http://127.0.0.1:${address.port}\n`);
});
process.stdin.resume().once('end', () => process.exit(0));
