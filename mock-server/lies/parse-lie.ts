import { nearest } from '../../fixtures/nearest.ts';
import { OperatorError } from '../../fixtures/operator-error.ts';
import { LIE_KINDS, type LieKind } from '../contract/lies.ts';

/** What has to be said beside `--lie`. */
export const LIE_CONSENT = '--i-know-this-server-lies';

/** A lie that was asked for: about a share of the uploads, or about so many. Of `swap` a count counts pairs. */
export interface Lie {
  kind: LieKind;
  amount: { share: number } | { count: number };
  /** As it was asked for, e.g. `lose:0.001`. */
  text: string;
}

/**
 * The lies that were asked for by name.
 * @param consent whether {@link LIE_CONSENT} was said
 * @throws OperatorError USAGE for lies without consent, and for what {@link parseLie} refuses
 */
export function liesAskedFor(texts: readonly string[], consent: boolean): Lie[] {
  const lies = texts.map(parseLie);
  if (lies.length > 0 && !consent) {
    throw new OperatorError(
      'USAGE',
      'a server that lies about what it stored is started only for whoever says so',
      `Add ${LIE_CONSENT}. No result of such a server means anything but whether the audit finds its lies.`,
    );
  }
  return lies;
}

/**
 * Reads `kind:amount`, e.g. `lose:0.001` (a share) or `alter:3` (a count).
 * @throws OperatorError USAGE
 */
export function parseLie(text: string): Lie {
  const [, name = text, amountText = ''] = /^([^:]*):(.*)$/.exec(text) ?? [];
  const kind = LIE_KINDS.find((each) => each === name);
  if (kind === undefined) {
    const near = nearest(name, LIE_KINDS);
    throw refused(`there is no lie "${name}"${near === null ? '' : `; did you mean ${near}?`}`);
  }
  const amount = Number(amountText);
  if (/^[1-9]\d{0,8}$/.test(amountText)) return { kind, amount: { count: amount }, text };
  if (/^[01]\.\d+$/.test(amountText) && amount > 0 && amount <= 1)
    return { kind, amount: { share: amount }, text };
  throw refused(`the lie "${text}" does not say how often`);
}

function refused(message: string): OperatorError {
  return new OperatorError(
    'USAGE',
    message,
    `Use KIND:AMOUNT, KIND being one of ${LIE_KINDS.join(', ')} and AMOUNT a share with a decimal point (0.001, 1.0) or a whole number.`,
  );
}
