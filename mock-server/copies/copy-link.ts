import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a link to a witnesses' copy names. */
export interface CopyPlace {
  kode: string;
  /** 1-based place of the document in the plan's profile. */
  document: number;
  /** 1 for the form's first confirmation, then one more each. */
  decision: number;
}

const TOKEN = /^(\d{13})-([1-9]\d?)-([1-9]\d{0,4})-([A-Za-z0-9_-]{22})$/;

/** Bytes of the code: 128 bits cannot be guessed. */
const CODE_BYTES = 16;

/** Makes and reads links that only this store can have made. @param secret the store's */
export function createCopyLinks(secret: string): {
  token(place: CopyPlace): string;
  /** Null for a token that is not one of ours. */
  read(token: string): CopyPlace | null;
} {
  const key = Buffer.from(secret, 'hex');
  // Named, so that no other use of the secret signs the same text.
  const codeOf = (text: string) =>
    createHmac('sha256', key).update(`salinan/${text}`).digest().subarray(0, CODE_BYTES);

  return {
    token: ({ kode, document, decision }) => {
      const text = `${kode}-${document}-${decision}`;
      return `${text}-${codeOf(text).toString('base64url')}`;
    },
    read: (token) => {
      const match = TOKEN.exec(token);
      if (!match) return null;
      const [, kode = '', document = '', decision = '', code = ''] = match;
      const given = Buffer.from(code, 'base64url');
      const right = codeOf(`${kode}-${document}-${decision}`);
      if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
      return { kode, document: Number(document), decision: Number(decision) };
    },
  };
}
