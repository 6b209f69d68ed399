import type { Encoding } from './published-file.ts';

/** Best first where the reader likes them equally. */
const OFFERED: readonly Encoding[] = ['br', 'gzip'];

/** Readers send a few headers again and again; strangers could send endlessly many. */
const MOST_KNOWN = 100;
const known = new Map<string, Encoding>();

/** The encoding to answer with (RFC 9110, 12.5.3). The file as it is is the answer to any header that allows no other. */
export function acceptedEncoding(header: string | undefined): Encoding {
  if (header === undefined) return 'identity';
  const before = known.get(header);
  if (before !== undefined) return before;
  const encoding = negotiated(header);
  if (known.size < MOST_KNOWN) known.set(header, encoding);
  return encoding;
}

function negotiated(header: string): Encoding {
  const weights = new Map<string, number>();
  for (const part of header.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((each) => each.trim());
    const weight = parameters.find((each) => each.startsWith('q='));
    weights.set(name, weight === undefined ? 1 : Number(weight.slice(2)));
  }
  const weightOf = (encoding: Encoding) => weights.get(encoding) ?? weights.get('*') ?? 0;
  let best: Encoding = 'identity';
  let heaviest = weights.get('identity') ?? 0;
  for (const encoding of OFFERED) {
    const weight = weightOf(encoding);
    if (weight > 0 && (weight > heaviest || (best === 'identity' && weight === heaviest))) {
      best = encoding;
      heaviest = weight;
    }
  }
  return best;
}
