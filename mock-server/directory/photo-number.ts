/** Hexadecimal digits of a SHA-256 that a number holds exactly: 52 bits of the 53. */
const DIGITS = 13;

/**
 * A photo's SHA-256 (hex) as a number of eight bytes, so that a nation's photos fit into memory: its first 52 bits, plus 1
 * so that 0 is no photo. Two of the nation's 6 million photos share a number with a chance of about 1 in 250.
 */
export function photoNumber(sha256: string): number {
  return Number.parseInt(sha256.slice(0, DIGITS), 16) + 1;
}
