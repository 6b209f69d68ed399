import type { AccountRole } from '../../../../fixtures/plan/types.ts';
import { ACCOUNT_ROLES, PHASES } from '../../language/dictionary.ts';
import { markup } from '../markup.ts';
import type { Page } from '../page.ts';
import type { Section } from '../section.ts';
import { tableElement } from '../table.ts';

/** Accounts used of accounts handed out, by role, and the sessions that never came about. */
export function accountsSection({ input: { audit, measurements, plan }, wording }: Page): Section {
  const { used, handedOut } = audit.accounts;
  const { text } = wording;
  // A part of the region, or a smoke run, hands out some of them only.
  const caption = handedOut === plan.counts.accounts ? text('accounts.roles') : text('accounts.roles.plan');
  const roles = Object.entries(plan.counts.accountsByRole).filter(([, count]) => count > 0);
  const notStarted = Object.entries(measurements.sessionsNotStarted).filter(([, count]) => count > 0);
  return {
    name: 'accounts',
    title: wording.text('accounts.title'),
    body: markup`<p class="lead">${
      handedOut === 0
        ? wording.text('accounts.none')
        : wording.text('accounts.lead', { used, handedOut, share: wording.share(used, handedOut) })
    }${used < handedOut && ` ${wording.text('accounts.unused', { count: handedOut - used })}`}</p>
${
  roles.length > 0 &&
  tableElement({
    caption,
    narrow: 'fit',
    columns: [{ title: text('accounts.role') }, { title: text('accounts.count'), numeric: true }],
    rows: [
      ...roles.map(([role, count]) => ({
        cells: [wording.pick(ACCOUNT_ROLES[role as AccountRole]), wording.count(count)],
      })),
      { kind: 'total' as const, cells: [text('total'), wording.count(plan.counts.accounts)] },
    ],
  })
}
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
