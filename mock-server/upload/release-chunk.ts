/**
 * Gives a chunk's memory back at once instead of at the next garbage collection. Photos pass at hundreds of MB a
 * second; V8 counts their buffers as external memory and would run a full collection every 64 MB, which costs more
 * than hashing. Only a buffer that owns all of its memory is released; nobody may use it afterwards.
 */
export function releaseChunk(chunk: Buffer): void {
  const { buffer } = chunk;
  const owns = chunk.byteOffset === 0 && chunk.length === buffer.byteLength;
  if (owns && buffer instanceof ArrayBuffer) buffer.transfer(0);
}
