import { filesRead } from '../metrics.ts';
import type { SessionContext } from '../operation-subject.ts';
import type { PlannedRead } from '../readers/visit.ts';
import type { PublicAnswer, Target } from '../targets/target.ts';
import { perform, waitUntil } from './operation.ts';

/**
 * One visit of a reader: each file at its planned time, as a browser asks for it, a file seen before only if it has changed.
 * A read that fails is not repeated: the reader's next look is.
 * @param phaseStartAt epoch ms of plan second 0 of the phase
 */
export function readerVisit(
  publicRead: NonNullable<Target['publicRead']>,
  context: SessionContext,
  reads: readonly PlannedRead[],
  phaseStartAt: number,
): void {
  const seen: Record<string, string | null> = {};
  let given = 0;
  for (let step = 0; step < reads.length; step++) {
    const { second, path } = reads[step] as PlannedRead;
    const plannedAt = phaseStartAt + (second * 1000) / context.speed;
    waitUntil(plannedAt);
    const answer: PublicAnswer = perform(context, { operation: 'read', plannedAt, step, path }, () =>
      publicRead(path, seen[path] ?? null),
    );
    if (answer.errorClass !== null) continue;
    seen[path] = answer.validator;
    given++;
  }
  if (given > 0) filesRead.add(given);
}
