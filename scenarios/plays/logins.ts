import { type Account, loginAnswer } from '../flows/login.ts';
import type { Play } from '../play.ts';

/** One account logs in. */
export const play: Play = (vu, phase, { index, startAt }) => {
  const account = phase.of.accounts?.[index] as Account;
  loginAnswer(vu.target, vu.context(phase, index, account.username, null), account, startAt);
};
