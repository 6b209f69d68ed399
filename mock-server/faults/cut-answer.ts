import type { FastifyReply } from 'fastify';

/** Breaks the connection without another byte. */
export function breakConnection(reply: FastifyReply): void {
  reply.hijack();
  reply.raw.destroy();
  reply.request.raw.socket.destroy();
}

/**
 * Announces the whole body, sends half of it, and leaves: with a reset, as a crashing server does (mid-answer), or with an
 * orderly end, as a proxy that was cut off from its backend does (short-body).
 */
export function sendHalf(reply: FastifyReply, body: Buffer, how: 'mid-answer' | 'short-body'): void {
  reply.hijack();
  const { raw } = reply;
  const { socket } = raw;
  // Node would refuse to end an answer that is shorter than it said.
  raw.strictContentLength = false;
  raw.writeHead(reply.statusCode, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-length': body.length,
  });
  raw.write(body.subarray(0, body.length >> 1), () => {
    if (how === 'short-body') socket?.end();
    else socket?.resetAndDestroy();
  });
}
