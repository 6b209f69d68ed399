import type { Measurements } from '../../../evidence/types.ts';
import { PHASES } from '../../language/dictionary.ts';
import type { Wording } from '../../language/wording.ts';
import { curveFits } from '../../reading/curve.ts';
import { type Markup, markup } from '../markup.ts';
import { tableElement } from '../table.ts';

/** The curves that were planned against what came about, in numbers, and what k6 could not start. */
export function curveElement(measurements: Measurements, wording: Wording): Markup {
  const { text } = wording;
  return markup`${tableElement({
    caption: text('curve.caption'),
    narrow: 'stack',
    columns: [
      { title: text('curve.of') },
      { title: text('operations.planned'), numeric: true },
      { title: text('operations.offered'), numeric: true },
      { title: text('operations.achieved'), numeric: true },
      { title: text('curve.behind'), numeric: true },
    ],
    rows: curveFits(measurements).map(({ kind, planned, offered, acknowledged, behind }) => ({
      cells: [
        text(`throughput.${kind}.short`),
        wording.count(planned),
        `${wording.count(offered)} (${wording.share(offered, planned)})`,
        `${wording.count(acknowledged)} (${wording.share(acknowledged, planned)})`,
        behind === null
          ? wording.count(0)
          : text('curve.behind.at', { count: behind.operations, at: wording.elapsed(behind.second) }),
      ],
    })),
  })}
<p class="note${unstarted(measurements) > 0 && ' short'}">${notStarted(measurements, wording)}</p>`;
}

function unstarted({ sessionsNotStarted, k6 }: Measurements): number {
  return Object.values(sessionsNotStarted).reduce((sum, count) => sum + count, k6.droppedIterations ?? 0);
}

function notStarted({ sessionsNotStarted, k6 }: Measurements, wording: Wording): string {
  const missing = Object.entries(sessionsNotStarted).filter(([, count]) => count > 0);
  const dropped = k6.droppedIterations;
  return wording.text('curve.notStarted', {
    dropped: dropped === null ? wording.text('unknown') : wording.count(dropped),
    sessions:
      missing.length === 0
        ? wording.count(0)
        : missing
            .map(([phase, count]) => `${wording.count(count)} (${wording.name(PHASES, phase)})`)
            .join(', '),
  });
}
