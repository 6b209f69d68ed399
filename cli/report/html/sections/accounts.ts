import { PHASES } from '../../language/dictionary.ts';
import { markup } from '../markup.ts';
import type { Page } from '../page.ts';
import type { Section } from '../section.ts';

/** Accounts used of accounts handed out, and the sessions that never came about. */
export function accountsSection({ input: { audit, measurements }, wording }: Page): Section {
  const { used, handedOut } = audit.accounts;
  const notStarted = Object.entries(measurements.sessionsNotStarted).filter(([, count]) => count > 0);
  return {
    name: 'accounts',
    title: wording.text('accounts.title'),
    body: markup`<p class="lead">${wording.text('accounts.lead', {
      used,
      handedOut,
      share: wording.share(used, handedOut),
    })}${used < handedOut && ` ${wording.text('accounts.unused', { count: handedOut - used })}`}</p>
${
  notStarted.length > 0 &&
  markup`<p class="note short">${wording.text('accounts.notStarted', {
    list: notStarted
      .map(([phase, count]) => `${wording.name(PHASES, phase)} ${wording.count(count)}`)
      .join(', '),
  })}</p>`
}`,
  };
}
