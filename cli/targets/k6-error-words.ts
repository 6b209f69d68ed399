/** What k6 means by the codes that a target which cannot be reached brings. Source: k6 documentation, "Error codes". */
const WORDS: Record<string, string> = {
  '1050': 'no answer in time',
  '1100': 'the name could not be looked up',
  '1101': 'no name service knows the host',
  '1110': 'k6 refused to connect to an address that is not permitted',
  '1111': 'k6 refused to connect to a host that is blocked',
  '1200': 'the connection failed',
  '1201': 'the connection broke',
  '1202': 'the connection broke',
  '1211': 'connecting took too long',
  '1212': 'connection refused',
  '1213': 'connecting failed',
  '1220': 'connection reset by the target',
  '1300': 'TLS failed',
  '1310': "the target's certificate is not trusted",
  '1311': "the target's certificate is of another host",
};

/** A k6 error code as adapters report it (`k6:1212`), in words where they are known. */
export function k6ErrorWords(errorCode: string | null): string {
  const code = /^k6:(\d+)$/.exec(errorCode ?? '')?.[1];
  const words = code === undefined ? undefined : WORDS[code];
  return words === undefined ? (errorCode ?? 'no reason given') : `${words}, ${errorCode}`;
}
