/** What a part's headers say. */
export interface PartHead {
  name: string | null;
  /** The part names a file; otherwise it is a plain field. */
  isFile: boolean;
  /** The part's media type without parameters, in lower case; null where it names none or `application/octet-stream`. */
  contentType: string | null;
  /** X-Content-SHA256 of the part, as it was sent. */
  sha256: string | null;
}

export interface PartHandler {
  start(head: PartHead): void;
  /** A piece of the part's content; the buffer is only lent. */
  data(chunk: Buffer): void;
  end(): void;
}

/** Bytes of one part's headers. */
const MAX_HEAD_BYTES = 8 * 1024;
const CRLF = Buffer.from('\r\n');
const CLOSING = Buffer.from('--');
const HEAD_END = Buffer.from('\r\n\r\n');
const NOTHING = Buffer.alloc(0);

type State = 'first-boundary' | 'after-boundary' | 'head' | 'content' | 'epilogue' | 'broken';

/**
 * A streaming parser of multipart/form-data (RFC 7578) for bodies that are one large file: it searches each chunk with
 * Buffer.indexOf and hands out slices, where @fastify/multipart passes every chunk through three streams.
 * A preamble is not accepted.
 */
export function createMultipartParser(
  boundary: string,
  handler: PartHandler,
): { add(chunk: Buffer): void; state(): State } {
  const delimiter = Buffer.from(`\r\n--${boundary}`, 'latin1');
  let state: State = 'first-boundary';
  /** What cannot be judged before more arrives. */
  let rest = NOTHING;

  /** Takes one step from `at`; returns where the next begins, or null when it needs more bytes. */
  function step(bytes: Buffer, at: number): number | null {
    switch (state) {
      case 'first-boundary': {
        const end = at + delimiter.length - CRLF.length;
        if (bytes.length < end) return null;
        return enter(isAt(bytes, at, delimiter.subarray(CRLF.length)) ? 'after-boundary' : 'broken', end);
      }
      case 'after-boundary': {
        if (bytes.length < at + 2) return null;
        if (isAt(bytes, at, CLOSING)) return enter('epilogue', at + 2);
        return enter(isAt(bytes, at, CRLF) ? 'head' : 'broken', at + 2);
      }
      case 'head': {
        const end = bytes.indexOf(HEAD_END, at);
        if ((end === -1 ? bytes.length : end) - at > MAX_HEAD_BYTES) return enter('broken', at);
        if (end === -1) return null;
        handler.start(readHead(bytes.toString('latin1', at, end)));
        return enter('content', end + HEAD_END.length);
      }
      case 'content':
        return content(bytes, at);
      default:
        return bytes.length;
    }
  }

  function content(bytes: Buffer, at: number): number | null {
    const found = bytes.indexOf(delimiter, at);
    const end = found === -1 ? bytes.length - unfinished(bytes, at) : found;
    if (end > at) handler.data(bytes.subarray(at, end));
    if (found === -1) return end === bytes.length ? end : restFrom(bytes, end);
    handler.end();
    return enter('after-boundary', found + delimiter.length);
  }

  /** Length of the end of `bytes` that may be the start of a delimiter. */
  function unfinished(bytes: Buffer, at: number): number {
    for (let i = Math.max(at, bytes.length - delimiter.length + 1); i < bytes.length; i++) {
      if (bytes[i] === CRLF[0] && isAt(bytes, i, delimiter.subarray(0, bytes.length - i)))
        return bytes.length - i;
    }
    return 0;
  }

  function enter(next: State, at: number): number {
    state = next;
    return at;
  }

  function restFrom(bytes: Buffer, at: number): null {
    rest = Buffer.from(bytes.subarray(at));
    return null;
  }

  return {
    add: (chunk) => {
      const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      rest = NOTHING;
      let at = 0;
      while (at < bytes.length) {
        const next = step(bytes, at);
        if (next === null) {
          if (rest.length === 0) restFrom(bytes, at);
          return;
        }
        at = next;
        if (state === 'broken') return;
      }
    },
    state: () => state,
  };
}

function isAt(bytes: Buffer, at: number, wanted: Buffer): boolean {
  return bytes.compare(wanted, 0, wanted.length, at, at + wanted.length) === 0;
}

const DISPOSITION = /^content-disposition:[ \t]*form-data(.*)$/im;
const NAME = /;[ \t]*name=(?:"((?:[^"\\]|\\.)*)"|([^;\s"]+))/i;
const CONTENT_TYPE = /^content-type:[ \t]*([^\s;]+)/im;
const SHA256 = /^x-content-sha256:[ \t]*(\S+)/im;
/** What clients say of bytes about which they know nothing. */
const UNKNOWN_TYPE = 'application/octet-stream';
const FILE_NAME = /;[ \t]*filename\*?=/i;

function readHead(text: string): PartHead {
  const parameters = DISPOSITION.exec(text)?.[1] ?? '';
  const name = NAME.exec(parameters);
  const type = CONTENT_TYPE.exec(text)?.[1]?.toLowerCase() ?? UNKNOWN_TYPE;
  return {
    name: name?.[1] ?? name?.[2] ?? null,
    isFile: FILE_NAME.test(parameters),
    contentType: type === UNKNOWN_TYPE ? null : type,
    sha256: SHA256.exec(text)?.[1] ?? null,
  };
}

const BOUNDARY = /^multipart\/form-data\b.*;[ \t]*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i;

/** The boundary that a content type announces; null where it is not multipart/form-data or names none. */
export function boundaryOf(contentType: string | undefined): string | null {
  const match = BOUNDARY.exec(contentType ?? '');
  return match?.[1] ?? match?.[2] ?? null;
}
