import { areasOf } from '../../reading/scope.ts';
import { type Markup, markup } from '../markup.ts';
import type { Page } from '../page.ts';
import type { Section } from '../section.ts';

/** What the result does not prove, and what would make it worthless. */
export function limitsSection({ input: { run, plan, verdict }, wording }: Page): Section {
  const { text } = wording;
  const limits = [
    run.exercise && text('limits.exercise'),
    run.part !== null && text('limits.part', { areas: areasOf(run.part, wording) }),
    run.speed !== 1 && text('limits.speed', { speed: String(run.speed) }),
    plan.photos !== null && text('limits.photos'),
    plan.photos?.mode === 'pool' && text('limits.pool'),
    run.target.simulator && text('limits.simulator'),
    text(run.signal?.off === null ? 'limits.signal' : 'limits.network'),
    text('limits.scope'),
    ...verdict.limits.map(({ text: limit }) => wording.pick(limit)),
  ];
  const voids = [
    text('limits.void.software', { moment: wording.moment(run.endedAt ?? run.startedAt) }),
    text('limits.void.plan'),
    text('limits.void.hashes'),
  ];
  return {
    name: 'limits',
    title: text('limits.title'),
    body: markup`<div class="pair"><div><h3>${text('limits.limits')}</h3>${list(limits)}</div>
<div><h3>${text('limits.voids')}</h3>${list(voids)}</div></div>`,
  };
}

function list(entries: readonly (string | false)[]): Markup {
  return markup`<ul>${entries.map(
    (entry) =>
      entry !== false &&
      markup`<li>${entry}</li>
`,
  )}</ul>`;
}
