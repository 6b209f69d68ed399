import type { VerdictWord } from '../../evidence/types.ts';
import { type Markup, markup } from './markup.ts';

export type SignName = 'good' | 'bad' | 'unsure' | 'void' | 'warn';

/** Drawn, not typed, so that it looks the same whatever fonts the reader has. */
const SHAPES: Record<SignName, Markup> = {
  good: markup`<path d="M5 12.5l4.5 4.5L19 7.5"/>`,
  bad: markup`<path d="M6.5 6.5l11 11M17.5 6.5l-11 11"/>`,
  unsure: markup`<path d="M8.5 9a3.5 3.5 0 1 1 5 3.2c-1 .5-1.5 1.2-1.5 2.3M12 18.2v.1"/>`,
  void: markup`<circle cx="12" cy="12" r="7.5"/><path d="M6.8 17.2L17.2 6.8"/>`,
  warn: markup`<path d="M12 6.5v7M12 17.4v.1"/>`,
};

/** The sign that stands beside each verdict. */
export const VERDICT_SIGNS: Record<VerdictWord, SignName> = {
  PASS: 'good',
  FAIL: 'bad',
  INCONCLUSIVE: 'unsure',
  INVALID: 'void',
};

/** A sign that says by its shape what its colour says too. */
export function signElement(name: SignName): Markup {
  return markup`<svg class="sign ${name}" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${SHAPES[name]}</svg>`;
}

/** A sign with its word. */
export function badgeElement(name: SignName, word: string): Markup {
  return markup`<span class="badge ${name}">${signElement(name)}${word}</span>`;
}
